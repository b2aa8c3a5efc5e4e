using Amparo.Places.Recordings.Desk;

namespace Amparo.Places.Recordings;

/// <summary>Recordings that wait for a second person, those among them whose words have changed.</summary>
internal sealed class RecordingsThatWait(Database db, Texts texts) : IWork
{
    private const int MostLooked = 1000;

    public async Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop)
    {
        if (!user.Holds(PlacesPermissions.CheckRecordings)) return [];
        var open = await db.RecordingsFor(user, PlacesPermissions.CheckRecordings).AsNoTracking().Where(r => r.State == RecordingStates.Waits || r.State == RecordingStates.Published).OrderBy(r => r.At).Take(MostLooked).ToListAsync(stop);
        var words = await db.WordsOf(texts, open, stop);
        // Only those of others: nobody is her own second person.
        var due = open.Where(r => r.By != user.Id && words.TryGetValue(r.Id, out var said) && r.IsDue(said.Hash)).ToList();
        return [new("places.recordings.work", due.Count, due.Select(r => (DateTimeOffset?)r.ChangedAt).Min(), RecordingsModel.Path)];
    }
}
