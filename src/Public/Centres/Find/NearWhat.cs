namespace Amparo.Public.Centres.Find;

/// <summary>What <c>near=</c> means: a cell of 5 km, or a place by name.</summary>
/// <param name="Finer">It told more than its cell: whoever sent it is sent to the cell, and nothing of it is kept.</param>
/// <param name="IsNoPoint">It looks like a position and is none.</param>
/// <param name="IsToBeVerified">Its position is of our own list, which nobody has confirmed.</param>
/// <param name="Choices">The other places of that name.</param>
internal sealed record NearWhat(GeoPoint? Point, string? Name, bool Finer = false, bool IsNoPoint = false, bool IsUnknown = false, string? Cell = null, string? Country = null, IReadOnlyList<Town>? Choices = null, bool IsToBeVerified = false)
{
    public static NearWhat Nothing { get; } = new(null, null);

    public static NearWhat Read(string text, string? country, Towns towns)
    {
        if (text.Length == 0) return Nothing;
        if (Kernel.Cell.TryParse(text, out var cell, out var finer)) return new(cell.Centre, null, finer || text != cell.ToString(), Cell: cell.ToString());
        if (!text.Any(char.IsLetter)) return new(null, null, IsNoPoint: true);
        if (text.Count(char.IsAsciiDigit) > 6) return new(null, null, IsNoPoint: true);
        var named = towns.Named(text, country);
        if (named.Count == 0) return new(null, text, IsUnknown: true);
        return new(named[0].Point, named[0].Name, Country: named[0].Country, Choices: [.. named.Skip(1).Take(6)], IsToBeVerified: named[0].IsToBeVerified);
    }
}
