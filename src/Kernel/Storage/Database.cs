using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Kernel;

/// <summary>
/// The one database of the platform. It has no DbSets of its own on purpose: a module reaches its
/// tables with <c>db.Set&lt;T&gt;()</c>, and T is internal to that module, so no other module can name it.
/// </summary>
public sealed class Database(DbContextOptions<Database> options, IEnumerable<Module> modules, CurrentUser user, TimeProvider clock)
    : DbContext(options)
{
    /// <summary>True while <see cref="Acting"/> runs: only then may a bulk command write past the change tracker.</summary>
    internal bool IsActing { get; private set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Instants.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Database).Assembly);
        foreach (var module in modules) modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        Naming.Apply(modelBuilder);
    }

    /// <summary>
    /// Runs bulk commands (<c>ExecuteUpdate</c>, <c>ExecuteDelete</c>, SQL) in one transaction with their audit record;
    /// outside of it such a command is refused, since nobody could later say who did it.
    /// </summary>
    /// <param name="table">The table that changes, as the audit shall name it.</param>
    /// <param name="work">Does the writing and returns how many records it touched.</param>
    public async Task<int> Acting(string table, Func<Task<int>> work, CancellationToken stop)
    {
        var act = RequireAct();
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(stop) : null;
        IsActing = true;
        try
        {
            var records = await work();
            Add(new AuditEntry { Act = act, By = user.Id, At = clock.GetUtcNow(), Table = table, Records = records });
            await base.SaveChangesAsync(true, stop);
            if (transaction is not null) await transaction.CommitAsync(stop);
            return records;
        }
        finally
        {
            IsActing = false;
        }
    }

    /// <summary>Writes an audit record of something that happened and changed no table: a refusal, a failed sign-in, an export.</summary>
    /// <param name="table">What it was about, as the audit shall name it.</param>
    /// <param name="record">Which record, where one is known. Never a value of it.</param>
    public Task Note(string table, Guid? record, CancellationToken stop)
    {
        Add(new AuditEntry { Act = RequireAct(), By = user.Id, At = clock.GetUtcNow(), Table = table, Record = record, Records = 0 });
        return SaveChangesAsync(true, stop);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Audit();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Audit();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void Audit()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(HasChanged).ToList()) entry.Entity.Saving(clock.GetUtcNow());
        var touched = ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .GroupBy(e => e.Metadata.GetTableName()!)
            .ToList();
        if (touched.Count == 0) return;

        var act = RequireAct();
        foreach (var table in touched.Where(t => t.Key is not "kernel_audit"))
        {
            var entries = table.ToList();
            Add(new AuditEntry
            {
                Act = act, By = user.Id, At = clock.GetUtcNow(), Table = table.Key, Records = entries.Count,
                Record = entries is [{ } only] && only.Metadata.FindPrimaryKey()?.Properties is [{ } key] ? only.Property(key).CurrentValue as Guid? : null,
            });
        }
    }

    private static bool HasChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified
        || (entry.State is EntityState.Unchanged && entry.References.Any(r => r.TargetEntry is { State: EntityState.Added or EntityState.Modified } owned && owned.Metadata.IsOwned()));

    private string RequireAct() => user.Act
        ?? throw new InvalidOperationException("A write needs an act: put [Requires] or [Public] on the page, or set CurrentUser.Act where a command or a job begins.");
}
