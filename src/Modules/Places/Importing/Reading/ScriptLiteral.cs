using System.Globalization;
using System.Text;

namespace Amparo.Places.Importing;

/// <summary>
/// Data written as a literal of JavaScript (<c>export default [ … ]</c>). It is read, never run: a name, a call or an
/// operator ends the reading. Each object is a row; a text beside it in its list is the column <c>group</c>.
/// </summary>
internal sealed class ScriptLiteral(string path) : IRecordReader
{
    public string ReadAs => "JavaScript";

    public IEnumerable<SourceRecord> Read(CancellationToken stop)
    {
        var (encoding, _) = TextEncoding.Of(path, stop);
        var reader = new ScriptReader(File.ReadAllText(path, encoding));
        return Rows(reader.ReadAll(), null, [0]).Select(row =>
        {
            stop.ThrowIfCancellationRequested();
            return row;
        });
    }

    private static IEnumerable<SourceRecord> Rows(object? node, string? group, int[] count)
    {
        if (node is ScriptObject row)
        {
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (group is not null) fields["group"] = group;
            Flatten("", row, fields);
            yield return new($"{(++count[0]).ToString(CultureInfo.InvariantCulture)} ({row.Line})", fields);
        }
        else if (node is List<object?> list)
        {
            var beside = list.OfType<string>().LastOrDefault() ?? group;
            foreach (var inner in list) foreach (var found in Rows(inner, beside, count)) yield return found;
        }
    }

    private static void Flatten(string prefix, ScriptObject row, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in row.Members)
        {
            if (fields.Count >= CsvReading.MaxColumns) return;
            if (value is ScriptObject inner) Flatten($"{prefix}{name}.", inner, fields);
            else fields[prefix + name] = value is List<object?> list ? string.Join('|', list.Where(v => v is string)) : value as string ?? "";
        }
    }
}

internal sealed record ScriptObject(int Line, List<(string Name, object? Value)> Members);

/// <summary>Reads one literal. Numbers, <c>true</c> and <c>false</c> come as text, lists as lists, objects as <see cref="ScriptObject"/>.</summary>
internal sealed class ScriptReader(string text)
{
    private const int Deepest = 40;
    private int _at, _line = 1;

    /// <exception cref="BrokenFile">It is more than a literal, or ends before its end.</exception>
    public object? ReadAll()
    {
        Skip();
        foreach (var before in new[] { "export default", "module.exports =", "module.exports=" })
            if (text.AsSpan(_at).StartsWith(before, StringComparison.Ordinal)) _at += before.Length;
        if (Word() is "const" or "let" or "var")
        {
            Skip();
            Word();
            Skip();
            if (Peek() == '=') _at++;
        }
        var value = Value(0);
        Skip();
        if (Peek() == ';') _at++;
        Skip();
        // A second statement such as "export default places" says nothing that is needed.
        return _at < text.Length && !text.AsSpan(_at).StartsWith("export default ", StringComparison.Ordinal) && !text.AsSpan(_at).StartsWith("module.exports", StringComparison.Ordinal) ? throw Broken() : value;
    }

    private object? Value(int depth)
    {
        if (depth > Deepest) throw Broken();
        Skip();
        return Peek() switch
        {
            '[' => List(depth),
            '{' => Object(depth),
            '\'' or '"' or '`' => Text(),
            '-' or '+' or '.' or (>= '0' and <= '9') => Number(),
            _ => Word() switch { "true" => "yes", "false" => "no", "null" or "undefined" => null, _ => throw Broken() },
        };
    }

    private List<object?> List(int depth)
    {
        var list = new List<object?>();
        _at++;
        while (Skip() != ']')
        {
            list.Add(Value(depth + 1));
            if (Skip() == ',') _at++;
            else if (Peek() != ']') throw Broken();
        }
        _at++;
        return list;
    }

    private ScriptObject Object(int depth)
    {
        var members = new ScriptObject(_line, []);
        _at++;
        while (Skip() != '}')
        {
            var name = Peek() is '\'' or '"' ? Text() : Word();
            if (name.Length == 0 || Skip() != ':') throw Broken();
            _at++;
            members.Members.Add((name, Value(depth + 1)));
            if (Skip() == ',') _at++;
            else if (Peek() != '}') throw Broken();
        }
        _at++;
        return members;
    }

    private string Text()
    {
        var quote = text[_at++];
        var value = new StringBuilder();
        while (true)
        {
            if (_at >= text.Length || (text[_at] == '\n' && quote != '`') || value.Length > 4 * CsvReading.MaxCell) throw Broken();
            var c = text[_at++];
            if (c == quote) return value.ToString();
            if (quote == '`' && c == '$' && Peek() == '{') throw Broken();
            if (c == '\n') _line++;
            value.Append(c == '\\' ? Escape() : c.ToString());
        }
    }

    private string Escape()
    {
        if (_at >= text.Length) throw Broken();
        var c = text[_at++];
        switch (c)
        {
            case 'n': return "\n";
            case 't': return "\t";
            case 'r': return "\r";
            case 'b' or 'f' or 'v' or '0': return " ";
            case 'x': return Code(2);
            case 'u' when Peek() == '{':
                var end = text.IndexOf('}', _at);
                if (end < 0 || !int.TryParse(text.AsSpan(_at + 1, end - _at - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rune) || !Rune.IsValid(rune)) throw Broken();
                _at = end + 1;
                return new Rune(rune).ToString();
            case 'u': return Code(4);
            case '\n':
                _line++;
                return "";
            default: return c.ToString();
        }
    }

    private string Code(int digits)
    {
        if (_at + digits > text.Length || !int.TryParse(text.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) throw Broken();
        _at += digits;
        return ((char)code).ToString();
    }

    private string Number()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '-' or '+')) _at++;
        var number = text[start.._at].TrimStart('+');
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? number : throw Broken();
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '$')) _at++;
        return text[start.._at];
    }

    private char Skip()
    {
        while (_at < text.Length)
        {
            if (text[_at] == '\n') _line++;
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF') _at++;
            else if (text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal)) while (_at < text.Length && text[_at] != '\n') _at++;
            else if (text.AsSpan(_at).StartsWith("/*", StringComparison.Ordinal))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0) throw Broken();
                _line += text.AsSpan(_at, end - _at).Count('\n');
                _at = end + 2;
            }
            else break;
        }
        return Peek();
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private BrokenFile Broken() => new(_at >= text.Length ? "cut_off" : "script_not_literal", _line.ToString(CultureInfo.InvariantCulture));
}
