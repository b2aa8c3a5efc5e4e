namespace Amparo.Kernel;

/// <summary>The short address under which anybody says that somebody who works here treated them badly. It stands in messages, where a longer one costs a second SMS and a clearer one tells too much.</summary>
public static class SpeakUp
{
    public const string Path = "/q";

    /// <param name="site">Where links begin, without a slash at the end.</param>
    public static string In(string site, string language) => $"{site}{Path}/{language}";
}
