using System.Text;
using Amparo.Contracts.Safeguarding;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Safeguarding;

/// <summary>What one of the two wrote under a code: who reads here, or who complained. Sealed under the key of the code.</summary>
internal sealed class Message
{
    /// <summary>From complaint and number; it holds no time, since editions show that there are two.</summary>
    public required Guid Id { get; init; }
    public required Guid ComplaintId { get; init; }
    public required int Number { get; init; }
    public required bool IsFromPerson { get; init; }
    public required DateTimeOffset At { get; init; }
    public required byte[] Box { get; init; }

    /// <summary>Of what the person wrote: the form's key, hashed, so that the same form is one message; and its words under that key.</summary>
    public string? KeyHash { get; init; }
    public string? BodyHash { get; init; }

    public static Message Of(Complaint complaint, int number, bool isFromPerson, string words, byte[] replyKey, DateTimeOffset now, string? keyHash = null, string? bodyHash = null) => new()
    {
        Id = StableId.Of(SealedReply.Bound, complaint.Id.ToString(), number.ToString(System.Globalization.CultureInfo.InvariantCulture)), ComplaintId = complaint.Id, Number = number, IsFromPerson = isFromPerson, At = now,
        Box = SecretBox.Seal(replyKey, Bound(complaint, number, isFromPerson), Encoding.UTF8.GetBytes(words)), KeyHash = keyHash, BodyHash = bodyHash,
    };

    public string? Open(Complaint complaint, byte[] replyKey) =>
        SecretBox.Open(replyKey, Bound(complaint, Number, IsFromPerson), Box) is { } clear ? Encoding.UTF8.GetString(clear) : null;

    // An answer is opened by who knows the code and not the complaint; what the person wrote outlives the code.
    private static string Bound(Complaint complaint, int number, bool isFromPerson) => $"{SealedReply.Bound}|{(isFromPerson ? complaint.Id : complaint.CodeName)}|{number}";
}

/// <summary>What somebody who reads wrote down for herself and the next who reads. Sealed under the key of the complaint.</summary>
internal sealed class Note
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ComplaintId { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required byte[] Box { get; init; }

    public static Note Of(Guid complaint, Guid by, string words, ReadOnlySpan<byte> key, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, ComplaintId = complaint, By = by, At = now, Box = SecretBox.Seal(key, Bound(complaint, id), Encoding.UTF8.GetBytes(words)) };
    }

    public string? Open(ReadOnlySpan<byte> key) => SecretBox.Open(key, Bound(ComplaintId, Id), Box) is { } clear ? Encoding.UTF8.GetString(clear) : null;

    private static string Bound(Guid complaint, Guid id) => $"safeguarding_note|{complaint}|{id}";
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> table)
    {
        table.ToTable("safeguarding_message");
        table.Property(m => m.KeyHash).HasMaxLength(64);
        table.Property(m => m.BodyHash).HasMaxLength(64);
        table.HasIndex(m => new { m.ComplaintId, m.Number }).IsUnique();
        table.HasIndex(m => m.KeyHash).IsUnique();
        table.HasOne<Complaint>().WithMany().HasForeignKey(m => m.ComplaintId);
    }
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> table)
    {
        table.ToTable("safeguarding_note");
        table.HasIndex(n => n.ComplaintId);
        table.HasOne<Complaint>().WithMany().HasForeignKey(n => n.ComplaintId);
    }
}
