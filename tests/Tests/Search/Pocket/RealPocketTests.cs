using Amparo.Publication;
using Xunit.Abstractions;

namespace Amparo.Tests.Search.Pocket;

/// <summary>The pocket over lists that nobody here wrote: their texts, hours and points are as people write them.</summary>
public sealed class RealPocketTests(ITestOutputHelper output) : IDisposable
{
    private const int Entries = 1_600;
    private static readonly DateTimeOffset JordansTime = new(2015, 1, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly PocketFolder _folder = new();

    [SharedDataFact]
    public async Task Sixteen_hundred_real_entries_take_little_room_and_are_found_as_by_the_server()
    {
        using var jordan = new RealList();
        using var others = new RealList();
        var all = await jordan.Publish(JordansTime, "services/jordan/compiled.json");
        all.AddRange(await others.Publish(GoldenRunner.Now, "hsds/exports/orservices/data", "hsds/exports/orservices/data_old", "health/el-salvador-places.js", "consulates/embassies_mesoamerica_subset.csv"));
        var places = all.DistinctBy(p => p.Id).Take(Entries).OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Locality, StringComparer.Ordinal).ThenBy(p => p.Id).ToList();
        // Asked when all of them still held: hours outside the years of the tables are not known in a pocket, and are not compared here.
        var file = _folder.Add("real", [.. places.Select(p => p with { WithdrawnAt = null, ExpiresAt = null })], ["SV"], new HardQuestions(81).Take(300));
        Assert.Equal(300, _folder.Compare());
        var size = Packed.Size(new PocketIndex(Geodata.Gazetteer).Write(places, []));
        output.WriteLine($"{places.Count} of {all.Count} real entries: index {size} bytes packed, {file.Length} with the towns of El Salvador and unpacked");
        Assert.InRange(size, 1, 48 * 1024);
    }

    public void Dispose() => _folder.Dispose();
}
