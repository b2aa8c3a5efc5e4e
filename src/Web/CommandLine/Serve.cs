using Amparo.Web.HubBox;
using Amparo.Web.Serving;

namespace Amparo.Web.CommandLine;

internal sealed class Serve : Verb, ITakesOptions
{
    public override string Name => "serve";
    public override string Summary => "Serves the public site and the console.";
    public override string Help => """
        ./amparo serve [--port N] [--host ADDRESS] [--migrate] [--data DIR]

        Serves on http://127.0.0.1:5080 unless --port or --host say otherwise, and prints one line when it is ready.
        The database must be migrated (./amparo db migrate, or --migrate here). Behind a proxy see docs/operating.md.

        ./amparo serve --public --editions DIR [--upstream URL] [--root FILE] [--url http://0.0.0.0:8080]
                       [--certificate FILE [--certificate-key FILE]] [--kiosk [--idle SECONDS]]
                       [--wifi NAME [--wifi-password WORD]] [--address URL] [--every SECONDS]

        Serves the readers' side alone, without a database or a console, from a folder of editions: a hub's own copy on a laptop.
        --upstream  where newer editions come from whenever there is a network, and where what people write here goes, sealed.
        --root      the root.public of the installation that publishes, at the first start; nothing else is ever believed.
        --kiosk     one screen for many people: nothing is kept, "I am done" on every page, back to the start when nobody touches it.
        --wifi, --wifi-password, --address   what the poster says at /poster: how to join, and what to open.
        """;

    public IReadOnlyList<string> Options => ["--port", "--host", .. HubBoxOptions.Options];
    public IReadOnlyList<string> Switches => ["--migrate", .. HubBoxOptions.Switches];

    /// <summary>For a host that starts this program itself and listens where it likes.</summary>
    public static async Task<int> AsHosted(string[] settings)
    {
        await Server.Build(WebApplication.CreateBuilder(settings), "127.0.0.1", 0).RunAsync();
        return 0;
    }

    public override Task<int> Run(Arguments arguments, CancellationToken stop) => arguments.Has("--public") ? ServePublic.Run(arguments, stop) : Whole(arguments, stop);

    private static async Task<int> Whole(Arguments arguments, CancellationToken stop)
    {
        if (HubBoxOptions.Options.Concat(HubBoxOptions.Switches).FirstOrDefault(arguments.Has) is { } other) throw new AskedWrongly($"{other} goes with --public.");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Configuration.Typed(arguments));
        var app = Server.Build(builder, arguments["--host"] ?? "127.0.0.1", arguments.Number("--port", 5080, 0, 65535));
        if (arguments.Has("--migrate")) await As(app.Services, "kernel.migrate", scope => scope.GetRequiredService<Migrator>().Migrate(stop));
        app.Services.GetRequiredService<Publisher>().BeginToLoad();
        await Server.RefuseUnlessReady(app.Services, stop);
        await app.StartAsync(stop);
        foreach (var address in app.Urls) Console.WriteLine($"Amparo is ready on {address}");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
