using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Amparo.Publication;
using Amparo.Safeguarding;
using Amparo.Tests.CommandLine;
using Amparo.Tests.HubBox;
using Amparo.Tests.Places;
using Amparo.Tests.Public;
using Amparo.Web.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.WhatIsKept;

/// <summary>Holds <c>docs/what-we-can-hand-over.md</c>: the public side is used, and then everything that an operator can export is looked through.</summary>
[Trait("Needs", "Database")]
public sealed partial class WhatWeCanHandOverTests : CommandLineTest, IAsyncLifetime
{
    private const string Address = "203.0.113.77", Agent = "AgenteCanario", Search = "BusquedaCanaria", Number = "50255512345", Position = "14.901234", Complained = "ClavelCanario", CameFrom = "procedencia-canaria", Tongue = "qu-x-canario", Cookie = "galletacanaria";
    private const string Reported = "PalabrasDelAviso";

    // What nobody can be forced to give, since it is nowhere. What somebody reported stands in the database, as the page says.
    private static readonly string[] Never = [Address, Agent, Search, Number, Position, Complained, CameFrom, Tongue, Cookie];

    private readonly Platform _platform = new();
    private readonly Heard _heard = new();
    private WebApplicationFactory<Program> _site = null!;
    private string _slug = "";

    public async Task InitializeAsync()
    {
        _platform.Clock.Now = TimeProvider.System.GetUtcNow();
        _site = _platform.WithWebHostBuilder(host => host.UseSetting("Amparo:Proxy", "127.0.0.1, ::1").ConfigureLogging(l => l.AddProvider(_heard).SetMinimumLevel(LogLevel.Debug)));
        _site.UseKestrel(0);
        _site.StartServer();
        _site.Services.GetRequiredService<KeyFolder>().Init(true, null, _platform.Clock.Now);
        var place = Some.Place("Albergue del Farol", assuredAt: _platform.Clock.Now.AddDays(-1));
        _slug = place.Slug;
        await In(async db => { db.Add(place); return await db.SaveChangesAsync(); });
        await Look();
    }

    [Fact]
    public async Task Of_who_used_the_public_side_there_is_nothing_and_what_was_sent_is_where_the_page_says()
    {
        var before = await Rows();
        await UseThePublicSide();
        var spool = await UseAHub();
        await Look();

        var grown = (await Rows()).Where(r => r.Value > before.GetValueOrDefault(r.Key)).Select(r => r.Key).ToHashSet();
        var listed = Listed();
        Assert.Contains("kernel_inbox", listed);
        Assert.True(grown.Contains("kernel_inbox") && grown.Contains("safeguarding_complaint"), "Nothing was written: mend this test.");
        Assert.True(grown.IsSubsetOf(listed), $"Public use also wrote {string.Join(", ", grown.Except(listed))}: say in docs/what-we-can-hand-over.md what is in it, or write less.");

        var all = await Export(spool);
        Assert.Contains(all, f => f.Name.StartsWith("database", StringComparison.Ordinal) && Holds(f.Bytes, Reported));
        Assert.Contains(all, f => f.Name == "log" && Holds(f.Bytes, "The ear works"));
        foreach (var (name, bytes) in all)
            foreach (var canary in Never)
                Assert.False(Holds(bytes, canary), $"{name} holds {canary}, and docs/what-we-can-hand-over.md says that nothing does.");
    }

