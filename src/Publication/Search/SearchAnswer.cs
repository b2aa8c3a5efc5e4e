using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <param name="Hits">Best first, at most as many as were asked for.</param>
/// <param name="Total">How many there are, or the number at which counting stopped.</param>
/// <param name="TotalIsAtLeast">True where counting stopped: the page then says "more than".</param>
/// <param name="Understood">How the words were read, so that the page can say it and the reader can correct it.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, bool TotalIsAtLeast, SearchUnderstood Understood)
{
    /// <summary>Filled where nothing was found: the nearest helpline, hospital or place for people in danger. Nobody is left with an empty page.</summary>
    public IReadOnlyList<SearchHit> LastResort { get; init; } = [];
}

/// <param name="Kilometres">From <see cref="SearchQuestion.Near"/> or the place named in the words; null where neither is known or the place has no point.</param>
/// <param name="Score">Comparable within one answer only.</param>
public sealed record SearchHit(PublicPlace Place, double? Kilometres, int Score);

/// <param name="Kinds">Kinds that the words mean; two where a word has two meanings in the region.</param>
/// <param name="For">Populations that the words mean.</param>
/// <param name="Place">The place of the gazetteer that the words name.</param>
/// <param name="Choices">Other places of that name, to choose from.</param>
/// <param name="Country">The country that the words name.</param>
/// <param name="Corrected">The words as they were read, where a mistake was mended; null otherwise.</param>
public sealed record SearchUnderstood(
    IReadOnlyList<string> Kinds, IReadOnlyList<string> For, GazetteerPlace? Place, IReadOnlyList<GazetteerPlace> Choices, string? Country, string? Corrected)
{
    public static SearchUnderstood Nothing { get; } = new([], [], null, [], null, null);

    /// <summary>A word has two meanings in the region (refugio, asilo, permiso, cita): <see cref="Kinds"/> then stand side by side and none is the right one.</summary>
    public bool HasTwoMeanings { get; init; }

    /// <summary>Whose consulate the words seek, ISO 3166-1 alpha-2; null where they seek none or do not say whose.</summary>
    public string? Nationality { get; init; }

    /// <summary>The language of the first words that mean a kind; null where none do. Words of the reader's own language count as that one.</summary>
    public string? Language { get; init; }
}
