using System.Net;
using System.Text;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Places;
using Amparo.Tests.Public;
using Amparo.Tests.Publication;
using Amparo.Web.CommandLine;
using Amparo.Web.HubBox;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;

namespace Amparo.Tests.HubBox;

/// <summary>A hub's copy, started as the program that is installed: pages without a database, from a folder alone.</summary>
[Trait("Needs", "Database")]
public sealed class HubBoxTests : IAsyncLifetime, IDisposable
{
    private readonly House _house = new(now: TimeProvider.System.GetUtcNow());
    private readonly string _around = Directory.CreateTempSubdirectory("amparo-hub-").FullName;

    private string Editions => Path.Combine(_around, "editions");
    private string Root => Path.Combine(_house.Data.Keys, "root.public");

    private static readonly string[] Pages =
    [
        "/", "/danger", "/danger?country=MX", "/child", "/centres", "/centres?kind=shelter&near=Tapachula", "/centres?q=albergue", "/consulates", "/consulates?from=HN&in=MX", "/emergency", "/complaint", "/report", "/privacy", "/institutions", "/exit",
        "/print", "/print?near=Tapachula", "/print/sheet?near=Tapachula", "/print/chart?near=Tapachula", "/done", "/poster",
    ];

    public async Task InitializeAsync()
    {
        await _house.Given([.. Enumerable.Range(0, 12).Select(i => Some.Place("Casa " + i, assuredAt: _house.Clock.Now.AddDays(-1))), Some.Place("Comedor Sur", PlaceKinds.Food, assuredAt: _house.Clock.Now.AddDays(-1))]);
        await _house.Publish();
    }

    [Fact]
    public async Task With_the_network_off_every_public_page_is_there_and_no_database_anywhere()
    {
        Copied();
        using var hub = await HubProcess.Start(_around, "--editions", Editions, "--root", Root, "--wifi", "Ayuda; \"aquí\"", "--wifi-password", "a:b\\c", "--address", "http://192.168.4.1");
        Assert.Contains(_house.Keys.RootFingerprint(), hub.Said, StringComparison.Ordinal);
        var slug = _house.Open().At(0).Slug;
        foreach (var language in Languages.All)
            foreach (var path in Pages.Concat([$"/centres/{slug}", $"/centres/{slug}/print", $"/centres/{slug}/print/receipt", $"/centres/{slug}/share", $"/centres/{slug}/report", $"/centres/{slug}/claim"]))
            {
                using var answer = await hub.Client.GetAsync($"/{language}{path}");
                var page = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"/{language}{path}: {(int)answer.StatusCode} {hub.Said}");
                Assert.Contains(Readers.Text(language, "public.hub.copy")[..12], page, StringComparison.Ordinal);
                // The way out must be reachable from here.
                Assert.DoesNotContain("wikipedia", page, StringComparison.Ordinal);
                Assert.DoesNotContain(answer.Headers, h => h.Key == "Set-Cookie");
            }
        foreach (var path in new[] { "/", "/health/live", "/health/ready", "/api/hsds/v3/services", "/data/places.geojson", "/robots.txt", "/es/changes.atom", "/editions/current", "/q", "/poster" })
            using (var answer = await hub.Client.GetAsync(path)) Assert.True((int)answer.StatusCode < 400, $"{path}: {(int)answer.StatusCode}");
        foreach (var path in new[] { "/console", "/console/sign-in", "/console/complaints", "/console/assets/console.css", "/sms/receipt", "/hub/inbox" })
            using (var answer = await hub.Client.GetAsync(path)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using (var posted = await hub.Client.PostAsync("/hub/inbox", new ByteArrayContent([1]))) Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);

