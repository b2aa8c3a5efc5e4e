using Amparo.Places.Entries;

namespace Amparo.Places.Importing;

/// <summary>
/// Takes back what one import did to one entry, where nobody has touched it since. What a person did with it is worth more
/// than a tidy undoing: it is left, and said.
/// </summary>
internal static class UndoImport
{
    public const string Edited = "edited", Assured = "assured", Approved = "approved", Hidden = "hidden", Outside = "outside", Gone = "gone", Looked = "looked", Withdrawn = "withdrawn", Contacts = "contacts", Accepted = "accepted";

    /// <returns>Whether the entry is to be erased: nobody but this desk ever saw it.</returns>
    public static bool Undo(ImportChange change, Place? place, DateTimeOffset ranAt, Guid by, DateTimeOffset now)
    {
        if (Obstacle(change, place, ranAt) is { } because)
        {
            change.Decide(ChangeOutcomes.Left, because);
            return false;
        }
        change.Decide(ChangeOutcomes.Undone);
        if (change.What == ImportChange.Added)
        {
            if (place!.ApprovedAt is null) return true;
            place.Withdraw("not_true");
            return false;
        }
        if (change.What == ImportChange.Changed) Restore(change, place!, by, now);
        change.Content = null;
        return false;
    }

    private static string? Obstacle(ImportChange change, Place? place, DateTimeOffset ranAt)
    {
        if (place is null) return Gone;
        if (change.What == ImportChange.Waits) return change.Outcome == ChangeOutcomes.Applied ? Accepted : change.DisclosureBefore is not null ? Hidden : null;
        if (Imprint.Of(place) != change.After) return Edited;
        if (place.Status == PlaceStatus.Withdrawn) return Withdrawn;
        if (place.AssuredAt >= ranAt) return Assured;
        if (change.What == ImportChange.Added) return place is { Status: PlaceStatus.Queued, Verifications.Count: > 0 } ? Looked : null;
        return place.Status == PlaceStatus.Approved && !change.WasApproved ? Approved : null;
    }

    private static void Restore(ImportChange change, Place place, Guid by, DateTimeOffset now)
    {
        var before = PlaceContent.FromJson(change.Content!);
        if (before.Into(place, by, now)) change.Decide(ChangeOutcomes.Left, Contacts);
        place.LookAnew();
        if (change.DisclosureBefore is not { } known) return;
        // To show more of what readers see takes two, whatever made it less.
        if (place.ApprovedAt is null) place.HideTo(known);
        else change.Decide(ChangeOutcomes.Left, Hidden);
    }
}
