using System.Text.Json;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;

namespace Amparo.Places.Mine;

internal static class Propose
{
    /// <summary>Puts what an organisation asks for before the stewards, in the place of what it asked before. Saved by the caller.</summary>
    /// <returns>False where it asks for nothing that is not so already.</returns>
    public static async Task<bool> Change(Database db, Place place, Says after, CurrentUser who, DateTimeOffset now, CancellationToken stop)
    {
        var before = Says.Of(place);
        after = after with { Where = after.Where ?? before.Where };
        if (JsonSerializer.Serialize(before, CompactJson.Options) == JsonSerializer.Serialize(after, CompactJson.Options)) return false;
        foreach (var older in await db.Set<ProposedChange>().Where(c => c.PlaceId == place.Id && c.State == ProposalStates.Waits).ToListAsync(stop)) older.Replace(now);
        db.Add(new ProposedChange { PlaceId = place.Id, By = who.Id!.Value, Organisation = who.Organisation ?? place.OrganizationId, At = now, Before = before, After = after });
        return true;
    }
}
