using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Kernel;

/// <summary>
/// The one database of the platform. It has no DbSets of its own on purpose: a module reaches its
/// tables with <c>db.Set&lt;T&gt;()</c>, and T is internal to that module, so no other module can name it.
/// </summary>
public sealed class Database(DbContextOptions<Database> options, IEnumerable<Module> modules, CurrentUser user, AuditWriter audit, TimeProvider clock)
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
            audit.Authenticate(Add(Entry(act, table, records)).Entity);
            await base.SaveChangesAsync(true, stop);
            if (transaction is not null) await transaction.CommitAsync(stop);
            return records;
        }
        finally
        {
            IsActing = false;
        }
    }

    /// <summary>
    /// Records what changes no table: a sensitive read, before its bytes leave, a sign-in, a refusal, an export. It is saved
    /// with the next save, or with <see cref="Recorded"/> at once.
    /// </summary>
    /// <param name="table">What it is about, as the audit names it: the table that was read, or that would have been written.</param>
    /// <param name="record">The record, where it was one.</param>
    /// <param name="outcome">One of <see cref="AuditOutcomes"/>.</param>
    /// <param name="by">The account, where it is not that of the request: somebody who is signing in.</param>
    public void Record(string act, string table, Guid? record = null, int records = 1, string outcome = AuditOutcomes.Seen, Guid? by = null) =>
        Add(new AuditEntry
        {
            Act = act, By = by ?? user.Id, Organisation = user.Organisation, Purpose = user.Purpose, At = clock.GetUtcNow(), Table = table, Record = record, Records = records, Outcome = outcome,
        });

    /// <summary>The same, saved before it returns: what comes after it may leave.</summary>
    public async Task Recorded(string act, string table, Guid? record, int records, string outcome, CancellationToken stop)
    {
        Record(act, table, record, records, outcome);
        user.Act ??= act;
        await SaveChangesAsync(stop);
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
        foreach (var table in touched.Where(t => t.Key is not AuditTable.Name))
        {
            var entries = table.ToList();
            Add(Entry(act, table.Key, entries.Count, entries is [{ } only] && only.Metadata.FindPrimaryKey()?.Properties is [{ } key] ? only.Property(key).CurrentValue as Guid? : null));
        }
        foreach (var row in ChangeTracker.Entries<AuditEntry>())
        {
            if (row.State is EntityState.Modified or EntityState.Deleted) throw new InvalidOperationException("The audit is only ever added to.");
            if (row.State is EntityState.Added && row.Entity.Mac.Length == 0) audit.Authenticate(row.Entity);
        }
    }

    private AuditEntry Entry(string act, string table, int records, Guid? record = null) =>
        new() { Act = act, By = user.Id, Organisation = user.Organisation, Purpose = user.Purpose, At = clock.GetUtcNow(), Table = table, Record = record, Records = records };

    private static bool HasChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified
        || (entry.State is EntityState.Unchanged && entry.References.Any(r => r.TargetEntry is { State: EntityState.Added or EntityState.Modified } owned && owned.Metadata.IsOwned()));

    private string RequireAct() => user.Act
        ?? throw new InvalidOperationException("A write needs an act: put [Requires] or [Public] on the page, or set CurrentUser.Act where a command or a job begins.");
}
