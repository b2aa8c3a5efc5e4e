using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>What the index keeps of one entry. It refers to nothing of the entry's texts.</summary>
internal readonly record struct Row
{
    private const long Never = long.MaxValue;

    public required Guid Id { get; init; }
    public required byte Kind { get; init; }

    /// <summary>Bits of its own kind and of those of its services.</summary>
    public required uint Kinds { get; init; }

    /// <summary>Bits of populations and of <see cref="Traits"/>.</summary>
    public required uint Traits { get; init; }
    public required short Country { get; init; }
    public required int Latitude { get; init; }
    public required int Longitude { get; init; }
    public required Hours Hours { get; init; }

    /// <summary>Instants in milliseconds since 1970.</summary>
    public required long Assured { get; init; }
    public required long Due { get; init; }
    public required long Stale { get; init; }
    public required long Gone { get; init; }
    public required long FullUntil { get; init; }

    /// <summary>Consular posts: whose nationals they serve.</summary>
    public required short[] Nationals { get; init; }

    /// <summary>Words of its name, its services, its organisation and town, and what is told of it, each once and in this order.</summary>
    public required string[] Words { get; init; }
    public required WordMarks Marks { get; init; }

    public static Row Of(PublicPlace place, HoursTable hours, Gazetteer gazetteer, Vocabulary vocabulary)
    {
        var profile = place.Profile;
        var kind = Codes.Kind(place.Kind) is >= 0 and var known ? known : Codes.Other;
        var point = place is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : (GeoPoint?)null;
        if (point is { IsValid: false }) point = null;
        var words = Publication.Words.Of(place, vocabulary, out var marks);
        return new()
        {
            Id = place.Id, Kind = (byte)kind, Kinds = KindsOf(profile, kind), Traits = Publication.Traits.Of(profile), Country = (short)Codes.Country(place.Country),
            Latitude = point is { } at ? Plane.Units(at.Latitude) : Plane.NoPoint, Longitude = point is { } there ? Plane.Units(there.Longitude) : Plane.NoPoint,
            Hours = hours.Of(Said(place)), Assured = place.AssuredAt?.ToUnixTimeMilliseconds() ?? -Never, Due = Or(place.DueAt), Stale = Or(place.StaleAt),
            Gone = Math.Min(Or(place.WithdrawnAt), Or(place.ExpiresAt)), FullUntil = place.FullSaidAt is null ? -Never : place.FullUntil?.ToUnixTimeMilliseconds() ?? -Never,
            Nationals = kind == Codes.Consular ? NationalsOf(place, gazetteer, vocabulary) : [], Words = words, Marks = marks,
        };
    }

    // Two readers stood before its door: it is neither open nor closed until somebody has called, and comes after what is known to be open.
    public static PublicPlace Said(PublicPlace place) => place.MayBeClosedSince is null ? place : place with { Profile = place.Profile with { Hours = OpeningHours.NotKnown } };

    private static long Or(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds() ?? Never;

    private static uint KindsOf(PlaceProfile profile, int own)
    {
        var kinds = Codes.Bit(own);
        foreach (var service in profile.Services)
            if (service.Status == "active" && Codes.Kind(service.Kind) is >= 0 and var kind) kinds |= Codes.Bit(kind);
        return kinds;
    }

    // Lists of embassies often name the country in the post's name only.
    private static short[] NationalsOf(PublicPlace place, Gazetteer gazetteer, Vocabulary vocabulary)
    {
        if (place.Profile.Nationals.Count > 0) return [.. place.Profile.Nationals.Select(n => (short)Codes.Country(n)).Where(n => n > 0).Distinct()];
        var named = gazetteer.FindIn(place.Name).Countries.Concat(vocabulary.Nations.In(FoldedText.Of(place.Name)).Where(n => n.Kind != CountryWord.Code));
        return [.. named.Where(c => c.Country != place.Country).Select(c => (short)Codes.Country(c.Country)).Take(1)];
    }
}

/// <summary>What an entry says of itself beside the populations it serves (bits 0 to 10).</summary>
internal static class Traits
{
    /// <summary>It says whom it serves.</summary>
    public const uint SaysWhom = 1u << 16;

    /// <summary>It does not, and may serve anybody.</summary>
    public const uint SaysNotWhom = 1u << 17;
    public const uint AsksNoPapers = 1u << 18;
    public const uint AsksPapers = 1u << 19;

    public static uint Of(PlaceProfile profile)
    {
        var traits = profile.AsksNoPapers switch { true => AsksNoPapers, false => AsksPapers, null => 0u };
        var whom = 0u;
        foreach (var who in profile.Serves) if (Codes.Population(who) is >= 0 and var number) whom |= Codes.Bit(number);
        return traits | (whom == 0 ? SaysNotWhom : SaysWhom | whom);
    }
}
