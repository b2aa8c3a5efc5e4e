using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Protection.Sealing;

/// <summary>
/// One part of what is known of a person, as somebody saved it: sealed under a key of its own. A later save is another row, so
/// that nobody's text is lost and an old decision finds what it rested on.
/// </summary>
internal sealed class SealedSection
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>One of <see cref="SectionKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>From 1; the highest is what holds. Two who save at once cannot have one number.</summary>
    public required int Number { get; init; }
    public required byte[] Box { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <returns>The section, and its key, to be wrapped and zeroed.</returns>
    public static (SealedSection Section, byte[] Key) New<T>(Guid person, string kind, int number, T content, Guid by, DateTimeOffset now)
    {
        var (id, key) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(SecretBox.KeyBytes));
        var clear = JsonSerializer.SerializeToUtf8Bytes(content);
        var box = SecretBox.Seal(key, Bound(id, person, kind, number), clear);
        CryptographicOperations.ZeroMemory(clear);
        return (new() { Id = id, PersonId = person, Kind = kind, Number = number, By = by, At = now, Box = box }, key);
    }

    /// <returns>Null where it was sealed under another key, or was moved or changed.</returns>
    public T? Open<T>(ReadOnlySpan<byte> key) where T : class
    {
        if (SecretBox.Open(key, Bound(Id, PersonId, Kind, Number), Box) is not { } clear) return null;
        var content = JsonSerializer.Deserialize<T>(clear);
        CryptographicOperations.ZeroMemory(clear);
        return content;
    }

    private static string Bound(Guid id, Guid person, string kind, int number) => $"protection_section|{id}|{person}|{kind}|{number}";
}

/// <summary>The key of one section for the holders of one ring, because of one grant: with the grant it goes, and no other with it.</summary>
internal sealed class SectionKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SectionId { get; init; }
    public required Guid GrantId { get; init; }
    public required Guid RingId { get; init; }

    /// <summary>Sealed to the public half, by somebody who does not hold the ring; else under a key that follows from the private half.</summary>
    public required bool IsToPublicHalf { get; init; }
    public required byte[] Box { get; init; }

    /// <param name="held">The ring's private half; null where who seals does not hold it.</param>
    public static SectionKey Wrap(Guid section, Guid grant, Ring ring, byte[]? held, ReadOnlySpan<byte> key) => new()
    {
        SectionId = section, GrantId = grant, RingId = ring.Id, IsToPublicHalf = held is null,
        Box = held is null ? SealedFor.Key(ring.PublicKey, Bound(section, grant, ring.Id), key) : SecretBox.Seal(Under(held), Bound(section, grant, ring.Id), key),
    };

    public byte[]? Open(byte[] held) => IsToPublicHalf ? SealedFor.Open(held, Bound(SectionId, GrantId, RingId), Box) : SecretBox.Open(Under(held), Bound(SectionId, GrantId, RingId), Box);

    // A hundredth of what agreeing on a key costs, for who holds the private half anyway.
    private static byte[] Under(byte[] held) => HKDF.DeriveKey(HashAlgorithmName.SHA256, held, SecretBox.KeyBytes, info: Encoding.UTF8.GetBytes("amparo|protection-section-key"));

    private static string Bound(Guid section, Guid grant, Guid ring) => $"protection_section_key|{section}|{grant}|{ring}";
}

/// <summary>The parts of a file, and which ring opens each. The words are stored.</summary>
internal static class SectionKinds
{
    public const string Identity = "identity";
    public const string SafeContact = "safe_contact";
    public const string Needs = "needs";
    public const string Family = "family";
    public const string Story = "story";

    /// <summary>Who witnessed what she agreed to: of the team that keeps the file alone.</summary>
    public const string Consent = "consent";

    /// <summary>As a file shows them.</summary>
    public static IReadOnlyDictionary<string, string> RingOf { get; } = new Dictionary<string, string>
    {
        [Needs] = RingKinds.Contact, [Identity] = RingKinds.File, [SafeContact] = RingKinds.File, [Family] = RingKinds.File, [Story] = RingKinds.Special, [Consent] = RingKinds.File,
    };

    public static IReadOnlyList<string> All { get; } = [.. RingOf.Keys];

    /// <summary>What may be given to another team.</summary>
    public static IReadOnlyList<string> Given { get; } = [Needs, Identity, SafeContact, Family, Story];
}

internal sealed class SealedSectionTable : IEntityTypeConfiguration<SealedSection>
{
    public const string Name = "protection_section";

    public void Configure(EntityTypeBuilder<SealedSection> table)
    {
        table.ToTable(Name);
        table.Property(s => s.Kind).HasMaxLength(20);
        table.HasIndex(s => new { s.PersonId, s.Kind, s.Number }).IsUnique();
        table.HasOne<People.Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class SectionKeyTable : IEntityTypeConfiguration<SectionKey>
{
    public void Configure(EntityTypeBuilder<SectionKey> table)
    {
        table.ToTable("protection_section_key");
        table.Property(k => k.Box).HasMaxLength(300);
        table.HasIndex(k => new { k.SectionId, k.GrantId, k.RingId }).IsUnique();
        table.HasIndex(k => k.GrantId);
        table.HasOne<SealedSection>().WithMany().HasForeignKey(k => k.SectionId);
        table.HasOne<Granting.FileGrant>().WithMany().HasForeignKey(k => k.GrantId);
        table.HasOne<Ring>().WithMany().HasForeignKey(k => k.RingId);
    }
}
