using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Hsds;

/// <summary>
/// What the interface can be asked for, over one edition: about a hundred bytes for each service at a place. The entries
/// themselves are read only when they are written.
/// </summary>
internal sealed class Catalogue
{
    private readonly int[] _starts;
    private readonly (Guid Id, int Row)[] _links;
    private readonly IReadOnlyDictionary<string, List<int>> _postalCodes;
    private readonly long[] _goneAt;
    private readonly int[] _allServices;
    private readonly int[] _allRows;

    public Catalogue(Edition edition, Row[] rows, IReadOnlyDictionary<Guid, HsdsOrganization> organizations, TermIndex terms, (Guid Id, int Row)[] links, IReadOnlyDictionary<string, List<int>> postalCodes)
    {
        (Edition, Rows, Terms, _links, _postalCodes) = (edition, rows, terms, links, postalCodes);
        var starts = new List<int>();
        for (var i = 0; i < rows.Length; i++)
            if (i == 0 || rows[i].Service != rows[i - 1].Service) starts.Add(i);
        ServiceCount = starts.Count;
        _starts = [.. starts, rows.Length];
        (_allServices, _allRows) = ([.. Enumerable.Range(0, ServiceCount)], [.. Enumerable.Range(0, rows.Length)]);
        _goneAt = [.. rows.Select(r => r.GoneAt).Where(t => t != long.MaxValue).Distinct().Order()];
        Organizations = organizations;
        OrganizationIds = [.. organizations.Keys.Order()];
    }

    public Edition Edition { get; }
    public Row[] Rows { get; }
    public TermIndex Terms { get; }
    public int ServiceCount { get; }
    public IReadOnlyDictionary<Guid, HsdsOrganization> Organizations { get; }
    public IReadOnlyList<Guid> OrganizationIds { get; }

    public Guid IdOfService(int service) => Rows[_starts[service]].Service;

    /// <summary>The rows of a service that are still there.</summary>
    public IEnumerable<int> RowsOf(int service, DateTimeOffset now)
    {
        for (var row = _starts[service]; row < _starts[service + 1]; row++)
            if (Rows[row].GoneAt > now.UtcTicks) yield return row;
    }

    /// <summary>Minus one where there is none.</summary>
    public int ServiceOf(Guid id)
    {
        var (low, high) = (0, ServiceCount - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = IdOfService(middle).CompareTo(id);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    public int ServiceOfRow(int row)
    {
        var at = Array.BinarySearch(_starts, row);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>The row of a service_at_location; minus one where there is none.</summary>
    public int RowOfLink(Guid id)
    {
        var at = Array.BinarySearch(_links, (id, 0), ByLink);
        return at >= 0 ? _links[at].Row : -1;
    }

    public bool IsThere(int row, DateTimeOffset now) => Rows[row].GoneAt > now.UtcTicks;

    /// <summary>When the next entry goes by the reader's own clock: every list changes then.</summary>
    public DateTimeOffset? NextGone(DateTimeOffset now)
    {
        var at = Array.BinarySearch(_goneAt, now.UtcTicks + 1);
        if (at < 0) at = ~at;
        return at < _goneAt.Length ? new DateTimeOffset(_goneAt[at], TimeSpan.Zero) : null;
    }

    /// <summary>Numbers of all services that are still there, in the order of their identifiers.</summary>
    public int[] Services(DateTimeOffset now) =>
        AllThere(now) ? _allServices : [.. _allServices.Where(s => RowsOf(s, now).Any())];

    public int[] Links(DateTimeOffset now) => AllThere(now) ? _allRows : [.. _allRows.Where(r => IsThere(r, now))];

    /// <summary>The places that are still there, in the order of their identifiers.</summary>
    public IEnumerable<PublicPlace> Places(DateTimeOffset now)
    {
        foreach (var ordinal in Ordinals(now)) yield return Edition.At(ordinal);
    }

    public IEnumerable<int> Ordinals(DateTimeOffset now) => Links(now).Select(r => Rows[r].Ordinal).Distinct().Order();

    /// <summary>Ordinals of the places whose published address names the postal code.</summary>
    public IReadOnlyList<int> AtPostalCode(string code) => _postalCodes.TryGetValue(code, out var found) ? found : [];

    public PublicPlace PlaceOf(int row) => Edition.At(Rows[row].Ordinal);

    private bool AllThere(DateTimeOffset now) => _goneAt.Length == 0 || _goneAt[0] > now.UtcTicks;

    internal static readonly Comparer<(Guid Id, int Row)> ByLink = Comparer<(Guid Id, int Row)>.Create((a, b) => a.Id.CompareTo(b.Id));
}

/// <summary>An organisation, and the rows of what it gives.</summary>
internal sealed record HsdsOrganization(Guid Id, string Name, List<int> Rows);