        var made = Directory.EnumerateFiles(_around, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_around, f)).Where(f => !f.StartsWith("editions", StringComparison.Ordinal)).Where(f => !f.Contains("amparo-files-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(["hub/newest", "keys/root.public"], made.Where(f => !f.Contains("clr-debug", StringComparison.Ordinal) && !f.Contains("dotnet-diagnostic", StringComparison.Ordinal) && !f.Contains(".dotnet", StringComparison.Ordinal)));
        if (OperatingSystem.IsLinux())
        {
            var loaded = await File.ReadAllTextAsync($"/proc/{hub.Id}/maps");
            Assert.Contains("Amparo.Public.dll", loaded, StringComparison.Ordinal);
            foreach (var engine in new[] { "EntityFrameworkCore", "Sqlite", "e_sqlite3", "Npgsql" }) Assert.DoesNotContain(engine, loaded, StringComparison.OrdinalIgnoreCase);
        }
        var poster = await Readers.Read(await hub.Client.GetAsync("/es/poster"));
        Assert.Contains("Ayuda; \"aquí\"", poster.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, poster.QuerySelectorAll("svg.qr").Length);
        Assert.Equal("""WIFI:T:WPA;S:Ayuda\; \"aquí\";P:a\:b\\c;;""", new Amparo.Public.HubBox.WifiNetwork("Ayuda; \"aquí\"", "a:b\\c").Code);
        Assert.Equal("WIFI:T:nopass;S:Ayuda;;", new Amparo.Public.HubBox.WifiNetwork("Ayuda", null).Code);
    }

    [Fact]
    public void The_composition_names_no_database()
    {
        Copied();
        var builder = WebApplication.CreateBuilder();
        using var app = HubBoxServer.Build(builder, HubBoxOptions.From(new(["--editions", Editions], HubBoxOptions.Options.ToHashSet(), HubBoxOptions.Switches.ToHashSet())));
        var types = builder.Services.SelectMany(s => new[] { s.ServiceType, s.IsKeyedService ? null : s.ImplementationType }).OfType<Type>().ToList();
        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, t => t == typeof(Database) || t.FullName!.Contains("EntityFramework", StringComparison.Ordinal) || t.FullName.Contains("Sqlite", StringComparison.Ordinal) || t.FullName.Contains("Npgsql", StringComparison.Ordinal));
        Assert.DoesNotContain(types, t => t == typeof(ServerKey) || t == typeof(InboxKey) || t == typeof(PaperCodes) || t == typeof(EditionBuilder));
        Assert.Null(app.Services.GetService<Database>());
        // The same look finds them where they are.
        Assert.Contains(new ServiceCollection().AddKernel(Engine.From("Host=none", "."), new(".")).Select(s => s.ServiceType), t => t == typeof(Database));
    }

    [Fact]
    public async Task It_does_not_start_before_somebody_said_whom_to_believe_nor_for_another_root_nor_without_an_edition()
    {
        Copied();
        var (code, said) = await HubProcess.Refused(_around, "--editions", Editions);
        Assert.True(code == 1 && said.Contains("Nobody said whom to believe", StringComparison.Ordinal), said);
        using var stranger = new House();
        await stranger.Publish();
        (code, said) = await HubProcess.Refused(_around, "--editions", Editions, "--root", Path.Combine(stranger.Data.Keys, "root.public"));
        Assert.True(code == 1 && said.Contains("There is no edition", StringComparison.Ordinal) && said.Contains("root key", StringComparison.Ordinal), said);
        (code, said) = await HubProcess.Refused(_around, "--editions", Editions, "--root", Root);
        Assert.True(code == 1 && said.Contains("trusts another root", StringComparison.Ordinal), said);
        (code, said) = await HubProcess.Refused(_around, "--editions", _house.Store.Folder, "--upstream", "http://127.0.0.1:9");
        Assert.True(code == 1 && said.Contains("installation that publishes", StringComparison.Ordinal), said);
        (code, said) = await HubProcess.Refused(_around);
        Assert.True(code == 2 && said.Contains("--editions DIR", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task A_folder_that_somebody_put_back_to_an_older_edition_is_not_shown()
    {
        Copied();
        var old = Directory.EnumerateFiles(Editions, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);
        using (await HubProcess.Start(_around, "--editions", Editions, "--root", Root)) { }
        _house.Clock.Now += TimeSpan.FromSeconds(5);
        await _house.Given(Some.Place("Casa nueva"));
        await _house.Publish();
        Copied();
        using (await HubProcess.Start(_around, "--editions", Editions)) { }
        Directory.Delete(Editions, recursive: true);
        foreach (var (file, bytes) in old)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
        var (code, said) = await HubProcess.Refused(_around, "--editions", Editions);
        Assert.True(code == 1 && said.Contains("going back", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task In_a_kiosk_nothing_is_kept_each_page_ends_and_no_field_remembers()
    {
        Copied();
        using var hub = await HubProcess.Start(_around, "--editions", Editions, "--root", Root, "--kiosk", "--idle", "40", "--upstream", "http://127.0.0.1:9");
        var slug = _house.Open().At(0).Slug;
        foreach (var path in Pages.Concat([$"/centres/{slug}", $"/centres/{slug}/report", $"/centres/{slug}/claim", "/nothing-is-here"]))
        {
            using var answer = await hub.Client.GetAsync($"/es{path}");
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Null(answer.Headers.ETag);
            var page = await Readers.Read(answer);
            Assert.NotNull(page.QuerySelector("a[href='/es/done']"));
            Assert.All(page.QuerySelectorAll("form"), f => Assert.Equal("off", f.GetAttribute("autocomplete")));
            Assert.All(page.QuerySelectorAll("input[type=text], input:not([type]), input[type=email], textarea"), f => Assert.True(f.GetAttribute("autocomplete") is "off" or null, $"{path} {f.OuterHtml}"));
            var refresh = answer.Headers.TryGetValues("Refresh", out var said) ? said.Single() : null;
            if (path == "/") Assert.Null(refresh);
            else if (path == "/done") Assert.Equal("8; url=/", refresh);
            else Assert.Equal(path.EndsWith("/report", StringComparison.Ordinal) || path.EndsWith("/claim", StringComparison.Ordinal) || path.EndsWith("/complaint", StringComparison.Ordinal) ? "600; url=/es/done" : "40; url=/es/done", refresh);
        }
        using (var done = await hub.Client.GetAsync("/es/done")) Assert.DoesNotContain("Historial", (await Readers.Read(done)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_the_server_says_plainly_where_to_go()
    {
        Copied();
        // Without a server nobody is let write what can never arrive.
        using (var alone = await HubProcess.Start(_around, "--editions", Editions, "--root", Root))
            foreach (var path in new[] { "complaint", $"centres/{_house.Open().At(0).Slug}/report", $"centres/{_house.Open().At(0).Slug}/claim" })
            {
                var page = await Readers.Read(await alone.Client.GetAsync($"/es/{path}"));
                Assert.Contains(Readers.Text("es", "public.hub.elsewhere"), page.Body!.TextContent, StringComparison.Ordinal);
                Assert.Null(page.QuerySelector("main textarea"));
            }
        using var hub = await HubProcess.Start(_around, "--editions", Editions, "--upstream", "http://127.0.0.1:9");
        foreach (var (path, code) in new[] { ("/es/ask/abcdefabcdef", ""), ("/es/report", "7M2K-9QWX-3C5D-T") })
        {
            using var answer = code.Length == 0 ? await hub.Client.GetAsync(path) : await Post(hub, path, ("code", LongCode));
            var page = await Readers.Read(answer);
            Assert.Contains(Readers.Text("es", "public.hub.elsewhere"), page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("http://127.0.0.1:9/es/", page.Body.TextContent, StringComparison.Ordinal);
        }
    }

    private static string LongCode => Amparo.Public.Centres.Report.Receipt.Printed(Amparo.Public.Centres.Report.Receipt.LongCodeOf(new('a', 48)));

    internal static async Task<HttpResponseMessage> Post(HubProcess hub, string path, params (string Name, string Value)[] form)
    {
        using var sent = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))) };
        sent.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await hub.Client.SendAsync(sent);
    }

    private void Copied()
    {
        foreach (var file in Directory.EnumerateFiles(_house.Store.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var to = Path.Combine(Editions, Path.GetRelativePath(_house.Store.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _house.Dispose();
        Directory.Delete(_around, recursive: true);
    }
}
