using System.Globalization;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>What changes with the clock, in minutes, so that a device says by itself how fresh an entry is and whether it is open.</summary>
internal static class LiveLine
{
    /// <summary>
    /// Kind, zone, assured (minutes since 1970; nothing where nobody ever did), due, stale, withdrawn (minutes after that), expires,
    /// full said, full until, may be closed since (minutes since 1970), how it was learnt, hours (JSON), nationals, marks, town.
    /// </summary>
    public static string Of(PublicPlace place)
    {
        var from = place.AssuredAt is { } at ? Minute(at) : 0;
        string?[] cells =
        [
            place.Kind, place.TimeZone, place.AssuredAt is null ? null : Said(from), After(place.DueAt, from), After(place.StaleAt, from), After(place.WithdrawnAt, from),
            After(place.ExpiresAt, 0), After(place.FullSaidAt, 0), After(place.FullUntil, 0), After(place.MayBeClosedSince, 0), place.AssuredHow,
            place.Profile.Hours.IsEmpty ? null : JsonSerializer.Serialize(place.Profile.Hours, CompactJson.Options).ReplaceLineEndings(" ").Replace('\t', ' '),
            string.Join(' ', place.Profile.Nationals), Marks(place), place.Locality,
        ];
        return string.Join('\t', cells);
    }

    private static string Marks(PublicPlace place) =>
        (place.Profile.IsHonorary ? "h" : "") + (place.Profile.AsksNoPapers == true ? "p" : "") + (place.Disclosure == Disclosures.Area ? "a" : "") + (ShortLived.Is(place) ? "s" : "");

    private static long Minute(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 60;

    private static string? After(DateTimeOffset? instant, long from) => instant is { } at ? Said(Minute(at) - from) : null;

    private static string Said(long minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
