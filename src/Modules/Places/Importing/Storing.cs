using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Importing;

/// <summary>Writes decided rows in batches, one transaction each. Where a batch fails, its rows are tried one by one: a bad one loses only itself.</summary>
internal sealed class Storing(Database db, ImportRun run, ExistingEntries existing, RunReport report, TimeProvider clock, bool dry, ImportBounds? bounds, ILogger log)
{
    private readonly List<(Guid Id, bool Known, string? Hash)> _learnt = [];
    private int _number;

    public async Task Begin(CancellationToken stop)
    {
        if (dry) return;
        db.Add(run);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    public async Task SayLeft(IEnumerable<(string Row, Finding Finding)> left, CancellationToken stop)
    {
        foreach (var some in left.Chunk(4 * Importer.BatchSize))
        {
            foreach (var (row, finding) in some) Say(report.Line(row, "", finding, null));
            if (dry) continue;
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    public async Task Store(IReadOnlyList<Decided> batch, CancellationToken stop)
    {
        if (dry)
        {
            foreach (var decided in batch)
            {
                if (decided.IsGift) decided.NoteGift();
                Tell(decided, wasWritten: true);
            }
            return;
        }
        if (bounds?.IsStillAllowed is { } isAllowed && !await isAllowed(stop)) throw new NoLongerAllowed();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        try
        {
            await Write(batch, stop);
        }
        catch (DbUpdateException e)
        {
            log.LogWarning("A batch of {Count} rows was not stored at once ({Kind}); its rows are tried one by one.", batch.Count, e.GetBaseException().GetType().Name);
            Undo();
            foreach (var decided in batch) await WriteAlone(decided, stop);
        }
        foreach (var decided in batch) Tell(decided, wasWritten: true);
        if (bounds is not null) CountSoFar();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    public async Task End(CancellationToken stop)
    {
        report.Flush();
        if (dry) return;
        db.ChangeTracker.Clear();
        CountSoFar();
        run.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
    }

    private void CountSoFar()
    {
        db.Attach(run);
        (run.Accepted, run.Changed, run.Unchanged, run.Quarantined, run.Rejected) = (report.Of(Outcomes.Accepted), report.Of(Outcomes.Changed), report.Of(Outcomes.Unchanged), report.Of(Outcomes.Quarantined), report.Of(Outcomes.Rejected));
        run.BeatAt = clock.GetUtcNow();
    }

    private async Task WriteAlone(Decided decided, CancellationToken stop)
    {
        try
        {
            await Write([decided], stop);
        }
        catch (DbUpdateException e)
        {
            log.LogWarning("Row {Row} was not stored ({Kind}).", decided.Draft.Row, e.GetBaseException().GetType().Name);
            Undo();
            decided.Draft.Note(Reasons.NotStored);
            (decided.Outcome, decided.Twins) = (Outcomes.Rejected, []);
        }
        db.ChangeTracker.Clear();
    }

    private async Task Write(IReadOnlyList<Decided> batch, CancellationToken stop)
    {
        await WriteOrganizations(batch, stop);
        var ids = batch.Where(d => d.Existing is not null).Select(d => d.Existing!.Value).ToList();
        var places = ids.Count == 0 ? [] : await db.Set<Place>().Include(p => p.Verifications).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var decided in batch)
        {
            if (decided.New is { } made)
            {
                db.Add(made);
                if (bounds is not null) db.Add(new ImportChange { RunId = run.Id, PlaceId = made.Id, Row = decided.Draft.Row, Number = ++_number, What = ImportChange.Added, After = Imprint.Of(made) });
            }
            if (decided.Existing is { } id && places.TryGetValue(id, out var place)) Change(decided, place);
            if (decided.Outcome is Outcomes.Accepted or Outcomes.Changed)
                foreach (var twin in decided.Twins)
                {
                    var (first, second) = Deciding.Ordered(decided.New?.Id ?? decided.Existing!.Value, twin.With);
                    db.Add(new DuplicateProposal { FirstId = first, SecondId = second, Reasons = twin.Reasons, ProposedAt = clock.GetUtcNow() });
                }
        }
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        _learnt.Clear();
    }

    private void Undo()
    {
        db.ChangeTracker.Clear();
        foreach (var (id, known, hash) in _learnt)
        {
            if (known) existing.Know(id, hash);
            else existing.Forget(id);
        }
        _learnt.Clear();
    }

    private void Change(Decided decided, Place place)
    {
        if (decided.Write && Applying.WasEditedHere(place))
        {
            decided.Draft.Note(Reasons.EditedHere);
            (decided.Outcome, decided.NarrowOnly, decided.Twins) = (Outcomes.Quarantined, true, []);
        }
        // Not on one person's list: at the desk the whole row waits for a decision, and then its organisation for the second person.
        else if (bounds is not null && decided is { Write: true, NarrowOnly: false } && place.WouldShowItTo(decided.Organization?.Id))
        {
            decided.Draft.Note(Reasons.HiddenGivenAway, "organization", decided.Organization!.Name);
            (decided.Outcome, decided.NarrowOnly, decided.Twins) = (Outcomes.Quarantined, true, []);
        }
        var (known, content, status) = (place.Disclosure, bounds is null ? null : PlaceContent.Of(place), place.Status);
        if (decided.NarrowOnly) Applying.Narrow(decided.Draft, place);
        else if (decided.Write && Applying.Change(decided.Draft, place, decided.Organization?.Id, clock.GetUtcNow())) decided.NoteGift();
        if (content is not null && (decided.NarrowOnly || decided.Write))
            db.Add(new ImportChange
            {
                RunId = run.Id, PlaceId = place.Id, Row = decided.Draft.Row, Number = ++_number, What = decided.NarrowOnly ? ImportChange.Waits : ImportChange.Changed, After = Imprint.Of(place),
                Content = (decided.NarrowOnly && decided.Proposed is { } proposed ? PlaceContent.Of(proposed) : content).ToJson(),
                DisclosureBefore = known == place.Disclosure ? null : known, WasApproved = status == PlaceStatus.Approved,
            });
        if (decided.NarrowOnly) return;
        if (decided.Approve && place.Status == PlaceStatus.Queued) place.Approve(run.ApprovedAs!, clock.GetUtcNow());
    }

    private async Task WriteOrganizations(IReadOnlyList<Decided> batch, CancellationToken stop)
    {
        var said = batch.Where(d => d.Organization is not null && (d.New is not null || d.Write)).Select(d => d.Organization!).DistinctBy(o => o.Id).ToList();
        foreach (var made in said)
        {
            var hash = Imprint.Of(made);
            var known = existing.HasOrganization(made.Id, out var before);
            if (known && before == hash) continue;
            _learnt.Add((made.Id, known, before));
            if (known)
            {
                var organization = await db.Set<Organization>().SingleAsync(o => o.Id == made.Id, stop);
                // It may run places in countries into which this list must not write.
                if (bounds is not null && await db.Set<Place>().Where(p => p.OrganizationId == made.Id).Select(p => p.Country).Distinct().ToListAsync(stop) is var countries && countries.Exists(c => !bounds.Hold(c))) continue;
                // What a person wrote about an organisation stays.
                if (Imprint.Of(organization) != organization.SourceHash) continue;
                (organization.Name, organization.AlternateName, organization.Description, organization.Url, organization.Email, organization.SourceHash) =
                    (made.Name, made.AlternateName, made.Description, made.Url, made.Email, hash);
            }
            else
            {
                made.SourceHash = hash;
                db.Add(made);
            }
            existing.Know(made.Id, hash);
        }
    }

    private void Tell(Decided decided, bool wasWritten)
    {
        report.Count(decided, wasWritten, run.Approved);
        // What was said of an unchanged row was said when it came.
        if (decided.Outcome == Outcomes.Unchanged) return;
        foreach (var finding in decided.Draft.Findings) Say(report.Line(decided.Draft.Row, decided.Outcome, finding, decided.Draft));
    }

    private void Say(ReportLine line)
    {
        if (dry) return;
        db.Add(new ImportFinding { RunId = run.Id, Row = line.Row, Number = ++_number, Outcome = line.Outcome, Field = line.Field, Reason = line.Reason, Value = line.Value, Record = line.Record });
    }
}