    private async Task UseThePublicSide()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = _site.ClientOptions.BaseAddress };
        foreach (var (name, value) in new[] { ("X-Forwarded-For", Address), ("User-Agent", Agent), ("Referer", $"https://{CameFrom}.example/"), ("Accept-Language", Tongue), ("Cookie", $"a={Cookie}") })
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        foreach (var path in new[]
        {
            "/", "/es/", $"/es/centres?q={Search}", $"/es/centres?q={Search}", $"/es/centres?near={Position},-92.263456", $"/es/centres?q={Number}", $"/es/print?near={Search}", $"/es/centres/{_slug}", $"/es/centres/{_slug}/print", $"/es/centres/{_slug}/share",
            $"/es/danger?country=MX&{Search}", $"/es/{Search}", $"/api/hsds/v3/services?search={Search}", "/data/places.geojson", "/editions/current", $"/es/report?code={Search}", "/console", $"/es/%ff{Search}",
        })
            for (var i = 0; i < 3; i++)
                using (await client.GetAsync(path)) { }
        await Send(client, $"/es/centres/{_slug}/report", ("what", "phone"), ("words", Reported));
        await Send(client, "/es/complaint", ("words", $"Fue {Complained}"), ("country", "MX"));
        await Send(client, "/es/report", ("code", Number));
        using (await client.PostAsync($"/es/complaint?x={Search}", new StringContent("{"))) { }
    }

    /// <returns>The folder of a hub's copy in which a complaint and a report wait for a server that does not answer.</returns>
    private async Task<string> UseAHub()
    {
        var around = PathOf("hub");
        var editions = Path.Combine(around, "editions");
        var store = _site.Services.GetRequiredService<EditionStore>();
        foreach (var file in Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var to = Path.Combine(editions, Path.GetRelativePath(store.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        using var hub = await HubProcess.Start(around, "--editions", editions, "--upstream", "http://127.0.0.1:9", "--root", Path.Combine(_platform.Data.Keys, "root.public"), "--kiosk");
        hub.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Agent);
        foreach (var path in new[] { $"/es/centres?q={Search}", $"/es/centres?q={Search}", $"/es/{Search}", $"/es/print?near={Search}" }) using (await hub.Client.GetAsync(path)) { }
        await Send(hub.Client, "/es/complaint", ("words", $"Fue {Complained}"), ("country", "MX"));
        await Send(hub.Client, $"/es/centres/{_slug}/report", ("what", "phone"), ("words", Complained));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(around, "hub", "letters"), "*.sealed").Count());
        await File.WriteAllTextAsync(Path.Combine(around, "said"), hub.Said);
        return around;
    }

    private static async Task Send(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await Readers.Read(await client.GetAsync(path));
        var form = fields.Append((Name: "key", Value: page.QuerySelector("main input[name=key]")?.GetAttribute("value") ?? "")).Select(f => new KeyValuePair<string, string>(f.Name, f.Value));
        using var sent = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        sent.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using var answer = await client.SendAsync(sent);
        Assert.True((int)answer.StatusCode is 200 or 400, $"{path}: {(int)answer.StatusCode}");
    }

    /// <summary>Everything that leaves a machine when somebody says "give me all you have".</summary>
    private async Task<IReadOnlyList<(string Name, byte[] Bytes)>> Export(string hub)
    {
        _site.Services.GetRequiredService<ILogger<WhatWeCanHandOverTests>>().LogInformation("The ear works");
        var all = new List<(string, byte[])> { ("log", Encoding.UTF8.GetBytes(string.Join('\n', _heard.Lines))) };
        foreach (var table in await Tables()) all.Add(($"database {table}", Encoding.UTF8.GetBytes(await Dump(table))));
        var backup = PathOf("backup");
        Environment.SetEnvironmentVariable("AMPARO__Database", _site.Services.GetRequiredService<IConfiguration>()["Amparo:Database"]);
        Assert.True(await Amparo("backup", backup, "--data", _platform.Data.Path) == 0, Said);
        Assert.Equal(0, await Amparo("accounts", "list", "--data", _platform.Data.Path));
        all.Add(("accounts list", Encoding.UTF8.GetBytes(Said)));
        foreach (var folder in new[] { _platform.Data.Path, backup, hub }.Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) all.Add((Path.GetRelativePath(Path.GetDirectoryName(folder)!, file), ReadShared(file)));
        return all;
    }

    private static byte[] ReadShared(string file)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        from.CopyTo(all);
        return all.ToArray();
    }

    // Also as UTF-16 and in base64, which sealed or framed bytes may be spelled in.
    private static bool Holds(byte[] bytes, string canary) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(canary)) >= 0
        || Encoding.UTF8.GetString(bytes).Contains(canary, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tables that the page names where it says what public use writes.</summary>
    [Fact]
    public void Every_table_of_the_files_of_people_is_on_the_page_and_none_that_does_not_exist()
    {
        using var scope = _platform.Services.CreateScope();
        var tables = scope.ServiceProvider.GetRequiredService<Database>().Model.GetEntityTypes().Select(t => t.GetTableName()!).Where(t => t.StartsWith("protection_", StringComparison.Ordinal)).ToHashSet();
        Assert.NotEmpty(tables);
        Assert.Equal(tables.Order(), Listed("## Of people whose files are kept", "## Everything else").Order());
    }

    private static HashSet<string> Listed(string from = "## What public use writes", string to = "## Of people whose files are kept")
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs/what-we-can-hand-over.md"));
        var part = page[page.IndexOf(from, StringComparison.Ordinal)..page.IndexOf(to, StringComparison.Ordinal)];
        var tables = TableRow().Matches(part).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(n => n.Groups[1].Value).ToHashSet();
        return tables;
    }

    private async Task<Dictionary<string, long>> Rows()
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in await Tables()) rows[table] = (await Dump(table)).Count(c => c == '\n');
        return rows;
    }

    private Task<List<string>> Tables() => In(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));

    private Task<string> Dump(string table) => In(async db =>
    {
        var said = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        // A name of the model's own, never of a stranger.
        command.CommandText = "SELECT * FROM " + table;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++) said.Append(rows.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes).Replace('\n', ' ') : rows.GetValue(i).ToString()!.Replace('\n', ' ')).Append('\t');
            said.Append('\n');
        }
        return said.ToString();
    });

    private async Task Look()
    {
        _platform.Clock.Now += TimeSpan.FromSeconds(2);
        await _site.Services.GetRequiredService<Publisher>().LookOnce(default);
        await _site.Services.GetRequiredService<SafeguardingJobs>().Run(default);
    }

    private async Task<T> In<T>(Func<Database, Task<T>> work)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "test.given";
        return await work(scope.ServiceProvider.GetRequiredService<Database>());
    }

    public Task DisposeAsync()
    {
        _site.Dispose();
        _platform.Dispose();
        return Task.CompletedTask;
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception) + " " + exception);
        public void Dispose() { }
    }

    [GeneratedRegex(@"^\| (`[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Name();
}
