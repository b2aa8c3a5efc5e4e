using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Places.Importing;

/// <summary>Where the value of one field comes from. A plain text in the profile is the name of a column.</summary>
internal sealed record Rule
{
    private IReadOnlyDictionary<string, string>? _table;

    public string? Column { get; init; }

    /// <summary>The first of these columns that is not empty.</summary>
    public IReadOnlyList<string>? First { get; init; }

    /// <summary>These columns, those that are not empty, with <see cref="With"/> between.</summary>
    public IReadOnlyList<string>? Join { get; init; }
    public string With { get; init; } = ", ";
    public string? Constant { get; init; }

    /// <summary>Words with columns in braces; a group in square brackets is left out where a column in it is empty.</summary>
    public string? Template { get; init; }

    /// <summary>Cuts the value here and keeps the piece number <see cref="Piece"/> (from 1); without it all pieces, joined by <c>|</c>.</summary>
    public string? Split { get; init; }
    public int Piece { get; init; }

    /// <summary>The value, or each piece of a split value, by this table (capitals and accents do not matter).</summary>
    public Dictionary<string, string>? Lookup { get; init; }

    /// <summary>A JSON table beside the profile, or one that ships: <c>wikidata-countries</c>, <c>country-names</c>.</summary>
    public string? LookupFile { get; init; }

    /// <summary>Where the table has no such word; absent: the value as it stands. Empty: nothing.</summary>
    public string? Otherwise { get; init; }

    /// <summary>How a date is written, such as <c>MM/dd/yyyy</c>; it becomes ISO.</summary>
    public IReadOnlyList<string>? Date { get; init; }

    /// <summary>"yes" where the value contains one of these words, nothing otherwise.</summary>
    public IReadOnlyList<string>? Contains { get; init; }

    public IEnumerable<string> Columns =>
        [.. Column is null ? [] : new[] { Column }, .. First ?? [], .. Join ?? [], .. TemplateColumns()];

    public void Prepare(string? folder)
    {
        var table = Lookup;
        if (LookupFile is { } name)
        {
            var beside = folder is null ? null : Path.Combine(folder, Path.GetFileName(name));
            table = beside is not null && File.Exists(beside)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(beside))
                : Countries.Table(name);
        }
        _table = table?.GroupBy(t => FoldedText.Fold(t.Key)).ToDictionary(g => g.Key, g => g.First().Value);
    }

    public string? Of(Func<string, string?> column)
    {
        var value = Raw(column);
        if (value is null) return null;
        if (Split is { Length: > 0 } at)
        {
            var pieces = value.Split(at, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (Piece > 0) value = pieces.ElementAtOrDefault(Piece - 1);
            else return string.Join('|', pieces.Select(Shape).Where(p => p is not null).Distinct()) is { Length: > 0 } all ? all : null;
        }
        return value is null ? null : Shape(value);
    }

    private string? Shape(string value)
    {
        if (Contains is { } words) return words.Any(w => FoldedText.Fold(value).Contains(FoldedText.Fold(w), StringComparison.Ordinal)) ? "yes" : null;
        if (_table is { } table) value = table.TryGetValue(FoldedText.Fold(value), out var found) ? found : Otherwise ?? value;
        if (Date is { } formats && DateTime.TryParseExact(value.Trim(), [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day))
            value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return value.Length == 0 ? null : value;
    }

    private string? Raw(Func<string, string?> column)
    {
        if (Constant is not null) return Constant;
        if (Column is not null) return column(Column);
        if (First is not null) return First.Select(column).FirstOrDefault(v => v is not null);
        if (Join is not null) return string.Join(With, Join.Select(column).Where(v => v is not null)) is { Length: > 0 } joined ? joined : null;
        return Template is null ? null : Fill(Template, column);
    }

    private static string? Fill(string template, Func<string, string?> column)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < template.Length;)
        {
            if (template[i] == '[' && template.IndexOf(']', i) is var end and > 0)
            {
                if (Braces(template[(i + 1)..end], column, out var missing) is { } part && !missing) filled.Append(part);
                i = end + 1;
                continue;
            }
            var next = template.IndexOf('[', i) is var found and >= 0 ? found : template.Length;
            var text = Braces(template[i..next], column, out var lacks);
            if (lacks) return null;
            filled.Append(text);
            i = next;
        }
        return filled.ToString().Trim() is { Length: > 0 } all ? all : null;
    }

    private static string Braces(string text, Func<string, string?> column, out bool missing)
    {
        var filled = new StringBuilder();
        missing = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '{' || text.IndexOf('}', i) is not (var end and > 0))
            {
                filled.Append(text[i]);
                continue;
            }
            var value = column(text[(i + 1)..end]);
            missing |= value is null;
            filled.Append(value);
            i = end;
        }
        return filled.ToString();
    }

    private IEnumerable<string> TemplateColumns()
    {
        for (var i = Template?.IndexOf('{') ?? -1; i >= 0; i = Template!.IndexOf('{', i + 1))
            if (Template!.IndexOf('}', i) is var end and > 0) yield return Template[(i + 1)..end];
    }
}

internal sealed class RuleJson : JsonConverter<Rule>
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public override Rule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new() { Column = reader.GetString() };
        return JsonSerializer.Deserialize<Rule>(ref reader, Plain)!;
    }

    public override void Write(Utf8JsonWriter writer, Rule value, JsonSerializerOptions options) => throw new NotSupportedException();
}
