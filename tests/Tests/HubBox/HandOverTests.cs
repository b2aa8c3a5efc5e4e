using System.Text;
using Amparo.Publication;
using Amparo.Safeguarding;
using Amparo.Tests.Public;
using Amparo.Tests.Safeguarding;
using AngleSharp.Dom;

namespace Amparo.Tests.HubBox;

/// <summary>A server and a hub's copy as two programs with a line between them that comes and goes.</summary>
[Trait("Needs", "Database")]
public sealed class HandOverTests : IAsyncLifetime, IDisposable
{
    private readonly ComplaintHouse _house = new();
    private readonly string _around = Directory.CreateTempSubdirectory("amparo-hub-").FullName;
    private string _server = "";

    private string Editions => Path.Combine(_around, "editions");
    private string Root => Path.Combine(_house.Platform.Data.Keys, "root.public");

    public async Task InitializeAsync()
    {
        _house.Platform.Clock.Now = TimeProvider.System.GetUtcNow();
        _house.Platform.UseKestrel(0);
        _house.Platform.StartServer();
        _server = _house.Platform.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await _house.Begun();
    }

    [Fact]
    public async Task It_brings_what_is_new_and_hands_over_what_was_written_once_and_nothing_of_it_lies_there_in_clear()
    {
        using var hub = await HubProcess.Start(_around, "--editions", Editions, "--upstream", _server, "--root", Root, "--every", "1");
        await Until(hub, async () => (int)(await hub.Client.GetAsync("/health/ready")).StatusCode == 200);
        using (var page = await hub.Client.GetAsync($"/es/centres/{_house.Slug}")) Assert.Equal(200, (int)page.StatusCode);

        var form = await Readers.Read(await hub.Client.GetAsync("/es/complaint"));
        var key = form.QuerySelector("form[method=post] input[name=key]")!.GetAttribute("value")!;
        var code = "";
        // Sent twice, as a slow line makes people do.
        foreach (var _ in new[] { 1, 2 })
        {
            var thanks = await Readers.Read(await HubBoxTests.Post(hub, "/es/complaint", ("key", key), ("words", "Fue ClavelCanario en la puerta"), ("country", "MX")));
            Assert.Contains(Readers.Text("es", "public.hub.kept"), thanks.Body!.TextContent, StringComparison.Ordinal);
            code = ComplaintHouse.CodeOn(thanks);
            Seen();
        }
        await Until(hub, () => _house.Platform.Read(async db => await db.Set<Complaint>().CountAsync() == 1));
        await Until(hub, () => Task.FromResult(Directory.EnumerateFiles(Path.Combine(_around, "hub", "letters")).All(f => f.EndsWith(".sent", StringComparison.Ordinal))));
        Seen();
        Assert.DoesNotContain("ClavelCanario", hub.Said, StringComparison.Ordinal);
        Assert.Contains(Readers.Text("es", "public.complaint.state.received"), (await _house.Under(code)).Body!.TextContent, StringComparison.Ordinal);

        // What is withdrawn on the server is gone here within seconds, also from the disk.
        await _house.Platform.In(async (db, _) => { (await db.Set<Amparo.Places.Entries.Place>().SingleAsync()).HideTo(Contracts.Places.Disclosures.Officers); return await db.SaveChangesAsync(); });
        await _house.Look();
        await Until(hub, async () => (int)(await hub.Client.GetAsync($"/es/centres/{_house.Slug}")).StatusCode == 404);
        await Until(hub, () => Task.FromResult(!Directory.EnumerateFiles(Path.Combine(Editions, "objects"), "*", SearchOption.AllDirectories).Any(f => File.ReadAllText(f).Contains(_house.Slug, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Killed_at_any_moment_it_shows_a_whole_edition_and_loses_no_letter()
    {
        var (random, letters) = (new Random(6), 0);
        for (var kills = 0; kills < 6; kills++)
        {
            using var hub = await HubProcess.Start(_around, "--editions", Editions, "--upstream", kills < 5 ? "http://127.0.0.1:9" : _server, "--root", Root, "--every", "1");
            if (kills == 0)
            {
                // Nothing to show yet, and it says so.
                Assert.Equal(503, (int)(await hub.Client.GetAsync("/es/")).StatusCode);
                hub.Kill();
                using var first = await HubProcess.Start(_around, "--editions", Editions, "--upstream", _server, "--every", "1");
                await Task.Delay(random.Next(400));
                first.Kill();
                using var second = await HubProcess.Start(_around, "--editions", Editions, "--upstream", _server, "--every", "1");
                await Until(second, async () => (int)(await second.Client.GetAsync("/health/ready")).StatusCode == 200);
                continue;
            }
            if (kills == 5)
            {
                await Until(hub, () => _house.Platform.Read(async db => await db.Set<InboxItem>().CountAsync() == letters));
                break;
            }
            for (var i = 0; i < 3; i++)
            {
                var page = await Readers.Read(await hub.Client.GetAsync($"/es/centres/{_house.Slug}/report"));
                using var sent = await HubBoxTests.Post(hub, $"/es/centres/{_house.Slug}/report", ("key", page.QuerySelector("main input[name=key]")!.GetAttribute("value")!), ("what", "phone"));
                Assert.Equal(200, (int)sent.StatusCode);
                letters++;
            }
            hub.Kill();
        }
        Assert.Equal(12, letters);
        Assert.Empty(new EditionLoader(new(new(_around, Editions)), new(Path.Combine(_around, "keys"))).Verify(_house.Platform.Services.GetRequiredService<EditionStore>().CurrentVersion()!.Value));
    }

    // Nothing of what was written, nor the key that gives its code, in any file of the hub.
    private void Seen()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_around, "hub"), "*", SearchOption.AllDirectories))
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("ClavelCanario")));
    }

    private static async Task Until(HubProcess hub, Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 300, "It did not come to that: " + hub.Said);
            await Task.Delay(100);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _house.Dispose();
        Directory.Delete(_around, recursive: true);
    }
}
