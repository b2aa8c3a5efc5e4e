using System.Security.Cryptography;
using Amparo.Places.Entries;
using Amparo.Places.Recordings.Sounds;

namespace Amparo.Places.Recordings;

internal static class VisibleRecordings
{
    /// <summary>The only way to recordings at the desk: those of places that this act of this person reaches. Pages are everybody's, and the whole region keeps them.</summary>
    public static IQueryable<Recording> RecordingsFor(this Database db, CurrentUser user, string act)
    {
        if (user.ReachFor(act).Everywhere) return db.Set<Recording>();
        var places = db.PlacesFor(user, act);
        return db.Set<Recording>().Where(r => r.PlaceId != null && places.Any(p => p.Id == r.PlaceId));
    }

    /// <summary>The words of now of each recording, out of the places as they are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SpokenText>> WordsOf(this Database db, Texts texts, IReadOnlyCollection<Recording> recordings, CancellationToken stop)
    {
        var ids = recordings.Select(r => r.PlaceId).OfType<Guid>().Distinct().ToList();
        var places = ids.Count == 0 ? [] : await db.Set<Place>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        return recordings.Where(r => r.PlaceId is not { } id || places.ContainsKey(id)).ToDictionary(r => r.Id, r => r.PlaceId is { } id ? SpokenText.Of(places[id]) : SpokenText.OfPage(texts, r.Page!, r.Language));
    }

    /// <summary>Puts a new recording among those that wait; an older one that waits for the same goes.</summary>
    public static async Task Bring(this Database db, CleanSound sound, Func<string, Recording> make, CancellationToken stop)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(sound.Bytes));
        var recording = make(sha256);
        foreach (var older in await db.Same(recording).Where(r => r.State == RecordingStates.Waits).ToListAsync(stop))
        {
            older.Replace();
            await db.Forget(older, sha256, stop);
        }
        if (!await db.Set<RecordedSound>().AnyAsync(s => s.Sha256 == sha256, stop)) db.Add(new RecordedSound { Sha256 = sha256, Bytes = sound.Bytes });
        db.Add(recording);
    }

    /// <summary>The others of the same words in the same language.</summary>
    public static IQueryable<Recording> Same(this Database db, Recording one) =>
        db.Set<Recording>().Where(r => r.Id != one.Id && r.Language == one.Language && r.PlaceId == one.PlaceId && r.Page == one.Page);

    /// <summary>The voice of a recording that nobody may hear any more is not kept: who withdrew a consent withdrew that too.</summary>
    public static async Task Forget(this Database db, Recording gone, string? but, CancellationToken stop)
    {
        var sha256 = gone.Sha256;
        if (sha256 == but || await db.Set<Recording>().AnyAsync(r => r.Id != gone.Id && r.Sha256 == sha256 && (r.State == RecordingStates.Waits || r.State == RecordingStates.Published), stop)) return;
        if (await db.Set<RecordedSound>().SingleOrDefaultAsync(s => s.Sha256 == sha256, stop) is { } sound) db.Remove(sound);
    }
}
