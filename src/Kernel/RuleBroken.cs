namespace Amparo.Kernel;

/// <summary>A rule of the domain said no. The key is the message's name in the module's Text files.</summary>
public sealed class RuleBroken(string key) : Exception(key)
{
    public string Key { get; } = key;

    public static void Unless(bool holds, string key)
    {
        if (!holds) throw new RuleBroken(key);
    }
}
