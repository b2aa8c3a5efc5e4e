using System.Net;
using Amparo.Contracts.Safeguarding;
using Amparo.Public;
using Amparo.Public.HubBox;
using Amparo.Publication;
using Amparo.Web.Serving;

namespace Amparo.Web.HubBox;

/// <summary>The readers' side alone, without a database, a console, an account or a cookie: what a hub's laptop shows to whoever joins its Wi-Fi.</summary>
internal static class HubBoxServer
{
    public static WebApplication Build(WebApplicationBuilder builder, HubBoxOptions options)
    {
        builder.Host.UseDefaultServiceProvider(p => (p.ValidateScopes, p.ValidateOnBuild) = (true, true));
        builder.WebHost.UseHardenedKestrel(options.Host, options.Port, options.Certificate);
        builder.Logging.AddQuietConsole(builder.Environment);
        if (string.IsNullOrEmpty(builder.Configuration["Amparo:PublicUrl"]) && options.Upstream is { } server)
            builder.Configuration.AddInMemoryCollection([new("Amparo:PublicUrl", server.AbsoluteUri.TrimEnd('/'))]);
        builder.Services
            .AddReading(options.Folder)
            .AddEditions()
            .AddPublicSite()
            .AddSingleton(Texts.From([typeof(PublicSite).Assembly]))
            .AddSingleton(options.Settings)
            .AddCopying(options)
            .AddLetters(options)
            .AddRazorPages(pages => pages.RootDirectory = "/")
            // The list of the program itself names the console's pages.
            .ConfigureApplicationPartManager(parts => parts.ApplicationParts.Clear())
            .AddPagesOf([typeof(PublicSite).Assembly]);
        builder.Services.WithoutKeysInTheHome();

        var app = builder.Build();
        app.UseHealth(database: null);
        app.UseStrictHeaders();
        if (options.Settings.IsKiosk) app.UseKiosk(options.Settings);
        app.UseClearErrors();
        app.UsePublicCache();
        app.UseRouting();
        app.UseNotFound();
        app.MapRazorPages();
        app.MapPublicSite();
        return app;
    }

    private static IServiceCollection AddCopying(this IServiceCollection services, HubBoxOptions options)
    {
        services.AddSingleton(new FetchMemory(options.Own)).AddSingleton<HubTroubles>();
        if (options.Upstream is { } server)
            services.AddSingleton(new Upstream(Client(server)))
                .AddSingleton(p => new EditionFetcher(p.GetRequiredService<EditionStore>(), p.GetRequiredService<KeyFolder>(), p.GetRequiredService<Upstream>().Client, p.GetRequiredService<FetchMemory>()))
                .AddSingleton(p => new PackFetcher(p.GetRequiredService<PackStore>(), p.GetRequiredService<KeyFolder>(), p.GetRequiredService<PackCheck>(), p.GetRequiredService<IPackPages>(), p.GetRequiredService<Upstream>().Client, new(options.Own), p.GetRequiredService<TimeProvider>()))
                .AddHostedService(p => new HubPacks(p.GetRequiredService<CurrentEdition>(), p.GetRequiredService<PackFetcher>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<HubTroubles>(), options.Every))
                .AddSingleton(p => new RecordingFetcher(p.GetRequiredService<RecordingStore>(), p.GetRequiredService<PackStore>(), p.GetRequiredService<KeyFolder>(), p.GetRequiredService<Upstream>().Client, new(options.Own, "recordings"), p.GetRequiredService<TimeProvider>()))
                .AddHostedService(p => new HubRecordings(p.GetRequiredService<CurrentEdition>(), p.GetRequiredService<RecordingFetcher>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<HubTroubles>(), options.Every));
        return services
            .AddSingleton(p => new HubEditions(p.GetRequiredService<EditionStore>(), p.GetRequiredService<EditionLoader>(), p.GetRequiredService<CurrentEdition>(), p.GetRequiredService<FetchMemory>(),
                p.GetRequiredService<TimeProvider>(), p.GetRequiredService<HubTroubles>(), options.Every, p.GetService<EditionFetcher>()))
            .AddHostedService(p => p.GetRequiredService<HubEditions>());
    }

    private static IServiceCollection AddLetters(this IServiceCollection services, HubBoxOptions options)
    {
        services.AddSingleton(p => new SealedSpool(Path.Combine(options.Own, "letters"), () => options.Upstream is null ? null : p.GetRequiredService<CurrentEdition>().Now?.Info.InboxKey, p.GetRequiredService<TimeProvider>()))
            .AddSingleton<IInbox>(p => p.GetRequiredService<SealedSpool>())
            .AddSingleton<IComplaints, HubComplaints>();
        return options.Upstream is null ? services : services.AddHostedService<HandOver>();
    }

    private static HttpClient Client(Uri server) => new(new SocketsHttpHandler
    {
        // Where a server sends elsewhere somebody stands between, such as the page of a hotel's Wi-Fi.
        AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxConnectionsPerServer = 4,
    })
    { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };

    // The framework makes a key for cookies, in the home of whoever started it: here is no cookie, and nothing shall be left.
    private static void WithoutKeysInTheHome(this IServiceCollection services)
    {
        foreach (var made in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(made);
    }
}

/// <summary>The line to the server that publishes.</summary>
internal sealed record Upstream(HttpClient Client);
