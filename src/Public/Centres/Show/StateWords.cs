using Amparo.Contracts.Places;
using Amparo.Public.Layout;

namespace Amparo.Public.Centres.Show;

/// <summary>The state of an entry in words, for a list, a page and a print alike.</summary>
/// <param name="Tone">A class of the styles; the words say the same without colour.</param>
internal sealed record StateWords(string Text, string Tone, string Trust, bool IsDoubtful)
{
    public const string Full = "full";

    /// <summary>What is added to a class where it is doubtful.</summary>
    public string Doubt { get; init; } = IsDoubtful ? " doubt" : "";

    /// <summary>The pictogram beside what may be relied on.</summary>
    public string Sign { get; init; } = IsDoubtful ? "ask" : "ok";

    public static StateWords Of(PlaceState state, PublicPlace place, Words w, ReaderDates dates)
    {
        var (text, tone) = Opened(state, place, w, dates);
        var (trust, doubtful) = Trusted(state, place, w, dates);
        return new(text, tone, trust, doubtful);
    }

    private static (string Text, string Tone) Opened(PlaceState state, PublicPlace place, Words w, ReaderDates dates)
    {
        if (state.FullSaidAt is { } said) return (w.Say("public.state.full", ("time", ReaderDates.Clock(said))), Full);
        // Hours would send somebody to a locked door at night; two readers stood before it.
        if (place.MayBeClosedSince is not null) return (w["public.state.may_be_closed"], "");
        if (state.Opening is not { } opening) return (w["public.state.call_first"], "");
        switch (opening.State)
        {
            case OpeningState.Open when opening.Always:
                return (w["public.state.open_always"], "open");
            case OpeningState.Open when opening.AllNight:
                return (w["public.state.open_all_night"], "open");
            case OpeningState.Open:
                return (w.Say("public.state.open_until", ("time", ReaderDates.Clock(opening.OpenUntil!.Value))), "open");
            case OpeningState.Closed when opening.OpensNext is { } next:
                return (Opens(state, next, w, dates), "later");
            case OpeningState.Closed:
                return (w["public.state.closed"], "later");
            default:
                return (w[opening.Reason == OpeningReasons.Holiday ? "public.state.holiday" : "public.state.unknown"], "");
        }
    }

    private static string Opens(PlaceState state, DateTimeOffset next, Words w, ReaderDates dates)
    {
        var days = (next.Date - state.LocalNow.Date).Days;
        var time = ("time", (object?)ReaderDates.Clock(next));
        return days switch
        {
            0 => w.Say("public.state.opens_today", time),
            1 => w.Say("public.state.opens_tomorrow", time),
            _ => w.Say("public.state.opens_on", ("day", dates.ShortDay(DateOnly.FromDateTime(next.DateTime))), time),
        };
    }

    private static (string Text, bool Doubtful) Trusted(PlaceState state, PublicPlace place, Words w, ReaderDates dates)
    {
        if (state.Freshness == FreshnessState.NeverAssured) return (w["public.trust.never"], true);
        var days = state.Days ?? 0;
        if (state.Freshness is FreshnessState.Stale or FreshnessState.Withdrawn) return (w.Count("public.trust.stale", days), true);
        if (state.Freshness == FreshnessState.Due) return (w.Count("public.trust.due", days), true);
        var how = AssuranceMeans.All.Contains(place.AssuredHow ?? "") ? w[$"public.trust.how.{place.AssuredHow}"] : "";
        return (days == 0 ? w.Say("public.trust.today", ("how", how)) : w.Count("public.trust.days", days, ("how", how)), false);
    }
}
