namespace Amparo.Places.Importing;

/// <summary>What an import at the desk may do: only within the importer's own reach, and never more than a person can look through.</summary>
/// <param name="Reach">Of the act, of the account, now.</param>
/// <param name="Country">The country that it was brought for; null: all of the reach.</param>
/// <param name="FileName">What people called the file.</param>
/// <param name="Demonstration">This installation shows invented entries: what comes in counts as invented too.</param>
internal sealed record ImportBounds(Reach Reach, string? Country, Guid RunId, string FileName, ListProfile Profile, bool Demonstration)
{
    /// <summary>
    /// Whether the account may still do all of it; asked before each batch, since whoever was shut out a minute ago brings
    /// nothing more in. Null where nobody's leave is needed.
    /// </summary>
    public Func<CancellationToken, Task<bool>>? IsStillAllowed { get; init; }

    public const long MostBytes = 16L << 20;
    public const int MostRows = 50_000;
    public const long MostUnpacked = 200L << 20;

    /// <summary>Whether a reach holds all that this one held when it began.</summary>
    public bool IsWithin(Reach now) => now.Everywhere || (!Reach.Everywhere && Reach.Countries.All(now.Countries.Contains));

    public bool Hold(string country) => (Country is null || Country == country) && (Reach.Everywhere || Reach.Countries.Contains(country));
}

/// <summary>The account for which the work was done was shut out, or may less than when it began.</summary>
internal sealed class NoLongerAllowed : Exception;
