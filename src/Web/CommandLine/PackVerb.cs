using System.Globalization;
using Amparo.Public.Packs;
using Amparo.Publication;
using Amparo.Web.Serving;

namespace Amparo.Web.CommandLine;

internal sealed class PackVerb : Verb, ITakesOptions
{
    public override string Name => "pack";
    public override string Summary => "Makes, checks and calls back the packs that phones keep: pack list|build|export|check|withdraw.";
    public override string Help => """
        ./amparo pack list [--data DIR]
        ./amparo pack build [--data DIR]
        ./amparo pack export --country HN[,GT,MX] --language es [--out FILE] [--data DIR]
        ./amparo pack check FILE [--country HN] [--language es] [--data DIR]
        ./amparo pack withdraw ID|FINGERPRINT [--data DIR]

        A pack is what somebody takes along: one country, or the countries of one way, in one language, signed, for thirty days.
        A server makes packs by itself after each edition, so you need build only without one.

        list       what there is, how large, until when.
        build      makes what is missing of the edition that readers see.
        export     writes the pack to FILE (hn-es.pack) and, for one country, beside it a page that opens from the file system
                   (hn-es.html), for a memory card, Bluetooth or a message. The names say nothing; keep it so.
        check      looks at a pack or such a page: who signed it, whether a byte changed, whether it is over, whether it was
                   called back. With --country it must also be of that country. Ends with 1 where it must not be used.
        withdraw   calls back one pack (its 24 letters, see list) or everything that a publishing key signed (64 letters, see
                   ./amparo keys show). Devices hear of it with the next list, within seconds where a server runs.

        Ways of several countries are data: corridors.json in the data folder, such as [["HN","GT","MX"]].
        """;

