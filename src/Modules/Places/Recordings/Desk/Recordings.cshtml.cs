namespace Amparo.Places.Recordings.Desk;

/// <param name="Of">The place or page that it speaks.</param>
/// <param name="State">As stored, or stale.</param>
internal sealed record RecordingLine(Recording Recording, SpokenText Text, string Of, string State);

/// <summary>What is heard, what waits to be, and what is not heard any more because its words have changed.</summary>
[Requires(PlacesPermissions.View)]
internal sealed class RecordingsModel(Database db, Texts texts) : ConsolePage
{
    public const string Path = "/console/places/recordings";
    private const int Shown = 200;

    public override string TitleKey => "places.recordings.title";

    public IReadOnlyList<RecordingLine> Lines { get; private set; } = [];
    public bool MayRecordPages => Who.ReachFor(PlacesPermissions.Record).Everywhere;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var open = await db.RecordingsFor(Who, PlacesPermissions.View).AsNoTracking().Where(r => r.State == RecordingStates.Waits || r.State == RecordingStates.Published).OrderByDescending(r => r.At).Take(Shown).ToListAsync(stop);
        var words = await db.WordsOf(texts, open, stop);
        Lines = [.. from r in open where words.ContainsKey(r.Id) let text = words[r.Id]
            let state = r.State == RecordingStates.Published && text.Hash != r.TextHash ? RecordingStates.Stale : r.State
            orderby state == RecordingStates.Stale descending, state == RecordingStates.Waits descending, r.At descending
            select new RecordingLine(r, text, text.Place?.Name ?? W["places.recordings.page." + text.Page], state)];
    }

    public static string Tint(string state) => state switch { RecordingStates.Stale => "bad", RecordingStates.Waits => "wait", _ => "" };

    /// <summary>What may be done with it: the words and the end of the path.</summary>
    public IEnumerable<(string Key, string Path)> Deeds(RecordingLine line)
    {
        if (line.Recording.By != Who.Id && line.State is (RecordingStates.Waits or RecordingStates.Stale) && Who.Holds(PlacesPermissions.CheckRecordings)) yield return ("places.recordings.check", "check");
        if (Who.Holds(PlacesPermissions.WithdrawRecordings)) yield return ("places.recordings.withdraw", "withdraw");
    }
}
