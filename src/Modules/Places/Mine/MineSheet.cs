using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;

namespace Amparo.Places.Mine;

/// <param name="Says">What the entry would say.</param>
/// <param name="Wrong">Keys of what keeps the row out; empty where nothing does.</param>
/// <param name="Noted">Keys of what was changed in it on the way.</param>
internal sealed record SheetRow(Says Says, IReadOnlyList<string> Wrong, IReadOnlyList<string> Noted);

/// <summary>
/// One row of the file that an organisation sends back, beside what its entry says. It is read as any list is, by the plain
/// profile; only cells that differ from those of the file that we would send are looked at, and an empty cell takes nothing away.
/// </summary>
internal sealed class MineSheet(Words w)
{
    public const int MostRows = 2000;
    public const int MostBytes = 4 * 1024 * 1024;

    // What is taken out or put right on the way; whatever else is found keeps the row out until somebody mends it.
    private static readonly HashSet<string> Small = [Reasons.Html, Reasons.ControlCharacters, Reasons.TooLong, Reasons.PersonalNumber, Reasons.PersonalEmail, Reasons.PersonalName, Reasons.PhoneOtherCountry];

    private static readonly ListProfile Plain = ListProfile.Load("plain");

    public static IReadOnlyList<string> Columns { get; } = ["id", "name", .. SheetField.All.Select(f => f.Name)];

    public IEnumerable<string?> Cells(Place place) => [place.Id.ToString(), place.Name, .. SheetField.All.Select(f => f.IsOf(place) ? f.Cell(w, place) : null)];

    public SheetRow Read(Place place, SourceRecord row)
    {
        string? Sent(string field) => Plain.Fields[field].Of(column => Bare(row[column]));
        var changed = SheetField.All.Where(f => f.IsOf(place) && Sent(f.Name) is { } sent && ListedCell.Same(sent) != ListedCell.Same(f.Cell(w, place))).ToList();
        var whole = changed.Where(f => !f.IsList).Select(f => f.Name).ToHashSet();
        var draft = PlainFields.Draft(row, field => field switch { "name" => Sent("name") ?? place.Name, "country" => place.Country, "kind" => place.Kind, _ => whole.Contains(field) ? Sent(field) : null }, Plain.Dates, orderIsKnown: false);
        var profile = changed.Aggregate(place.Profile, (to, field) => field.Take(to, new(place, draft, Sent(field.Name)!)));
        var found = draft.Findings.Select(f => f.Reason).Distinct().ToList();
        var name = ListedCell.Same(draft.Name) == ListedCell.Same(place.Name) || draft.Name.Length < 2 ? place.Name : draft.Name;
        return new(new(name, place.Kind, profile), [.. found.Where(f => !Small.Contains(f))], [.. found.Where(Small.Contains)]);
    }

    // The apostrophe is ours: it keeps a spreadsheet from running a telephone number as a sum.
    private static string? Bare(string? cell) => cell?.Trim() is { Length: > 0 } said ? said is ['\'', '=' or '+' or '-' or '@', ..] ? said[1..] : said : null;
}
