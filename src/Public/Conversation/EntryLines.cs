using System.Globalization;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;

namespace Amparo.Public.Conversation;

/// <summary>A place in one line: who, where, open or "call first", how old that is, the number. Each shorter way leaves out something whole.</summary>
internal sealed class EntryLines(Words w, DateTimeOffset now, bool isDemonstration)
{
    // Nearer than this a town is one place.
    private const double Near = 5;
    private readonly string[] _days = w["public.days"].Split(' ');

    /// <param name="saysFull">Two other places stand before it.</param>
    /// <param name="withNumber">False for a consulate, whose number is asked for in a second step.</param>
    public Line Of(PublicPlace place, double? kilometres, string? town, bool saysFull, bool withNumber = true)
    {
        var state = PlaceState.Of(place, now);
        var (where, trust, number) = (Where(place, kilometres, town), Trust(state), withNumber ? Number(place) : null);
        if (Discretion.IsUnnamed(place)) return new(Line.Must, Whole([Unnamed(place, state, where, trust, number), number ?? w["public.sms.ask_there"]]));
        var (name, opened) = (Clean(place.Name), Opened(place, state, saysFull));
        var called = where is null ? name : $"{name} ({where})";
        if (!withNumber) return new(Line.Must, Whole([Said(name, where, opened, trust, null), $"{called}: {trust}", called, name, w.Of("places.kind.", place.Kind)]));
        return new(Line.Must, Whole(
        [
            Said(name, where, opened, trust, number ?? Address(place)),
            Said(name, where, opened, trust, number),
            Said(name, where, null, w["public.sms.call_first"], number),
            Said(name, null, null, w["public.sms.call_first"], number),
            Said(w.Of("places.kind.", place.Kind), null, null, w["public.sms.call_first"], number),
        ]));
    }

    // A number and where it answers: neither name nor kind. Who decides on asylum has hours and a door beside it.
    private string Unnamed(PublicPlace place, PlaceState state, string? where, string trust, string? number) => place.Kind == PlaceKinds.AsylumAuthority
        ? Said(w["public.sms.office"], where, Opened(place, state, false), trust, number ?? Address(place))
        : Said(number ?? w["public.sms.ask_there"], where, null, trust, null);

    private static string Said(string name, string? where, string? opened, string trust, string? number)
    {
        var facts = opened is null ? trust : $"{opened}, {trust}";
        return $"{name}{(where is null ? "" : $" ({where})")}: {facts}{(number is null ? "" : $". {number}")}";
    }

    // Of a name in letters that the alphabet lacks nothing is left but its kind and number: spelled otherwise it would be another name.
    private static string[] Whole(string[] ways)
    {
        var plain = ways.Select(Plain.Of).Distinct().ToArray();
        return plain.Where(Plain.IsPlain).ToArray() is { Length: > 0 } whole ? whole : [plain[^1]];
    }

    private string? Number(PublicPlace place)
    {
        if (place.Profile.Phones.FirstOrDefault(p => p.Type is not ("fax" or "pager") && p.Number.Count(char.IsAsciiDigit) >= 3) is not { } phone) return null;
        // A telephone makes a link of every number that it is sent: of an invented one only the end is written.
        if (isDemonstration || place.IsDemonstration) return w.Say("public.sms.invented", ("end", string.Concat(phone.Number.Where(char.IsAsciiDigit).TakeLast(3))));
        var extension = string.Concat((phone.Extension ?? "").Where(char.IsAsciiDigit));
        return $"Tel {Clean(phone.Number)}{(extension.Length == 0 ? "" : " ext " + extension)}";
    }

    private static string? Address(PublicPlace place) => place.Address is { } address && !Discretion.HidesAddress(place) ? Clean(address) : null;

    private static string? Where(PublicPlace place, double? kilometres, string? town)
    {
        var far = kilometres is { } km && km >= Near ? $"{Math.Round(km).ToString(CultureInfo.InvariantCulture)} km" : null;
        var locality = place.Locality ?? place.Admin1Name;
        var isSaid = locality is null || (town is not null && FoldedText.Fold(town) == FoldedText.Fold(locality)) || !Discretion.IsUnnamed(place) && FoldedText.Fold(place.Name).Contains(FoldedText.Fold(locality), StringComparison.Ordinal);
        return isSaid ? far : far is null ? Clean(locality!) : $"{Clean(locality!)}, {far}";
    }

    private string? Opened(PublicPlace place, PlaceState state, bool saysFull)
    {
        // How old it is says "call first" already where it is doubtful.
        var call = state.Freshness is FreshnessState.NeverAssured or FreshnessState.Stale or FreshnessState.Withdrawn ? null : w["public.sms.call_first"];
        if (state.FullSaidAt is { } said) return saysFull ? w.Say("public.sms.full", ("time", Clock(said))) : w["public.sms.call_first"];
        if (place.MayBeClosedSince is not null) return w["public.sms.may_be_closed"];
        return state.Opening switch
        {
            { State: OpeningState.Open } open when open.Always || open.AllNight => w[open.Always ? "public.sms.open_always" : "public.sms.open_all_night"],
            { State: OpeningState.Open, OpenUntil: { } until } => w.Say("public.sms.open_until", ("time", Clock(until))),
            { State: OpeningState.Closed, OpensNext: { } next } => (next.Date - state.LocalNow.Date).Days == 0
                ? w.Say("public.sms.opens_today", ("time", Clock(next)))
                : w.Say("public.sms.opens_on", ("day", _days[((int)next.DayOfWeek + 6) % 7]), ("time", Clock(next))),
            { State: OpeningState.Closed } => w["public.sms.closed"],
            _ => call,
        };
    }

    private string Trust(PlaceState state) => state.Freshness switch
    {
        FreshnessState.NeverAssured => w["public.sms.trust.never"],
        FreshnessState.Stale or FreshnessState.Withdrawn => w.Count("public.sms.trust.old", state.Days ?? 0),
        _ => state.Days is { } days and > 0 ? w.Count("public.sms.trust.days", days) : w["public.sms.trust.today"],
    };

    private static string Clock(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Clean(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t', '\f'], StringSplitOptions.RemoveEmptyEntries));
}
