using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amparo.Protection.People.Matching;
using Amparo.Protection.Sealing;

namespace Amparo.Protection.People.Same;

/// <summary>Another file of the same team that may be of the same person.</summary>
internal sealed record Earlier(Person Person, string Name, CandidatePair Pair, IReadOnlyList<Reason> Reasons);

/// <summary>
/// Finds, in the session of whoever keeps a file, other files of her team that may be of the same person. The index holds tags and no
/// names; what it brings together is opened with her own key, compared, and shown with reasons. Nothing is looked for in other teams.
/// </summary>
internal sealed class EarlierFiles(Database db, Sections sections, Keyring keyring, TimeProvider clock)
{
    private const int MostOpened = 500;

    /// <summary>Writes the tags of a file anew. Saved by the caller. Who does not hold the file's ring writes none: the next who does will.</summary>
    public async Task Tag(Person person, Identity identity, CancellationToken stop)
    {
        if (await KeyOf(person.TeamId, stop) is not { } key) return;
        var id = person.Id;
        db.RemoveRange(await db.Set<Tag>().Where(t => t.PersonId == id).ToListAsync(stop));
        db.AddRange(TagsOf(key, person.TeamId, identity).Select(t => new Tag { TeamId = person.TeamId, PersonId = id, Kind = t.Kind, Value = t.Value }));
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>What may be of the same person, the likeliest first. Saves the pairs that it compared and that their files were opened.</summary>
    public async Task<IReadOnlyList<Earlier>> Find(Person person, Identity identity, CancellationToken stop)
    {
        if (await KeyOf(person.TeamId, stop) is not { } key) return [];
        var (mine, now) = (new Prepared(EvidenceOf(identity)), clock.GetUtcNow());
        var found = new List<(Earlier Earlier, double Weight)>();
        var others = await Candidates(person, key, identity, stop);
        var (id, opened) = (person.Id, await sections.ReadMany<Identity>([.. others.Select(o => o.Id)], SectionKinds.Identity, stop));
        var pairs = await db.Set<CandidatePair>().Where(p => p.FirstId == id || p.SecondId == id).ToDictionaryAsync(p => p.Id, stop);
        foreach (var other in others)
        {
            if (opened.GetValueOrDefault(other.Id)?.Content is not { } known) continue;
            var theirs = new Prepared(EvidenceOf(known));
            var match = Match.Of(mine, theirs);
            var digest = EvidenceDigest.Of(key, person.Id, mine, other.Id, theirs);
            if (pairs.TryGetValue(CandidatePair.IdOf(id, other.Id), out var pair)) pair.Compared(match.Verdict, digest, now);
            else if (match.Verdict >= Verdict.Possible) db.Add(pair = CandidatePair.New(person.TeamId, id, other.Id, match.Verdict, digest, now));
            if (pair is null || match.Verdict < Verdict.Possible) continue;
            // What is shown of another file is a reading of it.
            db.Record(ProtectionPermissions.Read, PersonTable.Name, other.Id);
            found.Add((new(other, known.Listed, pair, Reasons.Of(match, mine.Evidence, theirs.Evidence)), match.Weight));
        }
        CryptographicOperations.ZeroMemory(key);
        await db.SaveChangesAsync(stop);
        return [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Earlier.Person.Id).Select(f => f.Earlier)];
    }

    public static Evidence EvidenceOf(Identity identity) => new()
    {
        Name = identity.Name, Birth = SpanOf(identity.Birth), Sex = Choices.Sexes.Contains(identity.Sex) ? identity.Sex : null,
        Origin = identity.Origin.Length > 0 ? identity.Origin : null, Nationalities = identity.Nationalities,
    };

    // Those with which it shares the most tags, and no more than can be opened while somebody waits.
    private async Task<IReadOnlyList<Person>> Candidates(Person person, byte[] key, Identity identity, CancellationToken stop)
    {
        var (team, id) = (person.TeamId, person.Id);
        var shared = new Dictionary<Guid, int>();
        foreach (var kind in TagsOf(key, team, identity).GroupBy(t => t.Kind, t => t.Value))
        {
            var values = kind.ToList();
            foreach (var other in await db.Set<Tag>().Where(t => t.TeamId == team && t.Kind == kind.Key && values.Contains(t.Value) && t.PersonId != id).Select(t => t.PersonId).Take(10 * MostOpened).ToListAsync(stop))
                shared[other] = shared.GetValueOrDefault(other) + 1;
        }
        var most = shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostOpened).Select(s => s.Key).ToList();
        return await db.Set<Person>().AsNoTracking().Where(p => most.Contains(p.Id) && p.TeamId == team).ToListAsync(stop);
    }

    private static IEnumerable<(int Kind, long Value)> TagsOf(byte[] key, Guid team, Identity identity) =>
        Blocks.Of(new(EvidenceOf(identity))).Select(b => ((int)b.Kind, (long)BlindTag.Of(key, team.ToString(), b))).Distinct();

    // The first ring of a team stays with all who come later: under another one the tags of before would be found no more.
    private async Task<byte[]?> KeyOf(Guid team, CancellationToken stop)
    {
        var first = await db.Set<Ring>().Where(r => r.TeamId == team && r.Kind == RingKinds.File).OrderBy(r => r.Version).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop);
        return first is { } ring && await keyring.Of(ring, stop) is { } held ? HKDF.DeriveKey(HashAlgorithmName.SHA256, held, 32, info: Encoding.UTF8.GetBytes("amparo|protection-tags")) : null;
    }

    private static BirthSpan? SpanOf(Birth birth)
    {
        var parts = (birth.Date ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        if (parts.Count > 0) return BirthSpan.OnDate(parts[0], parts.Count > 1 ? parts[1] : null, parts.Count > 2 ? parts[2] : null);
        return birth is { Age: { } age, AgeSaidOn: { } said } ? BirthSpan.OfAge(age, DateOnly.ParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }
}
