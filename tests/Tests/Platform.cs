using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Tests;

/// <summary>The whole platform in this process, empty, over a database and a data folder of its own, with a clock that tests set.</summary>
public sealed class Platform : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-test-").FullName;
    private readonly string _database;

    public Platform() => _database = TestEngine.New(_folder);

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 16, 40, 0, TimeSpan.Zero));
    public DataFolder Data => new(_folder);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Amparo:Data", _folder);
        builder.UseSetting("Amparo:Database", _database);
        // A job that begins in the middle of a test makes its figures depend on the machine; what it does has its own tests.
        builder.UseSetting("Amparo:Packs", "off");
        builder.ConfigureServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            // Here only: a real hash takes a fifth of a second. That the real one is dear has its own test.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
    }

    public HttpClient Client() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });

    /// <summary>Writes through the database under an act of its own.</summary>
    public async Task Given(params object[] things)
    {
        await In(async (db, _) =>
        {
            db.AddRange(things);
            await db.SaveChangesAsync();
            return 0;
        });
    }

    public Task<T> Read<T>(Func<Database, Task<T>> query) => In((db, _) => query(db));

    internal async Task<T> In<T>(Func<Database, IServiceProvider, Task<T>> work, string act = "test.given")
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = act;
        return await work(scope.ServiceProvider.GetRequiredService<Database>(), scope.ServiceProvider);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(_folder)) return;
        TestEngine.Drop(_database);
        for (var tries = 1; Directory.Exists(_folder); tries++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException) when (tries < 10)
            {
                Thread.Sleep(100 * tries); // what a stopped server still writes, it writes within a moment
            }
        }
    }
}

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public DateTimeOffset Now { get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero); set => Interlocked.Exchange(ref _ticks, value.UtcTicks); }

    public override DateTimeOffset GetUtcNow() => Now;
}
