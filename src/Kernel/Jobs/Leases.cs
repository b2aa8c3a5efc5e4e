using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>Who does a job at the moment, where several servers share one database.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    /// <summary>The process that holds it.</summary>
    public required string Holder { get; init; }

    /// <summary>Over by itself then: a server that was killed keeps nobody waiting for long.</summary>
    public required DateTimeOffset Until { get; init; }
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public const string Name = "kernel_lease";

    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.ToTable(Name).HasKey(l => l.Name);
        table.Property(l => l.Name).HasMaxLength(40);
        table.Property(l => l.Holder).HasMaxLength(32);
    }
}

/// <summary>
/// Spares two servers from doing the same work at once. What must never happen twice is held by a unique key of its own: a
/// lease can run out under whoever still works.
/// </summary>
public sealed class Leases(Database db, TimeProvider clock)
{
    private static readonly string Me = Guid.CreateVersion7().ToString("N");

    /// <summary>Takes the lease, or makes one's own longer.</summary>
    /// <returns>False where another process holds it.</returns>
    public async Task<bool> Take(string name, TimeSpan @for, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            // Past the change tracker, on purpose: who works is no act, and a record of each minute would bury those that are.
            await using var command = AuditRows.Ask(db.Database.GetDbConnection(), null,
                $"""
                INSERT INTO {LeaseTable.Name} (name, holder, until) VALUES (@name, @holder, @until)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE {LeaseTable.Name}.until <= @now OR {LeaseTable.Name}.holder = @holder
                """,
                ("name", name), ("holder", Me), ("until", Instants.ToStored(now + @for)), ("now", Instants.ToStored(now)));
            return await command.ExecuteNonQueryAsync(stop) == 1;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
