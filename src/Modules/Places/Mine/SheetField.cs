using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Places.Desk;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Desk.Editing.Services;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Places.Mine;

/// <param name="Draft">The row as any list is read, with what was found in it.</param>
/// <param name="Text">The cell.</param>
internal sealed record SentCell(Place Place, Draft Draft, string Text)
{
    public PlaceProfile Read => Draft.Profile;
}

/// <summary>One column of an organisation's file.</summary>
/// <param name="Name">As the plain profile calls it.</param>
/// <param name="Cell">What stands there.</param>
/// <param name="Take">Puts what was written there into what the entry says.</param>
internal sealed record SheetField(string Name, Func<Words, Place, string?> Cell, Func<PlaceProfile, SentCell, PlaceProfile> Take)
{
    /// <summary>Whether the cell holds several values, read one by one: see <see cref="ListedCell"/>.</summary>
    public bool IsList { get; private init; }

    /// <summary>Of other places the cell is empty, and what is written there is not looked at.</summary>
    public Func<Place, bool> IsOf { get; private init; } = _ => true;

    public static IReadOnlyList<SheetField> All { get; } =
    [
        new("alternate_name", (_, p) => p.Profile.AlternateName, (to, cell) => to with { AlternateName = cell.Read.AlternateName }),
        new("phone", (_, p) => Numbers(p, IsVoice), (to, cell) => to with { Phones = Phones(to, cell.Read, IsVoice) }),
        new("whatsapp", (_, p) => Numbers(p, IsWhatsApp), (to, cell) => to with { Phones = Phones(to, cell.Read, IsWhatsApp) }),
        new("hotline", (_, p) => Numbers(p, IsHotline), (to, cell) => to with { Phones = Phones(to, cell.Read, IsHotline) }),
        new("email", (_, p) => p.Profile.Email, (to, cell) => to with { Email = cell.Read.Email }),
        new("url", (_, p) => p.Profile.Url, (to, cell) => to with { Url = cell.Read.Url }),
        new("description", (_, p) => p.Profile.Description, (to, cell) => to with { Description = cell.Read.Description }),
        new("services", (_, p) => ListedCell.Of(p.Profile.Services.Select(s => s.Name)), (to, cell) => to with { Services = Services(cell) }) { IsList = true },
        new("hours", (w, p) => p.Profile.Hours.IsEmpty ? null : HoursLines.Of(w, p.Profile.Hours), (to, cell) => to with { Hours = Hours(to.Hours, cell.Read.Hours) }),
        new("languages", (_, p) => ListedCell.Of(p.Profile.Languages), (to, cell) => to with { Languages = cell.Read.Languages }),
        new("interpreters", (_, p) => ListedCell.Of(p.Profile.Interpreters), (to, cell) => to with { Interpreters = cell.Read.Interpreters }),
        new("serves", (_, p) => ListedCell.Of(p.Profile.Serves), (to, cell) => to with { Serves = cell.Read.Serves }),
        new("eligibility", (_, p) => p.Profile.Eligibility, (to, cell) => to with { Eligibility = cell.Read.Eligibility }),
        new("asks_no_papers", (w, p) => YesNo(w, p.Profile.AsksNoPapers), (to, cell) => to with { AsksNoPapers = cell.Read.AsksNoPapers }),
        new("required_documents", (_, p) => ListedCell.Of(p.Profile.RequiredDocuments), (to, cell) => to with { RequiredDocuments = Lines(cell, "required_documents", cell.Place.Profile.RequiredDocuments) }) { IsList = true },
        new("fees", (_, p) => ListedCell.Of(p.Profile.Costs.Select(CostLines.Of)), (to, cell) => to with { Costs = ListedCell.Read(cell.Text, cell.Place.Profile.Costs, CostLines.Of, line => Cost(cell.Draft, line)) }) { IsList = true },
        new("beds", (_, p) => Number(p.Profile.Beds), (to, cell) => to with { Beds = cell.Read.Beds }),
        new("nights_allowed", (_, p) => Number(p.Profile.NightsAllowed), (to, cell) => to with { NightsAllowed = cell.Read.NightsAllowed }),
        new("latest_admission", (_, p) => p.Profile.LatestAdmission?.ToString("HH:mm", CultureInfo.InvariantCulture), (to, cell) => to with { LatestAdmission = cell.Read.LatestAdmission }),
        new("families_together", (w, p) => YesNo(w, p.Profile.FamiliesTogether), (to, cell) => to with { FamiliesTogether = cell.Read.FamiliesTogether }),
        new("sons_until_age", (_, p) => Number(p.Profile.SonsUntilAge), (to, cell) => to with { SonsUntilAge = cell.Read.SonsUntilAge }),
        new("accessibility", (_, p) => ListedCell.Of(p.Profile.Accessibility), (to, cell) => to with { Accessibility = Lines(cell, "accessibility", cell.Place.Profile.Accessibility) }) { IsList = true },
        // Of a place that hides its address no text may tell the way there.
        new("getting_there", (_, p) => p.Profile.GettingThere, (to, cell) => to with { GettingThere = cell.Read.GettingThere }) { IsOf = p => p.Disclosure == Disclosures.Exact },
        new("nationals", (_, p) => ListedCell.Of(p.Profile.Nationals), (to, cell) => to with { Nationals = cell.Read.Nationals }) { IsOf = IsConsular },
        new("jurisdiction", (_, p) => p.Profile.Jurisdiction, (to, cell) => to with { Jurisdiction = cell.Read.Jurisdiction }) { IsOf = IsConsular },
        new("honorary", (w, p) => YesNo(w, p.Profile.IsHonorary), (to, cell) => to with { IsHonorary = cell.Read.IsHonorary }) { IsOf = IsConsular },
    ];

