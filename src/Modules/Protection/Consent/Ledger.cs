using Amparo.Protection.Granting;
using Amparo.Protection.People;
using Amparo.Protection.Sealing;

namespace Amparo.Protection.Consent;

/// <summary>Writes lines of the ledger, and lets a line that takes another one back act at once.</summary>
internal sealed class Ledger(Database db, Sections sections, TimeProvider clock, CurrentUser who)
{
    /// <summary>Saved by the caller.</summary>
    public async Task Add(Person person, ConsentEntry entry, ConsentWords? words, CancellationToken stop)
    {
        var id = person.Id;
        if (words is not null) entry.Words = await sections.Write(person, SectionKinds.Consent, words, await db.Set<SealedSection>().Where(s => s.PersonId == id && s.Kind == SectionKinds.Consent).MaxAsync(s => (int?)s.Number, stop) ?? 0, stop);
        db.Add(entry);
    }

    public async Task<int> NextNumber(Guid person, CancellationToken stop) => (await db.Set<ConsentEntry>().Where(c => c.PersonId == person).MaxAsync(c => (int?)c.Number, stop) ?? 0) + 1;

    /// <summary>Whether a line allows now, and nobody took it back.</summary>
    public async Task<bool> Stands(ConsentEntry entry, CancellationToken stop) => entry.Allows(clock.GetUtcNow()) && !await db.Set<ConsentEntry>().AnyAsync(c => c.Withdraws == entry.Id, stop);

    /// <summary>
    /// Takes a line back: every access that rests on it ends in the same transaction, its keys are destroyed, and who had it is
    /// told. Nothing else can stand in its way. Saved by the caller.
    /// </summary>
    public async Task Withdraw(Person person, ConsentEntry entry, ConsentWords? words, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        RuleBroken.Unless(entry.Kind is ConsentKinds.Given or ConsentKinds.Basis && !await db.Set<ConsentEntry>().AnyAsync(c => c.Withdraws == entry.Id, stop), "protection.rule.withdrawn_already");
        var withdrawal = new ConsentEntry { PersonId = person.Id, Number = await NextNumber(person.Id, stop), Kind = ConsentKinds.Withdrawn, Purpose = entry.Purpose, TeamId = entry.TeamId, Sections = entry.Sections, Withdraws = entry.Id, By = who.Id!.Value, At = now };
        await Add(person, withdrawal, words, stop);
        foreach (var grant in await db.Set<FileGrant>().Where(g => g.ConsentId == entry.Id && g.EndedAt == null).ToListAsync(stop)) await EndGrant(grant, GrantEnds.Withdrawn, person, stop);
    }

    /// <summary>Saved by the caller.</summary>
    public async Task EndGrant(FileGrant grant, string why, Person person, CancellationToken stop)
    {
        grant.End(why, who.Id, clock.GetUtcNow());
        await sections.Close(grant, stop);
        db.Add(new Notice { TeamId = grant.TeamId, Code = person.Code, Kind = why, At = clock.GetUtcNow() });
    }
}
