using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>Somebody who works with the console. An account is never shared and never deleted: the audit names it.</summary>
public sealed class Account : IVersioned
{
    public const int LongestName = 80;
    public const int LongestEmail = 200;

    private string _email = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email
    {
        get => _email;
        set => (_email, EmailKey) = (value.Trim(), KeyOf(value));
    }

    /// <summary>The address as it is looked up: two spellings of one address are one account.</summary>
    public string EmailKey { get; private set; } = "";
    public required string Name { get; set; }

    /// <summary>The console's language for this person, <c>es</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Where the person works; null for the whole region. It decides who may look after the account, not what it may do.</summary>
    public string? Country { get; init; }
    public Guid? Organisation { get; init; }

    public string? PasswordHash { get; private set; }

    /// <summary>The secret of the codes that the person's telephone shows, sealed under the server's key.</summary>
    public byte[]? CodeSecret { get; private set; }

    /// <summary>The last code that was used: each works once.</summary>
    public long CodeStep { get; private set; }

    public required DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? FirstSignInAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }
    public int Version { get; private set; }

    public bool HasPassword => PasswordHash is not null && CodeSecret is not null;

    public static string KeyOf(string email) => email.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public void SetPassword(string hash) => PasswordHash = hash;
    public void SetCodes(byte[] sealedSecret) => (CodeSecret, CodeStep) = (sealedSecret, 0);
    public void UseCode(long step) => CodeStep = step;
    public void SignedIn(DateTimeOffset now) => FirstSignInAt ??= now;

    /// <summary>Everything by which its owner came in is gone; the name, the address and the roles stay.</summary>
    public void StartOver()
    {
        RuleBroken.Unless(FirstSignInAt is not null && DisabledAt is null, "office.start_over.not_begun");
        (PasswordHash, CodeSecret, CodeStep, FirstSignInAt) = (null, null, 0, null);
    }

    public void Disable(DateTimeOffset now)
    {
        RuleBroken.Unless(DisabledAt is null, "office.accounts.already_disabled");
        DisabledAt = now;
    }

    public void Enable()
    {
        RuleBroken.Unless(DisabledAt is not null, "office.accounts.not_disabled");
        DisabledAt = null;
    }

    public void Saving(DateTimeOffset now) => Version++;
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("kernel_account");
        table.Ignore(a => a.HasPassword);
        table.Property(a => a.Email).HasMaxLength(Account.LongestEmail).UsePropertyAccessMode(PropertyAccessMode.Property);
        table.Property(a => a.EmailKey).HasMaxLength(Account.LongestEmail);
        table.Property(a => a.Name).HasMaxLength(Account.LongestName);
        table.Property(a => a.Language).HasMaxLength(2);
        table.Property(a => a.Country).HasMaxLength(2);
        table.Property(a => a.PasswordHash).HasMaxLength(200);
        // Two sign-ins with one code at once: the second must not find the account as the first did.
        table.Property(a => a.Version).IsConcurrencyToken();
        table.HasIndex(a => a.EmailKey).IsUnique();
    }
}
