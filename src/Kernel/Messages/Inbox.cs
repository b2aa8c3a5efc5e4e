using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>
/// Where the readers' side puts what it was told: it knows no table, and the module that owns the kind takes it from here.
/// </summary>
public interface IInbox
{
    /// <summary>Keeps the message, once: the same key with the same body again changes nothing.</summary>
    /// <param name="kind">Whose it is, such as <c>places.report</c>.</param>
    /// <param name="key">Made with the form, 20 to 64 characters, so that a lost reply can be tried again.</param>
    /// <param name="body">JSON, at most 16 KB.</param>
    /// <exception cref="InboxConflict">The key came before with another body.</exception>
    /// <exception cref="InboxCannotKeep">It cannot be kept safely here and now, and was not.</exception>
    Task Put(string kind, string key, string body, CancellationToken stop);
}

/// <summary>The same key came with another body: somebody changed the form after it was sent.</summary>
public sealed class InboxConflict() : Exception("This form was already sent with other words.");

/// <summary>There is no room, or nothing to seal it to: who sent it must be told, since nobody else will ever know of it.</summary>
public sealed class InboxCannotKeep(Exception? why = null) : Exception("What was sent cannot be kept here.", why);

/// <summary>A message of the public that waits for its module.</summary>
public sealed class InboxItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Body { get; init; }
    public required string BodyHash { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? TakenAt { get; set; }
}

internal sealed class InboxTable : IEntityTypeConfiguration<InboxItem>
{
    public void Configure(EntityTypeBuilder<InboxItem> table)
    {
        table.ToTable("kernel_inbox");
        table.Property(i => i.Kind).HasMaxLength(40);
        table.Property(i => i.Key).HasMaxLength(64);
        table.Property(i => i.BodyHash).HasMaxLength(64);
        table.HasIndex(i => new { i.Kind, i.Key }).IsUnique();
        table.HasIndex(i => i.TakenAt);
    }
}

internal sealed class DatabaseInbox(Database db, TimeProvider clock) : IInbox
{
    public async Task Put(string kind, string key, string body, CancellationToken stop)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        if (await Known(kind, key, hash, stop)) return;
        db.Add(new InboxItem { Kind = kind, Key = key, Body = body, BodyHash = hash, ReceivedAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // A twin of this request was faster; the unique index made this one wait for it.
            db.ChangeTracker.Clear();
            if (!await Known(kind, key, hash, stop)) throw;
        }
    }

    private async Task<bool> Known(string kind, string key, string hash, CancellationToken stop)
    {
        var before = await db.Set<InboxItem>().Where(i => i.Kind == kind && i.Key == key).Select(i => i.BodyHash).SingleOrDefaultAsync(stop);
        if (before is not null && before != hash) throw new InboxConflict();
        return before is not null;
    }
}
