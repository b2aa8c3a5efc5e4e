using Microsoft.AspNetCore.Http;

namespace Amparo.Kernel;

/// <summary>The addresses of the console that other code must know.</summary>
public static class ConsolePaths
{
    public const string Start = "/console";
    public const string SignIn = "/console/sign-in";
    public const string Confirm = "/console/confirm";
    public const string Renewal = "/console/renewal";
    public const string SharedPost = "/console/post";
    public const string Invitation = "/console/invitation";

    public static bool IsConsole(PathString path) => path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to go on after signing in: an address of this console, else its start. Never somebody else's site.</summary>
    public static string Onward(string? to) =>
        to is { Length: > 0 and < 500 } && to.StartsWith("/console", StringComparison.Ordinal) && (to.Length == 8 || to[8] is '/' or '?') && !to.Contains('\\') && !to.Any(char.IsControl)
            && !to.StartsWith(SignIn, StringComparison.Ordinal) ? to : Start;
}
