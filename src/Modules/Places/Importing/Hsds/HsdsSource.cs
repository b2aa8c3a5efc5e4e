using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>A package or an answer of the API: a place per location with what is given there, and one per service that has no location.</summary>
internal sealed class HsdsSource(string path, string kind, string list, ListProfile profile) : IDraftSource
{
    private HsdsTables? _tables;

    public string ReadAs => kind == FileKind.HsdsJson ? "HSDS JSON" : "HSDS CSV";

    private HsdsTables Read(CancellationToken stop) => _tables ??= kind == FileKind.HsdsJson ? HsdsJson.Read(path, stop) : HsdsFolder.Read(path, stop);

    public long ReadThrough(Action<long> progress, CancellationToken stop)
    {
        var tables = Read(stop);
        return Links.Places(tables).Count();
    }

    public IEnumerable<Draft> Drafts(CancellationToken stop)
    {
        var drafts = new HsdsDrafts(Read(stop), list, profile);
        foreach (var (location, services) in Links.Places(Read(stop)))
        {
            stop.ThrowIfCancellationRequested();
            yield return drafts.Of(location, services);
        }
    }

    public IEnumerable<(string Row, Finding Finding)> Left => Read(CancellationToken.None) is var tables
        ? tables.Findings.Concat(tables.Names.SelectMany(t => tables[t]).SelectMany(LeftOf)) : [];

    public IReadOnlyList<TableCount> Tables => _tables is { } tables ? [.. tables.Names.Select(t => new TableCount(t, tables[t].Count, tables[t].Count(r => r.IsUsed)))] : [];

    private static IEnumerable<(string, Finding)> LeftOf(HsdsRow row) => row.IsUsed
        ? row.Unread.Select(u => (row.Row, new Finding(Reasons.ValueDropped, $"{row.Table}.{u.Field}", u.Value)))
        : [(row.Row, new Finding(Reasons.RowUnused, row.Table, string.Join("; ", row.Fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Key}={f.Value}"))))];

    /// <summary>Which services are given where.</summary>
    private static class Links
    {
        public static IEnumerable<(HsdsRow? Location, IReadOnlyList<HsdsRow> Services)> Places(HsdsTables tables)
        {
            var placed = new HashSet<string>();
            var at = new Dictionary<string, List<HsdsRow>>();
            void Put(string location, string service)
            {
                if (!tables.Has("locations", location) || tables.One("services", service) is not { } found) return;
                if (!at.TryGetValue(location, out var here)) at[location] = here = [];
                if (!here.Contains(found)) here.Add(found);
                placed.Add(service);
            }
            foreach (var link in tables["service_at_location"])
                foreach (var location in link.Links("location_id"))
                    foreach (var service in link.Links("service_id"))
                    {
                        if (tables.Has("locations", location) && tables.Has("services", service)) link.Use();
                        Put(location, service);
                    }
            foreach (var service in tables["services"])
                foreach (var location in service.Links("service_locations")) Put(location, service.Id);
            foreach (var location in tables["locations"]) yield return (location.Use(), at.GetValueOrDefault(location.Id, []));
            foreach (var service in tables["services"].Where(s => !placed.Contains(s.Id))) yield return (null, [service.Use()]);
        }
    }
}
