using System.Text;

namespace Amparo.Publication;

/// <summary>Numbers as single letters of a JSON string: 0 is <c>#</c>, and the backslash is left out.</summary>
internal static class Letters
{
    /// <summary>More would reach the surrogates.</summary>
    public const int Most = 0xD7FF - 0x24;

    public static char Of(int number) => (char)(number + 0x23 + (number + 0x23 >= 0x5C ? 1 : 0));

    /// <summary>Minus one where it is none.</summary>
    public static int Read(char letter) => letter < 0x23 || letter == 0x5C || letter >= 0xD800 ? -1 : letter - 0x23 - (letter > 0x5C ? 1 : 0);

    /// <summary>As a JSON string with nothing escaped that need not be: what an encoder does not know it would write as six letters.</summary>
    public static void Quote(StringBuilder json, ReadOnlySpan<char> text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c < ' ') json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else json.Append(c);
        }
        json.Append('"');
    }
}
