using System.Globalization;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

public sealed partial class Vocabulary
{
    private const int Strong = 1, Both = 2;
    private const int Alone = 1, Hidden = 2;

    /// <summary>Everything that a phone needs to read a question; words of one sort in one string, parted by a bar.</summary>
    internal void WriteTo(Utf8JsonWriter json)
    {
        Strings(json, "languages", Languages.All);
        Strings(json, "kinds", PlaceKinds.All);
        Strings(json, "populations", Contracts.Places.Populations.All);
        var meanings = new List<string>();
        var phrases = _phrases.GroupBy(p => string.Join(',', p.Value.Select(NumberOf)), p => p.Key).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var together = Together.Meanings.Select(NumberOf).ToList();
        Strings(json, "meanings", meanings);
        Grouped(json, "phrases", phrases);
        Grouped(json, "mending", Mending.Words.GroupBy(
            w => $"{(w.IsAlone ? Alone : 0) + (w.Shown is null ? Hidden : 0)},{w.Languages}", w => w.Shown is null || FoldedText.Fold(w.Shown) == w.Text ? w.Shown ?? w.Text : $"{w.Text}={w.Shown}"));
        Strings(json, "together", together.ConvertAll(t => t.ToString(CultureInfo.InvariantCulture)));
        Grouped(json, "sides", Together.Sides.GroupBy(s => string.Join(',', s.Value), s => s.Key));
        Grouped(json, "subjects", Subjects.Whole.GroupBy(s => s.Value, s => s.Key));
        Grouped(json, "beginnings", Subjects.Beginnings.GroupBy(s => s.Value, s => s.Key));
        Grouped(json, "nations", Nations.All.GroupBy(n => $"{n.Country},{(int)n.Kind}", n => n.Said));
        json.WriteStartArray("aliases");
        foreach (var alias in Aliases) Row(json, alias.Place, alias.OnlyIn ?? "", string.Join('|', alias.Aliases.Select(FoldedText.Fold)));
        json.WriteEndArray();
        Grouped(json, "short", _short.GroupBy(s => s.Value, s => s.Key));
        foreach (var (name, words) in Lists()) json.WriteString(name, string.Join('|', words.Order(StringComparer.Ordinal)));

        int NumberOf(Meaning meaning)
        {
            var said = $"{meaning.Language},{(int)meaning.Says},{meaning.For},{(meaning.IsStrong ? Strong : 0) + (meaning.IsBoth ? Both : 0)},{string.Join(',', meaning.Kinds)}";
            if (meanings.IndexOf(said) is >= 0 and var known) return known;
            meanings.Add(said);
            return meanings.Count - 1;
        }
    }

    private IEnumerable<(string Name, IEnumerable<string> Words)> Lists() =>
    [
        ("ordinary", _ordinary), ("right", _right), ("dropped", _dropped), ("notTowns", _notTowns), ("refusals", _refusals), ("refusalsInCreole", _refusalsInCreole),
        ("inside", WhereReader.Inside), ("outside", WhereReader.Outside), ("sentFar", Enumerable.Range(0, PlaceKinds.All.Count).Where(k => (WhereReader.SentFar >> k & 1) == 1).Select(k => PlaceKinds.All[k])),
    ];

    private static void Grouped(Utf8JsonWriter json, string name, IEnumerable<IGrouping<string, string>> groups)
    {
        json.WriteStartArray(name);
        foreach (var group in groups.OrderBy(g => g.Key, StringComparer.Ordinal)) Row(json, group.Key, string.Join('|', group.Order(StringComparer.Ordinal)));
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        Row(json, [.. values]);
    }

    private static void Row(Utf8JsonWriter json, params IReadOnlyList<string> cells)
    {
        json.WriteStartArray();
        foreach (var cell in cells) json.WriteStringValue(cell);
        json.WriteEndArray();
    }
}