    public IReadOnlyList<string> Options => ["--country", "--language", "--out"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Configuration.Typed(arguments));
        await using var app = Server.Build(builder, "127.0.0.1", 0);
        try
        {
            return arguments.Plain switch
            {
                ["list"] => List(app.Services),
                ["build"] => await Build(app.Services, stop) is { } run ? Say(run) : 1,
                ["export"] => await Export(app.Services, arguments, stop),
                ["check", var file] => Check(app.Services, file, arguments),
                ["withdraw", var what] => Withdraw(app.Services.GetRequiredService<PackStore>(), what),
                _ => throw new AskedWrongly("pack knows five words: list, build, export, check with a file, and withdraw with an identifier."),
            };
        }
        catch (KeyRefused refused)
        {
            throw new CannotDo(refused.Message);
        }
    }

    private static int List(IServiceProvider services)
    {
        var packs = services.GetRequiredService<PackStore>().Catalogue.Packs.Values.ToList();
        foreach (var pack in packs)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pack.Name,-24} {pack.Id}  {pack.Entries,6:N0} entries  {pack.FileSize / 1024.0,7:0.0} KB gzip  {(pack.BrotliSize ?? pack.FileSize) / 1024.0,7:0.0} KB brotli  edition {pack.Edition}, until {pack.ExpiresAt:yyyy-MM-dd}"));
        if (packs.Count == 0) Console.WriteLine("There are no packs yet. Run: ./amparo pack build");
        return 0;
    }

    private static async Task<PackRun> Build(IServiceProvider services, CancellationToken stop)
    {
        var (editions, store) = (services.GetRequiredService<EditionStore>(), services.GetRequiredService<PackStore>());
        if (editions.CurrentVersion() is not { } version) throw new CannotDo("Nothing was published in this data folder. Run: ./amparo publish");
        for (var tries = 0; ; tries++)
        {
            using var making = store.TryLock();
            if (making is not null)
            {
                var edition = services.GetRequiredService<EditionLoader>().Open(version);
                services.GetRequiredService<Revoking>().Revoke(edition);
                return await services.GetRequiredService<PackBuilder>().Build(edition, stop: stop);
            }
            if (tries == 600) throw new CannotDo("Another process has been making packs in this data folder for a minute. Try again when it has ended.");
            await Task.Delay(100, stop);
        }
    }

    private static int Say(PackRun run)
    {
        Console.WriteLine($"Packs: {run.Made} made, {run.Renewed} signed anew, {run.Kept} kept.");
        if (run.LeftOut.Count > 0) Console.WriteLine($"Too large for a phone and left out: {string.Join(", ", run.LeftOut)}");
        return 0;
    }

    private static async Task<int> Export(IServiceProvider services, Arguments arguments, CancellationToken stop)
    {
        var name = NameOf(arguments) ?? throw new AskedWrongly("export needs --country, such as HN, and --language, such as es.");
        await Build(services, stop);
        var store = services.GetRequiredService<PackStore>();
        if (store.Catalogue[name] is not { } row) throw new CannotDo($"There is no pack {name}. See ./amparo pack list; for another order of countries write it into corridors.json.");
        var file = arguments["--out"] ?? $"{name}.pack";
        File.Copy(store.PathOf(row.File), file, overwrite: true);
        Console.WriteLine($"{file}  {row.FileSize:N0} bytes, {row.Entries:N0} entries, until {row.ExpiresAt:yyyy-MM-dd}");
        if (row.PageSize is null) return 0;
        var page = Path.ChangeExtension(file, ".html");
        await File.WriteAllBytesAsync(page, PackFiles.Unpacked(await File.ReadAllBytesAsync(store.PathOf(row.File + PackStore.PageEnd), stop)), stop);
        Console.WriteLine($"{page}  {row.PageSize:N0} bytes, opens without a network; only the app, a hub or ./amparo pack check can check it");
        return 0;
    }

    private static int Check(IServiceProvider services, string file, Arguments arguments)
    {
        if (!File.Exists(file)) throw new CannotDo($"There is no file {file}.");
        if (new FileInfo(file).Length > PackInspection.MostBytes) throw new CannotDo($"{file} is larger than any pack.");
        var (store, keys) = (services.GetRequiredService<PackStore>(), services.GetRequiredService<KeyFolder>());
        var name = NameOf(arguments);
        var revoked = store.Revoked is { } list ? RevokedList.Checked(list, keys) : null;
        var expected = new PackExpected(services.GetRequiredService<TimeProvider>().GetUtcNow(), name, Revoked: revoked);
        var found = services.GetRequiredService<PackInspection>().Look(File.ReadAllBytes(file), expected);
        var verdict = found.Verdict;
        // An older one than this installation made since is told, and is no fault of the file.
        var newer = verdict.Manifest is { } m && store.Catalogue[m.Name] is { } now && now.Edition > m.Edition ? $" A newer one was made here (edition {now.Edition})." : "";
        var words = services.GetRequiredService<Texts>().In("en")[$"public.pack.check.{verdict.Code}"];
        if (verdict.Manifest is { } said) Console.WriteLine($"{said.Name}  {said.Id}  edition {said.Edition}, made {said.MadeAt:yyyy-MM-dd}, until {said.ExpiresAt:yyyy-MM-dd}, {said.Entries:N0} entries{(said.IsDemonstration ? ", demonstration data" : "")}");
        Console.WriteLine($"{verdict.Code}: {words}{newer}");
        if (!found.PageIsSame && verdict.IsUsable) Console.WriteLine("The signed pack inside is whole, but the page around it is not what this version makes of it: it was changed, or another version wrote it. Do not read the page; export it anew.");
        return verdict.IsUsable && verdict.State is not PackState.Expired && found.PageIsSame ? 0 : 1;
    }

    private static int Withdraw(PackStore store, string what)
    {
        if (what.Length is not (24 or 64) || !what.All(char.IsAsciiHexDigitLower)) throw new AskedWrongly("withdraw needs the 24 letters of a pack or the 64 letters of a publishing key.");
        store.Withdraw(what.Length == 24 ? [what] : [], what.Length == 64 ? [what] : []);
        Console.WriteLine("Called back. A running server says so in its next list; without one run ./amparo pack build.");
        return 0;
    }

    private static string? NameOf(Arguments arguments)
    {
        if (arguments["--country"] is not { } countries) return null;
        try
        {
            return PackNames.Of(countries.ToUpperInvariant().Split(','), arguments["--language"] ?? throw new AskedWrongly("--country needs --language, such as es."));
        }
        catch (FormatException)
        {
            throw new AskedWrongly("--country needs codes of two letters with commas between them, and --language one of es, en, fr, pt, ht.");
        }
    }
}
