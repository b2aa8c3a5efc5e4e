using System.Buffers;
using System.Text;

namespace Amparo.Kernel;

/// <summary>One row of a CSV file that somebody opens in a spreadsheet (RFC 4180).</summary>
public static class CsvRow
{
    /// <summary>The row with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe: a name typed by a stranger must not act on a steward's machine.</summary>
    public static string Of(params IEnumerable<string?> cells) => new StringBuilder().AppendJoin(',', cells.Select(Cell)).Append("\r\n").ToString();

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n\t'");

    /// <summary>Whether a spreadsheet might run the cell; a sign behind blanks is a formula to some as well.</summary>
    public static bool IsFormula(string text) => text.AsSpan().TrimStart(' ') is { Length: > 0 } first && first[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsFormula(text)) text = "'" + text;
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
