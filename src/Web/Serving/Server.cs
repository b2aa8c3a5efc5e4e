using Amparo.Public;
using Amparo.Web.ConsolePages;

namespace Amparo.Web.Serving;

/// <summary>The server, from the outside in: what a request meets first stands first.</summary>
internal static class Server
{
    public static WebApplication Build(WebApplicationBuilder builder, string host, int port)
    {
        builder.Host.UseDefaultServiceProvider(p => (p.ValidateScopes, p.ValidateOnBuild) = (true, true));
        builder.WebHost.UseHardenedKestrel(host, port);
        builder.Logging.AddQuietConsole(builder.Environment);
        builder.Services
            .AddAmparo(builder.Configuration)
            .AddAccess()
            .AddPublicSite()
            .AddConsole()
            .AddWatching(builder.Configuration)
            .AddPublisher()
            .AddHostedService<Sealing>()
            .AddHostedService<PackJob>()
            .AddSingleton<RecordingJob>()
            .AddHostedService(p => p.GetRequiredService<RecordingJob>())
            .AddRazorPages(pages => pages.RootDirectory = "/")
            .AddPagesOf(Modules.Assemblies);

        var app = builder.Build();
        app.UseProxy();
        app.UseHealth(context => context.RequestServices.GetRequiredService<Migrator>().Ready(context.RequestAborted));
        app.UseStrictHeaders();
        app.UseClearErrors();
        app.UsePublicCache();
        app.UseRouting();
        app.UseConsole();
        app.UseNotFound();
        app.UseAuthorization();
        app.UseActs();
        app.MapRazorPages();
        app.MapPublicSite();
        app.MapServerDoors();
        app.MapConsoleAssets();
        app.MapSmsHooks();
        return app;
    }

    // Without an endpoint there is nothing to be closed: the wall behind would answer "forbidden" to every mistyped address.
    internal static void UseNotFound(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <exception cref="CommandLine.CannotDo">The database is not reachable, not migrated, or not opened as it must be.</exception>
    public static async Task RefuseUnlessReady(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var pending = await scope.ServiceProvider.GetRequiredService<Migrator>().Ready(stop);
        if (pending is not null) throw new CommandLine.CannotDo(pending);
    }
}
