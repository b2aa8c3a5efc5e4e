using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Tests.Places.Importing;

namespace Amparo.Tests.Search;

/// <summary>Lists that nobody here wrote, through the door by which lists come in, as readers would get them.</summary>
internal sealed class RealList : IDisposable
{
    private readonly ImportDoor _door = new();

    public Platform Platform => _door.Platform;

    public async Task<List<PublicPlace>> Publish(DateTimeOffset now, params string[] files)
    {
        _door.Platform.Clock.Now = now;
        foreach (var file in files) await _door.Import(SharedData.PathOf(file));
        await Approve();
        return await Published();
    }

    private Task<int> Approve() => _door.Platform.In(async (db, _) =>
    {
        foreach (var place in await db.Set<Place>().Where(p => p.Status == PlaceStatus.Queued).ToListAsync()) place.Approve("test", _door.Platform.Clock.Now);
        return await db.SaveChangesAsync();
    }, "places.approve");

    private async Task<List<PublicPlace>> Published()
    {
        var services = _door.Platform.Services;
        await using var readers = await services.GetRequiredService<PublisherConnection>().Open(default);
        var places = new List<PublicPlace>();
        await foreach (var record in services.GetServices<IEditionPart>().Single(p => p.Name == EditionParts.Places).Records(readers, null, _door.Platform.Clock.Now, default))
            places.Add(JsonSerializer.Deserialize<PublicPlace>(record.Json.Span, CompactJson.Options)!);
        return places;
    }

    public void Dispose() => _door.Dispose();
}
