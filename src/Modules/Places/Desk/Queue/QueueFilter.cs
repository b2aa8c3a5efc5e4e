using Amparo.Contracts;
using Amparo.Contracts.Places;

namespace Amparo.Places.Desk.Queue;

/// <summary>Which part of the assurance queue somebody works on: a country, a kind, or all. It fits into one hidden field.</summary>
internal sealed class QueueFilter
{
    public const string Path = "/console/places/due";

    public QueueFilter(string? country, string? kind) =>
        (Country, Kind) = (RegionCountries.All.Contains(country) ? country : null, PlaceKinds.All.Contains(kind) ? kind : null);

    public QueueFilter(string said) : this(said.Split('.')[0], said.Split('.')[^1]) { }

    public string? Country { get; }
    public string? Kind { get; }

    public override string ToString() => $"{Country}.{Kind}";

    public string Link(string? done = null)
    {
        var parts = new[] { ("country", Country), ("kind", Kind), ("done", done) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}").ToList();
        return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts)}";
    }
}
