using Amparo.Publication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Amparo.Tests.Public.Packs;

public sealed class PackJobTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly WebApplicationFactory<Program> _site;

    public PackJobTests()
    {
        _site = _platform.WithWebHostBuilder(host => host.UseSetting("Amparo:Packs", "on"));
        _site.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now.AddDays(-1));
    }

    [Fact]
    public async Task A_server_makes_packs_after_its_edition_and_calls_back_what_goes()
    {
        var (store, current) = (_site.Services.GetRequiredService<PackStore>(), _site.Services.GetRequiredService<CurrentEdition>());
        current.Replace(ReaderPlaces.Edition());
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Empty(store.Catalogue.Packs); // not before the server has been there for a while
        _platform.Clock.Now += TimeSpan.FromSeconds(21);
        await Until(() => store.Catalogue["mx-ht"] is not null);
        current.Replace(ReaderPlaces.Edition(places: ReaderPlaces.All().Where(p => p.Slug != "comedor-la-esperanza")));
        // While packs are being made.
        await Until(() => store.Revoked is not null && Said(store).Entries.Contains(RevokedList.NameOf("comedor-la-esperanza")));

        // From the command line, which is another process: said at once, and another pack stands in its place.
        var id = store.Catalogue["mx-es"]!.Id;
        new PackStore(_site.Services.GetRequiredService<DataFolder>()).Withdraw([id], []);
        await Until(() => Said(store).Packs.Contains(id));
        _platform.Clock.Now += TimeSpan.FromSeconds(61);
        await Until(() => store.Catalogue["mx-es"]!.Id != id);
    }

    private RevokedList Said(PackStore store) => store.Revoked is { } list ? RevokedList.Checked(list, _site.Services.GetRequiredService<KeyFolder>())! : throw new InvalidOperationException("Nothing was ever given out.");

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (holds()) return;
            await Task.Delay(200);
        }
        Assert.Fail("It has not come in two minutes.");
    }

    public void Dispose()
    {
        _site.Dispose();
        _platform.Dispose();
    }
}
