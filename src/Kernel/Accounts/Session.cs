using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>How long a sign-in lasts.</summary>
public static class SessionTimes
{
    /// <summary>After so long without a request the session is dead.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>After so long it is dead whatever was done: a shift and its handing over.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromHours(12);

    /// <summary>Dangerous acts need a proof of who one is that is not older.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A request writes down that the session lives when the last note is older. Each note is a write with its audit record,
    /// so not every request makes one; an idle session dies up to this much early, never late.
    /// </summary>
    public static readonly TimeSpan Note = TimeSpan.FromMinutes(5);
}

/// <summary>One sign-in on one device. The browser holds a random word, the database its hash: who reads the table cannot sign in.</summary>
public sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
    public required DateTimeOffset FreshAt { get; set; }

    /// <summary><c>password</c> or <c>passkey</c>.</summary>
    public required string Means { get; init; }

    /// <summary>Browser and system in two words, so that its owner knows it again. No address is kept.</summary>
    public required string Device { get; init; }

    /// <summary>The account's private key, sealed under the word that the browser holds; null where the sign-in could not open it.</summary>
    public byte[]? SealedKey { get; init; }

    /// <summary>Set where the session is a shift at a shared computer: PBKDF2 of the PIN that opens it when it is covered.</summary>
    public byte[]? PinHash { get; set; }
    public int PinFailures { get; set; }

    /// <summary>Set while the screen is covered: nothing is answered until the PIN is given.</summary>
    public DateTimeOffset? CoveredAt { get; set; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("kernel_session");
        table.Property(s => s.TokenHash).HasMaxLength(32);
        table.Property(s => s.Means).HasMaxLength(10);
        table.Property(s => s.Device).HasMaxLength(60);
        table.Property(s => s.SealedKey).HasMaxLength(400);
        table.Property(s => s.PinHash).HasMaxLength(32);
        // Tries that come at once must not each count as the first.
        table.Property(s => s.PinFailures).IsConcurrencyToken();
        table.HasIndex(s => s.TokenHash).IsUnique();
        table.HasIndex(s => s.AccountId);
        table.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
