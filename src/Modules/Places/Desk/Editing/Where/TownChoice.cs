namespace Amparo.Places.Desk.Editing.Where;

/// <summary>A town as somebody typed it, found in the gazetteer: one, or several to choose from.</summary>
/// <param name="Chosen">The one that is meant beyond doubt.</param>
/// <param name="Matches">What may be meant, where it is not beyond doubt.</param>
internal sealed record TownChoice(GazetteerPlace? Chosen, IReadOnlyList<GazetteerPlace> Matches)
{
    private const int MostMatches = 12, Looked = 400;

    public static TownChoice Of(Gazetteer gazetteer, string? typed, string? slug, string country)
    {
        if (typed?.Trim() is not { Length: > 1 and <= 100 } said) return new(null, []);
        var named = gazetteer.Named(said, country);
        // Its own name as well: a town that was taken by another name stands in the form under its own.
        if (slug is not null && gazetteer.BySlug(slug) is { } kept && kept.Country == country && (named.Contains(kept) || FoldedText.Fold(kept.Name) == FoldedText.Fold(said))) return new(kept, named);
        if (named is [var only]) return new(only, named);
        return new(null, named.Count > 0 ? [.. named.Take(MostMatches)] : [.. gazetteer.Suggest(said, Looked).Where(p => p.Country == country).Take(MostMatches)]);
    }

    /// <summary>How somebody tells two towns of one name apart.</summary>
    public static string Said(GazetteerPlace place) => string.Join(", ", new[] { place.Name, place.Admin2Name, place.AreaSaid }.Where(s => !string.IsNullOrEmpty(s)).Distinct());
}
