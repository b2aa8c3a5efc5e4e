using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;

namespace Amparo.Public.Map;

/// <summary>What a map is told.</summary>
internal sealed record MapAnswer
{
    public required IReadOnlyList<MapPoint> Points { get; init; }

    /// <summary>Places of the answer that have no point: they stand in the list alone.</summary>
    public int Unplaced { get; init; }

    /// <summary>There are more than are told here.</summary>
    public bool More { get; init; }

    /// <summary>What of the question could not be used, in words.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];
}

/// <summary>One place as a map shows it, in the words of the list.</summary>
internal sealed record MapPoint(
    string Slug, string Name, string Kind, string Icon, double Latitude, double Longitude, bool Area, string Tone, string State, string Trust, bool Doubt, string What, string Where)
{
    private const int ExactDigits = 5;

    // About a kilometre: whoever set the point of an area on the very door has not told it to a map by that.
    private const int AreaDigits = 2;

    /// <summary>Null where the place has no point.</summary>
    public static MapPoint? Of(PublicPage page, PublicPlace place, StateWords said, double? kilometres)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude } || !new GeoPoint(latitude, longitude).IsValid) return null;
        // Whatever is not said to be exact is not: a new word for disclosure must not put a pin on a refuge.
        var isArea = place.Disclosure != Disclosures.Exact;
        var digits = isArea ? AreaDigits : ExactDigits;
        var words = Card.WordsOf(page, place, said);
        return new(
            place.Slug, place.Name, place.Kind, Icons.OfKind(place.Kind), Math.Round(latitude, digits), Math.Round(longitude, digits), isArea, said.Tone, said.Text, said.Trust, said.IsDoubtful,
            words.WhatFor, $"{Card.FarFrom(page.W, kilometres)}{words.Where}{(place.Profile.AsksNoPapers == true ? $" · {page.W["public.no_papers"]}" : "")}");
    }
}
