using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Impostors;
using Amparo.Tests.Places;

namespace Amparo.Tests.Access;

/// <summary>Where a record lies, in the words of the oracle.</summary>
internal sealed record Lies(string? Country, Guid? Organisation, Guid? Hub);

/// <summary>
/// How the matrix makes a record for a parameter of a route. A module whose route has a parameter of its own adds a maker
/// here; a route whose parameter nobody can make fails the matrix.
/// </summary>
/// <param name="Parameter">The name of the route's parameter.</param>
/// <param name="HasHub">Whether such a record belongs to a hub at all.</param>
/// <param name="Make">Puts a record there and gives its value in the address; <c>above</c> holds the values of the parameters before it.</param>
internal sealed record RecordMaker(string Parameter, bool HasHub, Func<Platform, Lies, IReadOnlyList<string>, Task<string>> Make)
{
    /// <summary>It belongs to no country and nobody: only the whole region reaches it.</summary>
    public bool IsOfRegion { get; init; }
    /// <summary>Whether such a record belongs to an organisation, whose people it would then be of.</summary>
    public bool HasOrganisation { get; init; } = true;

    /// <summary>It is made for the people who are there: who comes later gets one of her own.</summary>
    public bool IsForEach { get; init; }
}

internal static class RecordMakers
{
    public static IReadOnlyDictionary<string, RecordMaker> All { get; } = new RecordMaker[]
    {
        new("accountId", HasHub: false, async (platform, lies, _) =>
        {
            var account = Desks.NewAccount(platform.Clock.Now, lies.Country, lies.Organisation);
            await platform.Given(account);
            return account.Id.ToString();
        }),
        new("assignmentId", HasHub: false, async (platform, lies, above) =>
        {
            // A role that reaches no further than where the account lies: who may act there may take it.
            var assignment = Desks.Given(Guid.Parse(above[0]), "editor", lies.Country is { } country ? Scope.Country(country) : Scope.Region, platform.Clock.Now);
            await platform.Given(assignment);
            return assignment.Id.ToString();
        }),
        new("placeId", HasHub: false, async (platform, lies, _) =>
        {
            // An entry has a country always; one of nobody's region is reached by the whole region only.
            var place = Some.Place(country: lies.Country ?? "ZZ", approved: false);
            if (lies.Organisation is { } organisation)
            {
                if (!await platform.Read(db => db.Set<Organization>().AnyAsync(o => o.Id == organisation))) await platform.Given(new Organization { Id = organisation, Name = "Red Inventada" });
                place.OrganizationId = organisation;
            }
            await platform.Given(place);
            return place.Id.ToString();
        }),
        new("importId", HasHub: false, async (platform, lies, _) =>
        {
            var job = new ImportJob { Country = lies.Country, Organisation = lies.Organisation, By = Guid.CreateVersion7(), FileName = "lista.csv", Kind = FileKind.Csv, Size = 10, UploadedAt = platform.Clock.Now };
            await platform.Given(job);
            return job.Id.ToString();
        }),
        new("changeId", HasHub: false, async (platform, lies, above) =>
        {
            // A job that has run, and the change of an entry that lies where it does.
            var place = await PlaceAt(platform, lies);
            var run = new ImportRun { List = "lista", Profile = "plain", FileName = "lista.csv", FileHash = "", StartedAt = platform.Clock.Now };
            var change = new ImportChange { RunId = run.Id, PlaceId = place, Row = "2", What = ImportChange.Waits, After = "" };
            await platform.Given(run, change);
            var job = Guid.Parse(above[0]);
            await platform.In(async (db, _) => await db.Acting("places_import_job", () => db.Set<ImportJob>().Where(j => j.Id == job).ExecuteUpdateAsync(j => j.SetProperty(x => x.RunId, run.Id)), default));
            return change.Id.ToString();
        }),
        new("duplicateId", HasHub: false, async (platform, lies, _) =>
        {
            var (first, second) = Deciding.Ordered(await PlaceAt(platform, lies), await PlaceAt(platform, lies));
            var pair = new DuplicateProposal { FirstId = first, SecondId = second, Reasons = "same_phone", ProposedAt = platform.Clock.Now };
            await platform.Given(pair);
            return pair.Id.ToString();
        }),
        new("mergeId", HasHub: false, async (platform, lies, _) =>
        {
            var merge = new PlaceMerge
            {
                SurvivorId = await PlaceAt(platform, lies), MergedId = await PlaceAt(platform, lies), By = Guid.CreateVersion7(), At = platform.Clock.Now, SurvivorBefore = "{}", SurvivorAfter = "", MergedWasApproved = false, MergedImprint = "", Disclosure = "exact",
            };
            await platform.Given(merge);
            return merge.Id.ToString();
        }),
        new("warningId", HasHub: false, async (platform, lies, _) =>
        {
            var warning = new Warning { Kind = Warning.MixedLetters, PlaceId = await PlaceAt(platform, lies), Value = "", FoundAt = platform.Clock.Now };
            await platform.Given(warning);
            return warning.Id.ToString();
        }),
        new("hidingId", HasHub: false, async (platform, lies, _) =>
        {
            var (by, now) = (Guid.CreateVersion7(), platform.Clock.Now);
            if (lies.Organisation is { } organisation && !await platform.Read(db => db.Set<Organization>().AnyAsync(o => o.Id == organisation))) await platform.Given(new Organization { Id = organisation, Name = "Red Inventada" });
            // Of an organisation in one country; one of no organisation and no country is reached by the whole region only.
            var hiding = lies.Organisation is { } id ? Amparo.Places.Hiding.MassHiding.Begin(id, lies.Country, null, "danger", by, now) : Amparo.Places.Hiding.MassHiding.Begin(null, "ZZ", "ZZ.1", "danger", by, now);
            await platform.Given(hiding);
            return hiding.Id.ToString();
        }),
        new("recordingId", HasHub: false, async (platform, lies, _) =>
        {
            var recording = new Amparo.Places.Recordings.Recording
            {
                PlaceId = await PlaceAt(platform, lies), Language = "mam", Sha256 = Guid.CreateVersion7().ToString("N") + Guid.CreateVersion7().ToString("N"), Type = "audio/mpeg", Size = 3, Seconds = 1, TextHash = "", Speaker = "Doña Inventada",
                ConsentUntil = platform.Clock.Now.AddYears(1), By = Guid.CreateVersion7(), At = platform.Clock.Now,
            };
            await platform.Given(recording, new Amparo.Places.Recordings.RecordedSound { Sha256 = recording.Sha256, Bytes = [1, 2, 3] });
            return recording.Id.ToString();
        }),
        new("roleName", HasHub: false, async (platform, _, _) =>
        {
            var role = new StoredRole { Name = "made_" + Guid.CreateVersion7().ToString("N")[^12..], Label = "Rol inventado " + Guid.CreateVersion7().ToString("N")[^12..], ChangedAt = platform.Clock.Now };
            await platform.Given(role);
            return role.Name;
        }) { IsOfRegion = true },
        new("complaintId", HasHub: false, async (platform, lies, _) =>
        {
            var id = Guid.CreateVersion7();
            var complaint = Amparo.Safeguarding.Complaint.New(id, TextHash.Of("key" + id), TextHash.Of("body" + id), [1], "ab" + TextHash.Of("code" + id), lies.Country, "es", platform.Clock.Now);
            // Sealed for everybody who has the role: whom the role's scope does not let in is kept out by it and by nothing else.
            var readers = await platform.Read(db => db.Set<Assignment>().Where(a => a.Role == "safeguarding_person").Select(a => a.AccountId).Distinct().ToListAsync());
            await platform.Given([complaint, .. readers.Select(r => new Amparo.Safeguarding.Copy { Id = Guid.CreateVersion7(), ComplaintId = id, AccountId = r, Box = [1], MadeAt = platform.Clock.Now })]);
            return id.ToString();
        }) { HasOrganisation = false, IsForEach = true },
        new("teamId", HasHub: false, async (platform, lies, _) =>
        {
            var team = TeamAt(platform, lies);
            await platform.Given(team);
            return team.Id.ToString();
        }),
        new("personId", HasHub: false, async (platform, lies, _) =>
        {
            var (team, now) = (TeamAt(platform, lies), platform.Clock.Now);
            var person = new Amparo.Protection.People.Person { Code = Amparo.Protection.People.Person.NewCode(), TeamId = team.Id, Country = team.Country, AgeBand = "unknown", OpenedAt = now };
            // Everybody with a role of protection is in the team: whom the role's scope does not let in is kept out by it and by nothing else.
            var workers = await platform.Read(db => db.Set<Assignment>().Where(a => a.Role.StartsWith("protection_")).Select(a => a.AccountId).Distinct().ToListAsync());
            await platform.Given([team, person, new Amparo.Protection.Granting.FileGrant { PersonId = person.Id, TeamId = team.Id, Kind = "keeper", Sections = "needs", ConsentId = null, By = Guid.CreateVersion7(), From = now, Until = null },
                .. workers.Select(w => new Amparo.Protection.Teams.Member { TeamId = team.Id, AccountId = w, Function = "case_worker", AddedBy = w, Since = now })]);
            return person.Id.ToString();
        }) { IsForEach = true },
        new("serviceId", HasHub: false, async (platform, _, above) =>
        {
            var (id, service) = (Guid.Parse(above[0]), Guid.CreateVersion7());
            await platform.In(async (db, _) =>
            {
                var place = await db.Set<Place>().SingleAsync(p => p.Id == id);
                place.Profile = place.Profile with { Services = [new(service, "Comida", "food")] };
                return await db.SaveChangesAsync();
            });
            return service.ToString();
        }),
    }.ToDictionary(m => m.Parameter);

