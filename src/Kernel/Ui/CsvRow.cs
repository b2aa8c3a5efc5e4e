using System.Buffers;
using System.Text;

namespace Amparo.Kernel;

/// <summary>One row of a CSV file that somebody opens in a spreadsheet (RFC 4180).</summary>
public static class CsvRow
{
    /// <summary>The row with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe: a name typed by a stranger must not act on a steward's machine.</summary>
    public static string Of(params IEnumerable<string?> cells) => new StringBuilder().AppendJoin(',', cells.Select(Cell)).Append("\r\n").ToString();

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n\t'");

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // A sign behind blanks is a formula to some spreadsheets as well.
        var first = text.AsSpan().TrimStart(' ');
        if (text[0] is '\t' or '\r' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '\t' or '\r')) text = "'" + text;
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
