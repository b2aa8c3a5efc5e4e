using System.Data.Common;
using System.Globalization;

namespace Amparo.Kernel;

/// <summary>What a verification found.</summary>
/// <param name="Sealed">Rows that have their place in the chain.</param>
/// <param name="Waiting">Rows that have none yet.</param>
/// <param name="Checkpoints">Signed notes that were compared.</param>
/// <param name="Wrong">Null where everything is as it was written; else what is wrong first, in a sentence.</param>
/// <param name="At">The place of the first row that is not as it was written, where it is known.</param>
public sealed record AuditFinding(long Sealed, long Waiting, int Checkpoints, string? Wrong = null, long? At = null);

/// <summary>Reads the audit from its first row to its last and says whether it is the one that was written.</summary>
public sealed class AuditVerifier(Database db, AuditKeys keys)
{
    private readonly byte[] _room = new byte[AuditLine.MostBytes];

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
                return finding with { Wrong = "A checkpoint was not signed with this installation's audit key (keys/audit.public): it is another installation's, or a forged one." };
            if (!expected.TryGetValue(size, out var roots)) expected[size] = roots = [];
            roots.Add(root);
        }
        if (checkpoints.Find(c => AuditCheckpoint.HashOf(c.Note) != c.Hash || AuditCheckpoint.Read(c.Note, keys) is not var (size, _) || size != c.Size) is { } bent)
            return finding with { Wrong = $"The checkpoint at row {bent.Size} was changed after it was signed." };

        finding = await Walk(finding, expected, stop, progress);
        if (finding.Wrong is null && hashes.FirstOrDefault(h => !known.Contains(h)) is { } gone)
            finding = finding with { Wrong = $"An edition carries the checkpoint {gone[..12]}…, which this database does not have: the audit was put back to an earlier state or replaced." };
        return finding.Wrong is null ? await Rest(finding, stop) : finding;
    }

    private async Task<AuditFinding> Walk(AuditFinding finding, SortedDictionary<long, List<byte[]>> expected, CancellationToken stop, IProgress<long>? progress)
    {
        var (tree, chain, leaf, good) = (new MerkleRange(), new byte[32], new byte[32], 0L);
        var head = Head();
        long? forged = null;
        await db.Database.OpenConnectionAsync(stop);
        await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, AuditRows.Sealed, ("after", 0L));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (rows.Read())
        {
            if (Wrong(rows, tree.Size + 1, chain, leaf) is { } wrong) return finding with { Sealed = tree.Size, Wrong = wrong, At = tree.Size + 1 };
            tree.Add(leaf);
            if (forged is null && !keys.IsMac(AuditRows.Line(rows, _room), AuditRows.Mac(rows))) forged = tree.Size;
            if (expected.TryGetValue(tree.Size, out var roots))
            {
                var root = tree.Root();
                if (!roots.TrueForAll(r => r.AsSpan().SequenceEqual(root)))
                    return finding with { Sealed = tree.Size, At = forged ?? good + 1, Wrong = $"What was signed at row {tree.Size} is not what stands there: {(forged is null ? $"a row between {good + 1} and {tree.Size}" : $"row {forged}")} was changed, and the chain behind it made anew." };
                // A signature holds what a mac cannot any more: a copy that was put back elsewhere has another key for macs.
                (good, forged) = (tree.Size, null);
            }
            if (tree.Size == head?.Sequence && !head.Value.Chain.AsSpan().SequenceEqual(chain))
                return finding with { Sealed = tree.Size, At = good + 1, Wrong = $"This machine saw another row {tree.Size}: a row after {good} was changed, and the chain behind it made anew." };
            if (tree.Size % 50_000 == 0)
            {
                progress?.Report(tree.Size);
                stop.ThrowIfCancellationRequested();
            }
        }
        if (forged is { } place) return finding with { Sealed = tree.Size, At = place, Wrong = $"Row {place} was not written by Amparo: its mac is wrong." };
        finding = finding with { Sealed = tree.Size };
        var furthest = Math.Max(expected.Keys.LastOrDefault(), head?.Sequence ?? 0);
        return furthest <= tree.Size ? finding : finding with { At = tree.Size + 1, Wrong = $"The audit ends at row {tree.Size}, but {furthest} rows were there: its end was cut off, or the database was put back to an earlier state." };
    }

    private string? Wrong(DbDataReader row, long place, Span<byte> chain, Span<byte> leaf)
    {
        if (AuditRows.Sequence(row) != place) return $"Row {place} is missing.";
        if (!Read(row, out var line, out var mac)) return $"Row {place} cannot be read: it was changed.";
        AuditLine.Leaf(line, mac, leaf);
        AuditLine.Link(chain, leaf);
        return chain.SequenceEqual(AuditRows.Chain(row)) ? null : $"Row {place} is not the one that was sealed there: it was changed, or put in another's place.";
    }

    // Whoever changes a row by hand may put a word where a number was.
    private bool Read(DbDataReader row, out ReadOnlySpan<byte> line, out byte[] mac)
    {
        try
        {
            line = AuditRows.Line(row, _room);
            mac = AuditRows.Mac(row);
            return mac.Length == 32;
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            line = [];
            mac = [];
            return false;
        }
    }

    private async Task<AuditFinding> Rest(AuditFinding finding, CancellationToken stop)
    {
        await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null, AuditRows.Waiting, ("most", long.MaxValue));
        await using var rows = await command.ExecuteReaderAsync(stop);
        var waiting = 0L;
        while (rows.Read())
        {
            waiting++;
            if (!Read(rows, out var line, out var mac) || !keys.IsMac(line, mac))
                return finding with { Waiting = waiting, At = finding.Sealed + waiting, Wrong = $"The row that waits for place {finding.Sealed + waiting} was not written by Amparo, or was changed since: its mac is wrong." };
        }
        return finding with { Waiting = waiting };
    }

    private (long Sequence, byte[] Chain)? Head()
    {
        if (!File.Exists(keys.HeadFile) || File.ReadAllText(keys.HeadFile).Trim().Split(' ') is not [var sequence, { Length: 64 } chain]) return null;
        return (long.Parse(sequence, CultureInfo.InvariantCulture), Convert.FromHexString(chain));
    }
}
