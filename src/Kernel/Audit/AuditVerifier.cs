using System.Globalization;

namespace Amparo.Kernel;

/// <summary>Reads the audit from its first row to its last and says whether it is the one that was written.</summary>
public sealed class AuditVerifier(Database db, AuditKeys keys)
{
    /// <param name="notes">Checkpoints that were kept elsewhere: what this database cannot have changed.</param>
    /// <param name="hashes">Hashes of checkpoints, as editions carry them.</param>
    public async Task<AuditFinding> Verify(IReadOnlyList<string> notes, IReadOnlyCollection<string> hashes, CancellationToken stop, IProgress<long>? progress = null)
    {
        var checkpoints = await db.Set<AuditCheckpoint>().AsNoTracking().OrderBy(c => c.Size).ToListAsync(stop);
        var known = checkpoints.Select(c => c.Hash).ToHashSet();
        var finding = new AuditFinding(0, 0, checkpoints.Count);
        var expected = new SortedDictionary<long, List<byte[]>>();
        foreach (var note in checkpoints.Select(c => c.Note).Concat(notes))
        {
            if (AuditCheckpoint.Read(note, keys) is not var (size, root))
                return finding with { Fault = AuditFaults.NoteOfAnother, Wrong = "A checkpoint was not signed with this installation's audit key (keys/audit.public): it is another installation's, or a forged one." };
            if (!expected.TryGetValue(size, out var roots)) expected[size] = roots = [];
            roots.Add(root);
        }
        if (checkpoints.Find(c => AuditCheckpoint.HashOf(c.Note) != c.Hash || AuditCheckpoint.Read(c.Note, keys) is not var (size, _) || size != c.Size) is { } bent)
            return finding with { Fault = AuditFaults.NoteChanged, Wrong = $"The checkpoint at row {bent.Size} was changed after it was signed." };

        finding = await Walk(finding, expected, stop, progress);
        if (finding.Wrong is null && hashes.FirstOrDefault(h => !known.Contains(h)) is { } gone)
            finding = finding with { Fault = AuditFaults.NoteUnknown, Wrong = $"An edition carries the checkpoint {gone[..12]}…, which this database does not have: the audit was put back to an earlier state or replaced." };
        return finding.Wrong is null ? await Rest(finding, stop) : finding;
    }

    private async Task<AuditFinding> Walk(AuditFinding finding, SortedDictionary<long, List<byte[]>> expected, CancellationToken stop, IProgress<long>? progress)
    {
        var head = Head();
        var walk = new AuditWalk(expected, head, keys);
        await db.Database.OpenConnectionAsync(stop);
        var fault = await Each(AuditRows.Sealed, ("after", 0L), walk.Take, () => progress?.Report(walk.Size), stop);
        finding = finding with { Sealed = walk.Size, Fault = fault };
        var (next, good) = (walk.Size + 1, walk.Good);
        switch (fault)
        {
            case AuditFaults.Missing: return finding with { At = next, Wrong = $"Row {next} is missing." };
            case AuditFaults.Unreadable: return finding with { At = next, Wrong = $"Row {next} cannot be read: it was changed." };
            case AuditFaults.Changed: return finding with { At = next, Wrong = $"Row {next} is not the one that was sealed there: it was changed, or put in another's place." };
            case AuditFaults.SeenOtherwise: return finding with { At = good + 1, Wrong = $"This machine saw another row {walk.Size}: a row after {good} was changed, and the chain behind it made anew." };
            case AuditFaults.MadeAnew:
                var forged = await FirstForged(good, walk.Size, stop);
                return finding with { At = forged ?? good + 1, Wrong = $"What was signed at row {walk.Size} is not what stands there: {(forged is null ? $"a row between {good + 1} and {walk.Size}" : $"row {forged}")} was changed, and the chain behind it made anew." };
        }
        var furthest = Math.Max(expected.Keys.LastOrDefault(), head?.Sequence ?? 0);
        // Rows that a note should prove, but the note's end is gone: then their macs are all there is.
        if ((walk.Forged ?? (good < walk.Size && expected.Keys.LastOrDefault() > walk.Size ? await FirstForged(good, walk.Size, stop) : null)) is { } place)
            return finding with { At = place, Fault = AuditFaults.NotWritten, Wrong = $"Row {place} was not written by Amparo: its mac is wrong." };
        return furthest <= walk.Size ? finding : finding with
        {
            At = next, Fault = AuditFaults.CutOff, Wrong = $"The audit ends at row {walk.Size}, but {furthest} rows were there: its end was cut off, or the database was put back to an earlier state.",
        };
    }

    private async Task<long?> FirstForged(long after, long last, CancellationToken stop)
    {
        long? forged = null;
        await Each(AuditRows.Sealed, ("after", after), rows =>
        {
            for (var i = 0; i < rows.Count && forged is null && rows.Sequence(i) <= last; i++)
                if (!rows.IsReadable(i) || !keys.IsMac(rows.Line(i), rows.Mac(i))) forged = rows.Sequence(i);
            return forged is not null || rows.Sequence(rows.Count - 1) >= last ? "" : null;
        }, null, stop);
        return forged;
    }

    private async Task<AuditFinding> Rest(AuditFinding finding, CancellationToken stop)
    {
        var waiting = 0L;
        var fault = await Each(AuditRows.Waiting, ("most", long.MaxValue), rows =>
        {
            for (var i = 0; i < rows.Count; i++)
            {
                waiting++;
                if (!rows.IsReadable(i) || !keys.IsMac(rows.Line(i), rows.Mac(i))) return AuditFaults.WaitingNotWritten;
            }
            return null;
        }, null, stop);
        finding = finding with { Waiting = waiting, Fault = fault };
        var place = finding.Sealed + waiting;
        return fault is null ? finding : finding with { At = place, Wrong = $"The row that waits for place {place} was not written by Amparo, or was changed since: its mac is wrong." };
    }

    /// <summary>Gives the rows in batches until the first answer that is not null, and returns it.</summary>
    private async Task<string?> Each(string sql, (string, object) value, Func<AuditBatch, string?> take, Action? tell, CancellationToken stop)
    {
        await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, sql, value);
        await using var rows = await command.ExecuteReaderAsync(stop);
        await using var reading = new AuditReading(rows, stop);
        while (await reading.Next() is { } batch)
        {
            if (take(batch) is { } answer) return answer;
            reading.Done(batch);
            tell?.Invoke();
        }
        return null;
    }

    private (long Sequence, byte[] Chain)? Head()
    {
        if (!File.Exists(keys.HeadFile) || File.ReadAllText(keys.HeadFile).Trim().Split(' ') is not [var sequence, { Length: 64 } chain]) return null;
        return (long.Parse(sequence, CultureInfo.InvariantCulture), Convert.FromHexString(chain));
    }
}
