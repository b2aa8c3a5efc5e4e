namespace Amparo.Places.Importing;

/// <summary>What an import at the desk may do: only within the importer's own reach, and never more than a person can look through.</summary>
/// <param name="Reach">Of the act, of the account, now.</param>
/// <param name="Country">The country that it was brought for; null: all of the reach.</param>
/// <param name="FileName">What people called the file.</param>
/// <param name="Demonstration">This installation shows invented entries: what comes in counts as invented too.</param>
internal sealed record ImportBounds(Reach Reach, string? Country, Guid RunId, string FileName, ListProfile Profile, bool Demonstration)
{
    public const long MostBytes = 16L << 20;
    public const int MostRows = 50_000;
    public const long MostUnpacked = 200L << 20;

    public bool Hold(string country) => (Country is null || Country == country) && (Reach.Everywhere || Reach.Countries.Contains(country));
}
