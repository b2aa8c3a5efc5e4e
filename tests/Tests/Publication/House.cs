using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Tests.Publication;

/// <summary>A publishing house without a server: a database, a data folder with keys, and a clock that tests set.</summary>
internal sealed class House : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-house-").FullName;
    private readonly string _database;
    private readonly bool _ownsDatabase;

    /// <param name="sameDatabase">Publishes from that house's database, into a data folder of its own.</param>
    /// <param name="sameKeys">Signs with that house's keys.</param>
    public House(House? sameDatabase = null, House? sameKeys = null, bool isDemonstration = true, bool withKeys = true, Action<IServiceCollection>? with = null, DateTimeOffset? now = null)
    {
        _ownsDatabase = sameDatabase is null;
        _database = sameDatabase?._database ?? TestEngine.New(_folder);
        Clock = new(now ?? sameDatabase?.Clock.Now ?? Start);
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddKernel(Engine.From(_database, sameDatabase?._folder ?? _folder), new(_folder)).AddModules().AddPublication()
            .AddSingleton(p => Texts.From([.. p.GetServices<Module>().Select(m => m.Assembly), typeof(Engine).Assembly, typeof(Amparo.Public.PublicSite).Assembly, typeof(Modules).Assembly])).LoadOnce();
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(Clock);
        with?.Invoke(services);
        Services = services.BuildServiceProvider();
        if (sameKeys is not null) CopyKeys(sameKeys);
        else if (withKeys) Keys.Init(isDemonstration, null, Clock.Now);
    }

    public static readonly DateTimeOffset Start = new(2026, 11, 21, 16, 40, 0, TimeSpan.Zero);

    public ServiceProvider Services { get; }
    public FixedClock Clock { get; }
    public DataFolder Data => Services.GetRequiredService<DataFolder>();
    public EditionStore Store => Services.GetRequiredService<EditionStore>();
    public EditionLoader Loader => Services.GetRequiredService<EditionLoader>();
    public KeyFolder Keys => Services.GetRequiredService<KeyFolder>();

    public async Task<BuildResult> Publish(bool full = false)
    {
        using var alone = Store.TryLock();
        Assert.NotNull(alone);
        return await Services.GetRequiredService<EditionBuilder>().Build(full);
    }

    /// <summary>The edition that readers would see after a start.</summary>
    public Edition Open() => Loader.Open(Store.CurrentVersion()!.Value);

    public async Task Do(Func<Database, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "test.given";
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        await work(db);
        await db.SaveChangesAsync();
    }

    public Task Given(params object[] things) => Do(db => { db.AddRange(things); return Task.CompletedTask; });

    public Task Change(Guid id, Action<Place> change) => Do(async db => change(await db.Set<Place>().Include(p => p.Organization).SingleAsync(p => p.Id == id)));

    /// <summary>Every file of the current edition as it lies on the disk, by part and shard.</summary>
    public SortedDictionary<string, string> Files()
    {
        var envelope = Store.ReadEnvelope(Store.CurrentVersion()!.Value);
        return new(envelope.Files.ToDictionary(f => f.Name, f => Convert.ToHexStringLower(File.ReadAllBytes(Store.ObjectOf(f.Sha256)))), StringComparer.Ordinal);
    }

    /// <summary>Everything below <c>editions/</c> but what the signature makes different each time.</summary>
    public SortedDictionary<string, string> Everything() => new(Directory
        .EnumerateFiles(Store.Folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Store.Folder, f), f =>
            f.EndsWith("envelope.json", StringComparison.Ordinal) ? Convert.ToHexStringLower(Store.ReadEnvelope(long.Parse(Path.GetFileName(Path.GetDirectoryName(f))!)).Unsigned())
            : Convert.ToHexStringLower(File.ReadAllBytes(f))), StringComparer.Ordinal);

    public void Dispose()
    {
        Services.Dispose();
        if (_ownsDatabase) TestEngine.Drop(_database, _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private void CopyKeys(House from)
    {
        // The key of the inbox follows from the server's own, which is made when it is first asked for.
        _ = from.Services.GetRequiredService<InboxKey>().Public;
        Directory.CreateDirectory(Data.Keys);
        foreach (var key in Directory.EnumerateFiles(from.Data.Keys)) File.Copy(key, Path.Combine(Data.Keys, Path.GetFileName(key)), overwrite: true);
    }
}
