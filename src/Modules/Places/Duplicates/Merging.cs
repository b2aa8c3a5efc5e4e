using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Reporting;

namespace Amparo.Places.Duplicates;

/// <summary>Joins two entries and parts them again; saved by the caller, in one transaction with its record.</summary>
internal static class Merging
{
    /// <param name="fromOther">Keys of <see cref="MergeField"/> whose value is the other's.</param>
    public static async Task<PlaceMerge> Merge(this Database db, Place survivor, Place other, IReadOnlySet<string> fromOther, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        // Whoever runs the one that stays would read where the other is, on one person's word.
        RuleBroken.Unless(survivor.Disclosure == Disclosures.Exact || !fromOther.Contains("whereabouts") || survivor.OrganizationId is null || survivor.OrganizationId == other.OrganizationId, "places.merge.whereabouts_of_another");
        var (before, theirs) = (PlaceContent.Of(survivor), PlaceContent.Of(other));
        var merge = new PlaceMerge
        {
            SurvivorId = survivor.Id, MergedId = other.Id, By = by, At = now, SurvivorBefore = before.ToJson(), SurvivorAfter = "", MergedWasApproved = other.Status == PlaceStatus.Approved,
            MergedImprint = Imprint.Of(other), Disclosure = other.Disclosure,
        };
        other.MergeInto(survivor);
        var chosen = MergeField.All.Where(f => fromOther.Contains(f.Key)).Aggregate(before, (mine, field) => field.Take(mine, theirs));
        chosen.Into(survivor, by, now);
        if (survivor.Kind != before.Kind) survivor.HideAsKind();
        survivor.LookAnew();
        merge.SurvivorAfter = Imprint.Of(survivor);

        foreach (var report in await db.Set<ProblemReport>().Where(r => r.PlaceId == other.Id && r.Outcome == ProblemReport.Received).ToListAsync(stop))
        {
            report.PlaceId = survivor.Id;
            merge.Reports.Add(report.Id);
        }
        // Whatever led to the other leads on: a paper that names an entry of long ago must not end in between.
        foreach (var follower in await db.Set<Place>().Where(p => p.MergedInto == other.Id).ToListAsync(stop))
        {
            follower.LeadsTo(survivor.Id);
            merge.Followers.Add(follower.Id);
        }
        db.Add(merge);
        return merge;
    }

    public static async Task Part(this Database db, PlaceMerge merge, Place survivor, Place other, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        merge.Undo(by, now);
        other.PartAgain(merge);
        survivor.TakeBackContacts(merge.At);
        merge.SurvivorWentBack = Imprint.Of(survivor) == merge.SurvivorAfter;
        if (merge.SurvivorWentBack)
        {
            var before = PlaceContent.FromJson(merge.SurvivorBefore);
            before.Into(survivor, by, now);
            survivor.LookAnew();
        }
        foreach (var report in await db.Set<ProblemReport>().Where(r => merge.Reports.Contains(r.Id) && r.PlaceId == survivor.Id && r.Outcome == ProblemReport.Received).ToListAsync(stop)) report.PlaceId = other.Id;
        foreach (var follower in await db.Set<Place>().Where(p => merge.Followers.Contains(p.Id) && p.MergedInto == survivor.Id).ToListAsync(stop)) follower.LeadsTo(other.Id);
    }
}
