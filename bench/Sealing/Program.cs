// What sealing costs:  dotnet Amparo.Bench.dll  →  a line of JSON
// A section of 4 KiB is sealed under a new key, the key is wrapped under a ring that the writer holds; beside it the same words are
// only made into bytes. The same for a ring that she does not hold, and for opening.
using System.Diagnostics;
using System.Text.Json;
using Amparo.Protection.People;
using Amparo.Protection.Sealing;

const int Rounds = 9, Each = 2000;
var (ring, held) = Ring.New(Guid.CreateVersion7(), RingKinds.Special, 1, DateTimeOffset.UnixEpoch);
var (person, grant, writer) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
var story = new Story(new string('x', 4096 - JsonSerializer.SerializeToUtf8Bytes(new Story("")).Length));
var (section, key) = SealedSection.New(person, SectionKinds.Story, 1, story, writer, DateTimeOffset.UnixEpoch);
var wrap = SectionKey.Wrap(section.Id, grant, ring, held, key);

double Microseconds(int times, Action act)
{
    for (var i = 0; i < times / 4; i++) act();
    var all = new double[Rounds];
    for (var round = 0; round < Rounds; round++)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) act();
        all[round] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds / times;
    }
    Array.Sort(all);
    return all[Rounds / 2];
}

var bytes = Microseconds(Each, () => JsonSerializer.SerializeToUtf8Bytes(story));
var sealing = Microseconds(Each, () =>
{
    var (one, under) = SealedSection.New(person, SectionKinds.Story, 1, story, writer, DateTimeOffset.UnixEpoch);
    SectionKey.Wrap(one.Id, grant, ring, held, under);
});
var toOthers = Microseconds(Each / 20, () => SectionKey.Wrap(section.Id, grant, ring, null, key));
var opening = Microseconds(Each, () => section.Open<Story>(wrap.Open(held)!));
Console.WriteLine(JsonSerializer.Serialize(new { bytes, sealing, toOthers, opening }));
