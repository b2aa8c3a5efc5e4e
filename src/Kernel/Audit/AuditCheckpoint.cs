using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// The whole audit up to a place, in one signed note: whoever keeps the note can later tell whether a row before that place was
/// changed, taken away or put in. Each edition carries the hash of the newest one, so that thousands of phones hold it; the
/// hash alone, since the size would tell how much is done here.
/// </summary>
public sealed class AuditCheckpoint
{
    public const string FirstLine = "amparo-audit-checkpoint-1";

    /// <summary>How many rows it covers.</summary>
    public required long Size { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Five lines: the format, the size, the Merkle root (RFC 6962) in base64, the instant in UTC, the signature of the four before in base64.</summary>
    public required string Note { get; init; }

    /// <summary>Hexadecimal SHA-256 of the note: what an edition carries.</summary>
    public required string Hash { get; init; }

    /// <summary>The full subtrees, 32 bytes each, largest first: a server that starts goes on from here.</summary>
    internal byte[] Peaks { get; init; } = [];

    internal static AuditCheckpoint Of(MerkleRange tree, DateTimeOffset at, AuditKeys keys)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{FirstLine}\n{tree.Size}\n{Convert.ToBase64String(tree.Root())}\n{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\n");
        var note = $"{text}{keys.Sign(text)}\n";
        return new() { Size = tree.Size, At = at, Note = note, Hash = HashOf(note), Peaks = tree.Peaks() };
    }

    public static string HashOf(string note) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)));

    /// <summary>What a note claims; null where it is none, or where none of this installation's keys signed it.</summary>
    public static (long Size, byte[] Root)? Read(string note, AuditKeys keys)
    {
        var lines = note.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines is not [FirstLine, var size, var root, _, var signature]) return null;
        var bytes = new byte[32];
        return long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Convert.TryFromBase64String(root, bytes, out var length) && length == 32
            && keys.Holds(string.Join('\n', lines[..4]) + "\n", signature) ? (count, bytes) : null;
    }
}

internal sealed class AuditCheckpointTable : IEntityTypeConfiguration<AuditCheckpoint>
{
    public const string Name = "kernel_audit_checkpoint";

    public void Configure(EntityTypeBuilder<AuditCheckpoint> table)
    {
        table.ToTable(Name);
        table.HasKey(c => c.Size);
        table.Property(c => c.Note).HasMaxLength(400);
        table.Property(c => c.Hash).HasMaxLength(64);
        table.Property(c => c.Peaks);
        table.HasIndex(c => c.Hash);
    }
}
