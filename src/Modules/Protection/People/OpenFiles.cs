using Amparo.Protection.Consent;
using Amparo.Protection.Granting;
using Amparo.Protection.People.Reading;
using Amparo.Protection.People.Same;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;

namespace Amparo.Protection.People;

/// <summary>Begins a file: the row, the keeper's grant, the first sections, and on what it rests. Saved by the caller, whole or not at all.</summary>
internal sealed class OpenFiles(Database db, Sections sections, Ledger ledger, EarlierFiles earlier, CurrentUser who, TimeProvider clock)
{
    public async Task<Person> Open(Team team, Identity identity, IReadOnlyList<string> needs, BasisForm basis, CancellationToken stop)
    {
        var (now, me) = (clock.GetUtcNow(), who.Id!.Value);
        var person = new Person { Code = Person.NewCode(), TeamId = team.Id, Country = team.Country, AgeBand = AgeBands.Of(identity.Birth.YearsOn(OfficeDay.Of(now, team.Country))), OpenedAt = now };
        db.AddRange(person, new FileGrant { PersonId = person.Id, TeamId = team.Id, Kind = GrantKinds.Keeper, Sections = string.Join(' ', SectionKinds.All), ConsentId = null, By = me, From = now, Until = null });
        await sections.Write(person, SectionKinds.Identity, identity, 0, stop);
        await sections.Write(person, SectionKinds.Needs, new Needs(needs, ""), 0, stop);
        await earlier.Tag(person, identity, stop);
        await ledger.Add(person, basis.Entry(person.Id, 1, me, now), basis.Words, stop);
        // Who opens it need not say twice why.
        db.Add(new FileOpening { PersonId = person.Id, AccountId = me, SessionId = who.Session!.SessionId, Reason = "help_now", At = now, Until = now + FileOpening.Lasts });
        return person;
    }
}
