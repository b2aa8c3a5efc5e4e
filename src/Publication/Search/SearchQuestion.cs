namespace Amparo.Publication;

/// <summary>What a reader asks.</summary>
public sealed record SearchQuestion
{
    /// <summary>As it was typed, at most 200 characters; may hold kinds, populations, place names, mistakes.</summary>
    public string Text { get; init; } = "";

    /// <summary>One of <see cref="Languages.All"/>; words of the others are understood too.</summary>
    public string Language { get; init; } = Languages.Base;

    /// <summary>Codes of PlaceKinds that were chosen, any of; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Codes of Populations, all of which must be served (an entry that does not say is shown after those that do).</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; null for the whole region.</summary>
    public string? Country { get; init; }

    /// <summary>The centre of the reader's cell or of the place that was named; never finer.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>Only what is open, or what does not say and is to be called first.</summary>
    public bool OpenNow { get; init; }
    public bool AsksNoPapers { get; init; }
    public required DateTimeOffset Now { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 20;
}
