using Amparo.Places.Desk;
using Amparo.Places.Entries;

namespace Amparo.Places.Hiding;

internal static class HidingWords
{
    public static string Of(Words w, MassHiding hiding, IReadOnlyDictionary<Guid, string> organizations, Gazetteer gazetteer) => hiding.OrganizationId is { } id
        ? $"{organizations.GetValueOrDefault(id) ?? "—"}{(hiding.Country is { } only ? $" ({DeskWords.Country(w, only)})" : "")}"
        : $"{AreaOf(gazetteer, hiding.Admin1!)}, {DeskWords.Country(w, hiding.Country!)}";

    public static string AreaOf(Gazetteer gazetteer, string admin1) => gazetteer.All.FirstOrDefault(p => p.Admin1Code == admin1)?.AreaSaid ?? admin1;

    public static async Task<IReadOnlyDictionary<Guid, string>> Organizations(Database db, IEnumerable<MassHiding> hidings, CancellationToken stop)
    {
        var ids = hidings.Select(h => h.OrganizationId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Set<Organization>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
    }
}
