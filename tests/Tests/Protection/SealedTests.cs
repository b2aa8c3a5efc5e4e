using System.Security.Cryptography;
using System.Text;
using Amparo.Protection.People;
using Amparo.Protection.Sealing;
using Amparo.Tests.Access;

namespace Amparo.Tests.Protection;

[Trait("Needs", "Database")]
public sealed class SealedTests : IDisposable
{
    private readonly FileHouse _house = new();

    [Fact]
    public void Of_all_sealed_pieces_of_two_files_no_two_can_be_exchanged()
    {
        var (ring, held) = Ring.New(Guid.CreateVersion7(), RingKinds.File, 1, DateTimeOffset.UnixEpoch);
        var (grant, writer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var pieces = (
            from person in new[] { Guid.CreateVersion7(), Guid.CreateVersion7() }
            from kind in SectionKinds.All
            from number in new[] { 1, 2 }
            select SealedSection.New(person, kind, number, new Story($"{person} {kind} {number}"), writer, DateTimeOffset.UnixEpoch)).ToList();
        var wraps = pieces.Select((p, i) => SectionKey.Wrap(p.Section.Id, grant, ring, i % 2 == 0 ? held : null, p.Key)).ToList();
        for (var one = 0; one < pieces.Count; one++)
            for (var other = 0; other < pieces.Count; other++)
            {
                // The words of one row in the place of another, under either key.
                var moved = Moved(pieces[one].Section, pieces[other].Section.Box);
                Assert.Equal(one == other, moved.Open<Story>(pieces[one].Key) is not null);
                if (one != other) Assert.Null(moved.Open<Story>(pieces[other].Key));
                var key = new SectionKey { SectionId = wraps[one].SectionId, GrantId = grant, RingId = ring.Id, IsToPublicHalf = wraps[other].IsToPublicHalf, Box = wraps[other].Box }.Open(held);
                Assert.Equal(one == other, key is not null);
            }
        // By another grant the same wrap does not open either: the end of one cannot be undone with its bytes.
        Assert.Null(new SectionKey { SectionId = wraps[0].SectionId, GrantId = Guid.CreateVersion7(), RingId = ring.Id, IsToPublicHalf = false, Box = wraps[0].Box }.Open(held));
    }

    [Fact]
    public async Task What_is_typed_lies_in_no_file_of_the_server_in_any_of_nine_encodings()
    {
        var (_, lead) = await _house.At("protection_supervisor");
        var specialist = await _house.Somebody("protection_specialist");
        var team = await FileHouse.Team(lead);
        await FileHouse.Add(lead, team, specialist, "specialist");
        using var desk = await _house.Desk(specialist);
        var canaries = new List<string>();
        string Canary(string field)
        {
            canaries.Add($"Canario{field}{Convert.ToHexString(RandomNumberGenerator.GetBytes(6))}");
            return canaries[^1];
        }

        for (var i = 0; i < (Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 1000 : 40); i++)
        {
            var file = await FileHouse.File(desk, team, ("CalledBy", Canary("Llamada")), ("GivenNames[0]", Canary("Nombre")), ("Surnames[0]", Canary("Apellido")), ("Nickname", Canary("Apodo")), ("MotherName", Canary("Madre")),
                ("Documents", Canary("Papeles")), ("Languages", Canary("Lenguas")), ("Origin", Canary("Origen")), ("Witness", Canary("Testigo")), ("Because", Canary("Motivo")));
            using (var saved = await desk.Post($"{FileHouse.People}/{file}/contact", null, ("After", "0"), ("Means", "call"), ("Where", Canary("Telefono")), ("Phrase", Canary("Frase")))) await FileHouse.Ended(saved, "file_saved");
            using (var saved = await desk.Post($"{FileHouse.People}/{file}/needs", null, ("After", "1"), ("Note", Canary("Nota")))) await FileHouse.Ended(saved, "file_saved");
            using (var saved = await desk.Post($"{FileHouse.People}/{file}/story", null, ("After", "0"), ("Told", Canary("Relato")))) await FileHouse.Ended(saved, "file_saved");
            // Refused forms must leave nothing behind either.
            using var refused = await FileHouse.Register(desk, team, ("CalledBy", Canary("Rechazada")), ("Means", ""));
            await FileHouse.Refused(refused);
        }
        // The server's words for the same are in there: the search finds what lies in a file.
        await _house.Platform.Given(new Amparo.Protection.Teams.Team { Name = "CanarioDeControl", Country = "GT", Organisation = null, MadeAt = _house.Platform.Clock.Now });
        var all = await _house.Files();
        Assert.Contains(all, f => Encodings("CanarioDeControl").Any(e => f.AsSpan().IndexOf(e) >= 0));
        foreach (var canary in canaries)
            foreach (var encoded in Encodings(canary))
                Assert.DoesNotContain(all, f => f.AsSpan().IndexOf(encoded) >= 0);
        lead.Dispose();
    }

    /// <summary>UTF-8, UTF-16 both ways, hexadecimal both ways, base64 at each of three offsets, and written backwards.</summary>
    private static IEnumerable<byte[]> Encodings(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return bytes;
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.BigEndianUnicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(bytes));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes));
        for (var shift = 0; shift < 3; shift++)
        {
            var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            yield return Encoding.ASCII.GetBytes(whole[4..^4]);
        }
        yield return [.. bytes.Reverse()];
    }

    private static SealedSection Moved(SealedSection to, byte[] box) => new() { Id = to.Id, PersonId = to.PersonId, Kind = to.Kind, Number = to.Number, By = to.By, At = to.At, Box = box };

    public void Dispose() => _house.Dispose();
}