    // A team has a country always; one of nobody's region is reached by the whole region only.
    private static Amparo.Protection.Teams.Team TeamAt(Platform platform, Lies lies) => new() { Name = "Equipo Inventado", Country = lies.Country ?? "ZZ", Organisation = lies.Organisation, MadeAt = platform.Clock.Now };

    private static async Task<Guid> PlaceAt(Platform platform, Lies lies) =>
        Guid.Parse(await All["placeId"].Make(platform, lies, []));

    /// <summary>Records that belong to one person and to nobody else, whatever their role.</summary>
    public static IReadOnlyDictionary<string, Func<Platform, Guid, Task<string>>> OfOneself { get; } = new Dictionary<string, Func<Platform, Guid, Task<string>>>
    {
        ["sessionId"] = async (platform, owner) =>
        {
            var (session, _) = Desks.NewSession(owner, platform.Clock.Now);
            await platform.Given(session);
            return session.Id.ToString();
        },
        ["passkeyId"] = async (platform, owner) =>
        {
            // Two: the last way in cannot be taken away.
            var keys = Enumerable.Range(0, 2).Select(_ => new Passkey { AccountId = owner, CredentialId = Guid.CreateVersion7().ToByteArray(), PublicKey = [1], Name = "Firefox", CreatedAt = platform.Clock.Now, Transports = "", AttestationObject = [1], ClientDataJson = [1] }).ToArray();
            await platform.Given([.. keys]);
            return keys[0].Id.ToString();
        },
    };
}
