using Amparo.Places.Claiming;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Entries;
using Amparo.Places.Mine;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Proposing;

/// <summary>What waits for stewards of what organisations asked, and what waits for an organisation of its own entries.</summary>
internal sealed class ChangesThatWait(Database db, IOptions<PlacesSettings> settings, TimeProvider clock) : IWork
{
    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        var queues = new List<WorkQueue>();
        if (user.Holds(PlacesPermissions.DecideChanges))
        {
            var waiting = db.ChangesFor(user, PlacesPermissions.DecideChanges).Where(c => c.State == ProposalStates.Waits);
            queues.Add(new("places.desk.work.changes", await waiting.Take(DuePlaces.MostCounted).CountAsync(stop), await waiting.OrderBy(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(stop), ChangesModel.Path));
            var claims = db.OpenClaims(user, PlacesPermissions.DecideChanges);
            queues.Add(new("places.desk.work.claims", await claims.Take(DuePlaces.MostCounted).CountAsync(stop), await claims.OrderBy(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(stop), ClaimsModel.Path));
        }
        if (user.Holds(PlacesPermissions.InvitePartner))
        {
            // Only those of others: nobody is her own second person.
            var asked = db.AskedInvitationsFor(user, PlacesPermissions.InvitePartner).Where(i => i.By != user.Id);
            var oldest = await asked.OrderBy(i => i.At).Select(i => new { i.PlaceId, i.At }).FirstOrDefaultAsync(stop);
            if (oldest is not null) queues.Add(new("places.work.invitations", await asked.Take(DuePlaces.MostCounted).CountAsync(stop), oldest.At, $"/console/places/{oldest.PlaceId}/invite"));
        }
        if (user.Holds(PlacesPermissions.Mine))
        {
            var (count, oldest) = await DuePlaces.Count(db.PlacesFor(user, PlacesPermissions.Mine), settings.Value, clock.GetUtcNow(), stop);
            queues.Add(new("places.mine.work", count, oldest, MineModel.Path));
        }
        return queues;
    }
}
