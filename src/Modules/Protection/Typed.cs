namespace Amparo.Protection;

internal static class Typed
{
    /// <summary>Without what cannot be seen at its ends and without control characters; everything else stays as it was typed.</summary>
    public static string Clean(this string? text) => new string([.. (text ?? "").Where(c => !char.IsControl(c) || c is '\n')]).Trim();
}