    // The cell holds names: hours, ages, terms of a service stay with the one that is called so.
    private static IReadOnlyList<PlaceService> Services(SentCell cell)
    {
        var (before, pieces) = (cell.Place.Profile.Services, ListedCell.Pieces(cell.Text));
        var gone = before.Where(s => !pieces.Any(p => ListedCell.Is(p, s.Name))).ToList();
        var isOne = gone.Count == 1 && pieces.Count(p => !before.Any(s => ListedCell.Is(p, s.Name))) == 1;
        PlaceService? Written(string piece)
        {
            if (Clean.OneLine(cell.Draft, "services", piece, ServiceForm.LongestName) is not { Length: > 1 } name) return null;
            var kind = Vocabulary.KindIn(name);
            // One that comes where one goes is the same under a better name, unless it is another kind of help: it would open at hours that are not its own.
            return isOne && (kind ?? gone[0].Kind) == gone[0].Kind ? gone[0] with { Name = name } : new(Guid.CreateVersion7(), name, kind ?? cell.Place.Kind);
        }
        var services = ListedCell.Read(cell.Text, before, s => s.Name, Written);
        if (services.Count > Math.Max(IService.Most, before.Count)) cell.Draft.Note(Reasons.ValueUnknown, "services");
        return services;
    }

    // The cell says nothing of holidays and single days: they stay.
    private static OpeningHours Hours(OpeningHours before, OpeningHours sent) =>
        sent with { Exceptions = before.Exceptions, OnHolidays = sent is { AlwaysOpen: false, OnHolidays: HolidayHours.Unknown } ? before.OnHolidays : sent.OnHolidays };

    private static IReadOnlyList<string> Lines(SentCell cell, string name, IReadOnlyList<string> before) =>
        ListedCell.Read(cell.Text, before, line => line, line => PersonalData.Mask(cell.Draft, name, Clean.OneLine(cell.Draft, name, line)));

    private static PlaceCost? Cost(Draft draft, string line)
    {
        if (CostLines.Read(Clean.OneLine(draft, "fees", line) ?? "") is { } cost) return cost;
        draft.Note(Reasons.ValueUnknown, "fees", line);
        return null;
    }

    private static bool IsConsular(Place place) => place.Kind == PlaceKinds.Consular;
    private static bool IsWhatsApp(PlacePhone phone) => phone.Type == "whatsapp";
    private static bool IsHotline(PlacePhone phone) => phone.Type == "hotline";
    private static bool IsVoice(PlacePhone phone) => !IsWhatsApp(phone) && !IsHotline(phone);

    private static string? Numbers(Place place, Func<PlacePhone, bool> which) => ListedCell.Of(place.Profile.Phones.Where(which).Select(p => p.Number));

    // What is known of a number that stays is not lost because another one changed.
    private static IReadOnlyList<PlacePhone> Phones(PlaceProfile before, PlaceProfile sent, Func<PlacePhone, bool> which)
    {
        static string Digits(PlacePhone phone) => string.Concat(phone.Number.Where(char.IsAsciiDigit));
        return [.. before.Phones.Where(p => !which(p)), .. sent.Phones.Select(p => before.Phones.Where(which).FirstOrDefault(b => Digits(b) == Digits(p)) ?? p).Where(which).Where(p => before.Phones.All(b => which(b) || Digits(b) != Digits(p)))];
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    private static string? YesNo(Words w, bool? said) => said is { } known ? w[known ? "places.desk.yes" : "places.desk.no"] : null;
}
