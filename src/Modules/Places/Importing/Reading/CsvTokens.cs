using System.Globalization;
using System.Text;

namespace Amparo.Places.Importing;

/// <summary>One row of a delimited text.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="OddQuote">A quotation mark stood where none may.</param>
/// <param name="Open">The file ended inside a quotation.</param>
/// <param name="Ended">A line break ended it, not the end of the file.</param>
internal readonly record struct CsvRow(long Line, string[] Cells, bool OddQuote, bool Open, bool Ended);

/// <summary>
/// Cuts a text into rows and cells (RFC 4180, any line break), by hand: it must stop at a cell without end before memory
/// does, and must say whether the last quotation ever closed, since that is how a file looks that was cut in half.
/// </summary>
internal sealed class CsvTokens(TextReader text, char delimiter)
{
    private const int MaxCells = 20_000;
    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _cell = new();
    private readonly List<string> _cells = [];
    private int _at, _end;
    private long _line = 1;

    /// <summary>The next row, or null at the end.</summary>
    /// <exception cref="BrokenFile">A cell or a row without end, or bytes that are no text.</exception>
    public CsvRow? Next()
    {
        var start = _line;
        var (quoted, wasQuoted, odd, any) = (false, false, false, false);
        _cells.Clear();
        _cell.Clear();
        while (Read() is var c and >= 0)
        {
            any = true;
            if (quoted)
            {
                if (c == '"' && Peek() == '"') Append((char)Read());
                else if (c == '"') quoted = false;
                else Append((char)c);
            }
            else if (c == delimiter) EndCell(ref wasQuoted);
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && Peek() == '\n') Read();
                EndCell(ref wasQuoted);
                return new(start, [.. _cells], odd, Open: false, Ended: true);
            }
            else if (c == '"' && _cell.Length == 0 && !wasQuoted) (quoted, wasQuoted) = (true, true);
            else
            {
                odd |= c == '"' || (wasQuoted && !char.IsWhiteSpace((char)c));
                Append((char)c);
            }
        }
        if (!any) return null;
        EndCell(ref wasQuoted);
        return new(start, [.. _cells], odd, Open: quoted, Ended: false);
    }

    private void EndCell(ref bool wasQuoted)
    {
        if (_cells.Count == MaxCells) throw Broken("too_many_columns");
        _cells.Add(_cell.ToString());
        _cell.Clear();
        wasQuoted = false;
    }

    private void Append(char c)
    {
        if (_cell.Length == 4 * CsvReading.MaxCell) throw Broken("cell_too_long");
        _cell.Append(c);
    }

    private int Read()
    {
        if (_at == _end && !Fill()) return -1;
        var c = _buffer[_at++];
        // A carriage return alone ends a line on old machines; with a line feed behind it the two are one.
        if (c == '\n' || (c == '\r' && Peek() != '\n')) _line++;
        return c;
    }

    private int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    private bool Fill()
    {
        try
        {
            (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        }
        catch (DecoderFallbackException e)
        {
            throw new BrokenFile("not_utf8", _line.ToString(CultureInfo.InvariantCulture), e);
        }
        return _end > 0;
    }

    private BrokenFile Broken(string key) => new(key, _line.ToString(CultureInfo.InvariantCulture));
}
