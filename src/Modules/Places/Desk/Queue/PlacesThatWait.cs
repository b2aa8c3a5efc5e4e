using Amparo.Places.Entries;
using Amparo.Places.Hiding;
using Amparo.Places.Reporting;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Queue;

/// <summary>What waits at the desk of places. Every count stops at a thousand: the start page costs the same for any directory.</summary>
internal sealed class PlacesThatWait(Database db, IOptions<PlacesSettings> settings, TimeProvider clock) : IWork
{
    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        var queues = new List<WorkQueue>();
        if (user.Holds(PlacesPermissions.SettleReports))
        {
            var open = db.ReportsFor(user, PlacesPermissions.SettleReports).Where(r => r.Outcome == ProblemReport.Received);
            queues.Add(new("places.desk.work.reports", await open.Take(DuePlaces.MostCounted).CountAsync(stop), await open.OrderBy(r => r.ReceivedAt).Select(r => (DateTimeOffset?)r.ReceivedAt).FirstOrDefaultAsync(stop), "/console/places/reports"));
        }
        if (user.Holds(PlacesPermissions.Assure))
        {
            var (count, oldest) = await DuePlaces.Count(db.PlacesFor(user, PlacesPermissions.Assure), settings.Value, clock.GetUtcNow(), stop);
            queues.Add(new("places.desk.work.due", count, oldest, QueueFilter.Path));
        }
        if (user.Holds(PlacesPermissions.Approve))
        {
            var queued = db.PlacesFor(user, PlacesPermissions.Approve).Where(p => p.Status == PlaceStatus.Queued);
            queues.Add(new("places.desk.work.queued", await queued.Take(DuePlaces.MostCounted).CountAsync(stop), null, "/console/places?state=queued"));
        }
        if (user.Holds(PlacesPermissions.ConfirmContacts))
        {
            // Only what others typed: nobody is her own second person.
            var typed = await db.PlacesFor(user, PlacesPermissions.ConfirmContacts).AsNoTracking().Where(p => p.ProposedContacts != null).Take(DuePlaces.MostCounted).Select(p => p.ProposedContacts!).ToListAsync(stop);
            var others = typed.Where(c => !c.IsOf(user.Id!.Value)).ToList();
            queues.Add(new("places.desk.work.second", others.Count, others.Count == 0 ? null : others.Min(c => c.At), $"{Lists.ListModel.Path}?state={PlaceStates.Second}"));
        }
        if (user.Holds(PlacesPermissions.ConfirmMassHide))
        {
            var (now, own) = (clock.GetUtcNow(), user.Id);
            var waiting = (await db.HidingsFor(user, PlacesPermissions.ConfirmMassHide).AsNoTracking().Where(h => h.Until > now).Take(DuePlaces.MostCounted).ToListAsync(stop)).Where(h => h.WaitsForSecond(now) && h.FirstPerson != own).ToList();
            queues.Add(new("places.desk.work.mass", waiting.Count, waiting.Count == 0 ? null : waiting.Min(h => h.At), HidingsModel.Path));
        }
        return queues;
    }
}
