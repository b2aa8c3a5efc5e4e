using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Desk;
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

    private static readonly (string Field, Func<Words, Place, string?> Cell, Func<PlaceProfile, PlaceProfile, PlaceProfile> Take)[] Fields =
    [
        ("alternate_name", (_, p) => p.Profile.AlternateName, (to, from) => to with { AlternateName = from.AlternateName }),
        ("phone", (_, p) => Numbers(p, IsVoice), (to, from) => to with { Phones = Phones(to, from, IsVoice) }),
        ("whatsapp", (_, p) => Numbers(p, IsWhatsApp), (to, from) => to with { Phones = Phones(to, from, IsWhatsApp) }),
        ("hotline", (_, p) => Numbers(p, IsHotline), (to, from) => to with { Phones = Phones(to, from, IsHotline) }),
        ("email", (_, p) => p.Profile.Email, (to, from) => to with { Email = from.Email }),
        ("url", (_, p) => p.Profile.Url, (to, from) => to with { Url = from.Url }),
        ("description", (_, p) => p.Profile.Description, (to, from) => to with { Description = from.Description }),
        ("hours", (w, p) => p.Profile.Hours.IsEmpty ? null : HoursLines.Of(w, p.Profile.Hours), (to, from) => to with { Hours = from.Hours }),
        ("languages", (_, p) => Joined(p.Profile.Languages), (to, from) => to with { Languages = from.Languages }),
        ("interpreters", (_, p) => Joined(p.Profile.Interpreters), (to, from) => to with { Interpreters = from.Interpreters }),
        ("serves", (_, p) => Joined(p.Profile.Serves), (to, from) => to with { Serves = from.Serves }),
        ("eligibility", (_, p) => p.Profile.Eligibility, (to, from) => to with { Eligibility = from.Eligibility }),
        ("asks_no_papers", (w, p) => YesNo(w, p.Profile.AsksNoPapers), (to, from) => to with { AsksNoPapers = from.AsksNoPapers }),
        ("required_documents", (_, p) => Joined(p.Profile.RequiredDocuments), (to, from) => to with { RequiredDocuments = from.RequiredDocuments }),
        ("fees", (_, p) => Joined(p.Profile.Costs.Select(Desk.Editing.CostLines.Of)), (to, from) => to with { Costs = from.Costs }),
        ("beds", (_, p) => Number(p.Profile.Beds), (to, from) => to with { Beds = from.Beds }),
        ("nights_allowed", (_, p) => Number(p.Profile.NightsAllowed), (to, from) => to with { NightsAllowed = from.NightsAllowed }),
        ("latest_admission", (_, p) => p.Profile.LatestAdmission?.ToString("HH:mm", CultureInfo.InvariantCulture), (to, from) => to with { LatestAdmission = from.LatestAdmission }),
        ("families_together", (w, p) => YesNo(w, p.Profile.FamiliesTogether), (to, from) => to with { FamiliesTogether = from.FamiliesTogether }),
        ("sons_until_age", (_, p) => Number(p.Profile.SonsUntilAge), (to, from) => to with { SonsUntilAge = from.SonsUntilAge }),
        ("accessibility", (_, p) => Joined(p.Profile.Accessibility), (to, from) => to with { Accessibility = from.Accessibility }),
        // Of a place that hides its address no text may tell the way there.
        ("getting_there", (_, p) => p.Disclosure == Disclosures.Exact ? p.Profile.GettingThere : null, (to, from) => to with { GettingThere = from.GettingThere }),
    ];

    public static IReadOnlyList<string> Columns { get; } = ["id", "name", .. Fields.Select(f => f.Field)];

    public IEnumerable<string?> Cells(Place place) => [place.Id.ToString(), place.Name, .. Fields.Select(f => f.Cell(w, place))];

    public SheetRow Read(Place place, SourceRecord row)
    {
        string? Sent(string field) => Plain.Fields[field].Of(column => Bare(row[column]));
        var changed = Fields.Where(f => Sent(f.Field) is { } sent && Same(sent) != Same(f.Cell(w, place)) && (f.Field != "getting_there" || place.Disclosure == Disclosures.Exact)).ToList();
        var names = changed.Select(f => f.Field).ToHashSet();
        var draft = PlainFields.Draft(row, field => field switch { "name" => Sent("name") ?? place.Name, "country" => place.Country, "kind" => place.Kind, _ => names.Contains(field) ? Sent(field) : null }, Plain.Dates, orderIsKnown: false);
        var profile = changed.Aggregate(place.Profile, (to, field) => field.Take(to, draft.Profile));
        var found = draft.Findings.Select(f => f.Reason).Distinct().ToList();
        var name = Same(draft.Name) == Same(place.Name) || draft.Name.Length < 2 ? place.Name : draft.Name;
        return new(new(name, place.Kind, profile), [.. found.Where(f => !Small.Contains(f))], [.. found.Where(Small.Contains)]);
    }

    // The apostrophe is ours: it keeps a spreadsheet from running a telephone number as a sum.
    private static string? Bare(string? cell) => cell?.Trim() is { Length: > 0 } said ? said is ['\'', '=' or '+' or '-' or '@', ..] ? said[1..] : said : null;

    // A spreadsheet writes ends of lines and blanks in its own way.
    private static string Same(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsWhatsApp(PlacePhone phone) => phone.Type == "whatsapp";
    private static bool IsHotline(PlacePhone phone) => phone.Type == "hotline";
    private static bool IsVoice(PlacePhone phone) => !IsWhatsApp(phone) && !IsHotline(phone);

    private static string? Numbers(Place place, Func<PlacePhone, bool> which) => Joined(place.Profile.Phones.Where(which).Select(p => p.Number));

    // What is known of a number that stays is not lost because another one changed.
    private static IReadOnlyList<PlacePhone> Phones(PlaceProfile before, PlaceProfile sent, Func<PlacePhone, bool> which)
    {
        static string Digits(PlacePhone phone) => string.Concat(phone.Number.Where(char.IsAsciiDigit));
        return [.. before.Phones.Where(p => !which(p)), .. sent.Phones.Select(p => before.Phones.Where(which).FirstOrDefault(b => Digits(b) == Digits(p)) ?? p).Where(which).Where(p => before.Phones.All(b => which(b) || Digits(b) != Digits(p)))];
    }

    private static string? Joined(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } all ? all : null;
    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    private static string? YesNo(Words w, bool? said) => said is { } known ? w[known ? "places.desk.yes" : "places.desk.no"] : null;
}
