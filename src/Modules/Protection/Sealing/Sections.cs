using System.Security.Cryptography;
using Amparo.Protection.Granting;
using Amparo.Protection.People;
using Amparo.Protection.Teams;

namespace Amparo.Protection.Sealing;

/// <param name="Content">Null where there is one that this person cannot open.</param>
internal sealed record OpenedSection<T>(T? Content, int Number, Guid By, DateTimeOffset At) where T : class;

/// <summary>Opens and seals the sections of a file in the session of whoever reads or writes them.</summary>
internal sealed class Sections(Database db, Keyring keyring, CurrentUser who, TimeProvider clock)
{
    /// <summary>The section as it holds now; null where nobody wrote it.</summary>
    public Task<OpenedSection<T>?> Read<T>(Guid person, string kind, CancellationToken stop) where T : class => Read<T>(person, kind, null, stop);

    /// <param name="number">Null for the one that holds now.</param>
    public async Task<OpenedSection<T>?> Read<T>(Guid person, string kind, int? number, CancellationToken stop) where T : class
    {
        var section = await db.Set<SealedSection>().AsNoTracking().Where(s => s.PersonId == person && s.Kind == kind && (number == null || s.Number == number)).OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        return section is null ? null : await Open<T>(section, await WaysTo([section.Id], stop), stop);
    }

    /// <summary>Of many files the section as it holds now, in two questions however many they are; by the person, without those who have none.</summary>
    public async Task<IReadOnlyDictionary<Guid, OpenedSection<T>>> ReadMany<T>(IReadOnlyList<Guid> people, string kind, CancellationToken stop) where T : class
    {
        var latest = await db.Set<SealedSection>().AsNoTracking().Where(s => people.Contains(s.PersonId) && s.Kind == kind && !db.Set<SealedSection>().Any(l => l.PersonId == s.PersonId && l.Kind == kind && l.Number > s.Number)).ToListAsync(stop);
        var ways = await WaysTo([.. latest.Select(s => s.Id)], stop);
        var opened = new Dictionary<Guid, OpenedSection<T>>();
        foreach (var section in latest) opened[section.PersonId] = await Open<T>(section, ways, stop);
        return opened;
    }

    /// <summary>
    /// Seals what was written as the next of its kind, for the team that keeps the file and for every team that holds this kind
    /// by a grant that lives. Saved by the caller.
    /// </summary>
    /// <param name="after">The number that the writer saw: 0 where there was none.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved in between.</exception>
    public async Task<int> Write<T>(Person person, string kind, T content, int after, CancellationToken stop) where T : class
    {
        var last = await db.Set<SealedSection>().Where(s => s.PersonId == person.Id && s.Kind == kind).MaxAsync(s => (int?)s.Number, stop) ?? 0;
        if (last != after) throw new DbUpdateConcurrencyException("The section has a later number.");
        var (now, id) = (clock.GetUtcNow(), person.Id);
        var (section, key) = SealedSection.New(id, kind, last + 1, content, who.Id!.Value, now);
        db.Add(section);
        // The file changed with it: of two who save at once one is told.
        if (db.Entry(person).State == EntityState.Unchanged) db.Entry(person).State = EntityState.Modified;
        // Of a file that is being opened the first grant is not saved yet.
        var grants = db.Set<FileGrant>().Local.Where(g => g.PersonId == id).Concat(await db.Set<FileGrant>().Where(g => g.PersonId == id && g.EndedAt == null).ToListAsync(stop)).Distinct();
        foreach (var grant in grants.Where(g => g.IsLive(now) && g.SectionList.Contains(kind)).ToList()) await Wrap(section, key, grant, stop);
        CryptographicOperations.ZeroMemory(key);
        return section.Number;
    }

    /// <summary>Gives what a grant names, as it stands now, to the team of the grant. Saved by the caller.</summary>
    public async Task Share(FileGrant grant, CancellationToken stop)
    {
        var kinds = grant.SectionList;
        var all = await db.Set<SealedSection>().AsNoTracking().Where(s => s.PersonId == grant.PersonId && kinds.Contains(s.Kind)).ToListAsync(stop);
        foreach (var section in all.GroupBy(s => s.Kind).Select(g => g.MaxBy(s => s.Number)!))
        {
            var key = await KeyTo(section, await WaysTo([section.Id], stop), stop);
            RuleBroken.Unless(key is not null, "protection.rule.cannot_give_what_is_closed");
            await Wrap(section, key!, grant, stop);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>What the end of a grant takes: the ways to the sections that it opened, and no others.</summary>
    public async Task Close(FileGrant grant, CancellationToken stop) =>
        db.RemoveRange(await db.Set<SectionKey>().Where(k => k.GrantId == grant.Id).ToListAsync(stop));

    private async Task Wrap(SealedSection section, byte[] key, FileGrant grant, CancellationToken stop)
    {
        var kind = SectionKinds.RingOf[section.Kind];
        var ring = await db.Set<Ring>().AsNoTracking().SingleOrDefaultAsync(r => r.TeamId == grant.TeamId && r.Kind == kind && r.RetiredAt == null, stop);
        RuleBroken.Unless(ring is not null, "protection.rule.nobody_there_opens_this");
        db.Add(SectionKey.Wrap(section.Id, grant.Id, ring!, await keyring.Of(ring!.Id, stop), key));
    }

    private async Task<OpenedSection<T>> Open<T>(SealedSection section, ILookup<Guid, SectionKey> ways, CancellationToken stop) where T : class
    {
        var key = await KeyTo(section, ways, stop);
        var content = key is null ? null : section.Open<T>(key);
        CryptographicOperations.ZeroMemory(key);
        return new(content, section.Number, section.By, section.At);
    }

    // By any grant that lives and any ring that is held: the end of one leaves the others.
    private async Task<ILookup<Guid, SectionKey>> WaysTo(IReadOnlyList<Guid> sections, CancellationToken stop)
    {
        var (now, me) = (clock.GetUtcNow(), who.Id);
        return (await (
            from key in db.Set<SectionKey>().AsNoTracking()
            join grant in db.Set<FileGrant>() on key.GrantId equals grant.Id
            where sections.Contains(key.SectionId) && grant.EndedAt == null && (grant.Until == null || grant.Until > now)
                && db.Set<Member>().Any(m => m.TeamId == grant.TeamId && m.AccountId == me && m.LeftAt == null)
            select key).ToListAsync(stop)).ToLookup(k => k.SectionId);
    }

    private async Task<byte[]?> KeyTo(SealedSection section, ILookup<Guid, SectionKey> ways, CancellationToken stop)
    {
        foreach (var way in ways[section.Id])
            if (await keyring.Of(way.RingId, stop) is { } held && way.Open(held) is { } opened) return opened;
        return null;
    }
}
