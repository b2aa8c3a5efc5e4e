using Amparo.Publication;
using Amparo.Web.CommandLine;

namespace Amparo.Web.HubBox;

/// <summary><c>serve --public</c>.</summary>
internal static class ServePublic
{
    public static async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        var options = HubBoxOptions.From(arguments);
        OwnEyes.FromHereOn();
        if (options.Upstream is not null && File.Exists(Path.Combine(options.Folder.Keys, "publishing")))
            throw new CannotDo("This folder belongs to an installation that publishes. A copy of another server needs a folder of its own: --editions DIR.");
        var app = HubBoxServer.Build(WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }), options);
        Trust(app.Services.GetRequiredService<KeyFolder>(), options);
        var editions = app.Services.GetRequiredService<HubEditions>();
        editions.Look();
        if (options.Upstream is null && app.Services.GetRequiredService<CurrentEdition>().Now is null)
            throw new CannotDo($"There is no edition in {options.Folder.Editions} that can be shown. {editions.Trouble} Copy one there with keys/root.public beside the folder, or name the server with --upstream URL.");
        await app.StartAsync(stop);
        foreach (var address in app.Urls) Console.WriteLine($"Amparo is ready on {address}");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>Whom this box believes is said by a person, once; it is never learnt from whoever answers first.</summary>
    private static void Trust(KeyFolder keys, HubBoxOptions options)
    {
        try
        {
            if (options.Root is { } file) keys.Pin(File.Exists(file) ? File.ReadAllText(file) : throw new CannotDo($"There is no file {file}."));
            if (!keys.HasRoot)
                throw new CannotDo($"Nobody said whom to believe. Bring keys/root.public from the installation that publishes, on a stick and not over this network, and start once with --root FILE (or lay it at {Path.Combine(options.Folder.Keys, "root.public")}).");
            Console.WriteLine($"Editions are believed when this root vouches for them: {keys.RootFingerprint()}");
        }
        catch (KeyRefused refused)
        {
            throw new CannotDo(refused.Message);
        }
    }
}
