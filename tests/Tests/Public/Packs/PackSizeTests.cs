using System.Diagnostics;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Search;
using Xunit.Abstractions;

namespace Amparo.Tests.Public.Packs;

/// <summary>Sizes over lists that nobody here wrote, as packs of one language; the figures go to the table in bench/README.md.</summary>
public sealed class PackSizeTests(ITestOutputHelper output) : IDisposable
{
    // The Jordan list ended in 2014 and 2015: it is packed when part of it still held.
    private static readonly DateTimeOffset Then = new(2014, 9, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";
    private static readonly int Entries = Long ? 1_600 : 160;
    private readonly RealList _list = new();
    private readonly SortedDictionary<string, double> _figures = new(StringComparer.Ordinal);

    [SharedDataFact]
    public async Task A_pack_of_real_text_and_a_week_s_delta_are_no_larger_than_wanted_and_their_figures_go_to_the_table()
    {
        var places = (await _list.Publish(Then, "services/jordan/compiled.json", "hsds/exports/orservices/data", "hsds/exports/orservices/data_old")).OrderBy(p => p.Id).Take(Entries).ToList();
        output.WriteLine($"{places.Count} places of {string.Join(", ", places.CountBy(p => p.Country))}");
        var services = _list.Platform.Services;
        services.GetRequiredService<KeyFolder>().Init(false, null, Then.AddDays(-1));
        await File.WriteAllTextAsync(Path.Combine(_list.Platform.Data.Path, "corridors.json"), "[[\"JO\",\"US\"]]");

        var (whole, old) = await Make(places, 1);
        Say("entries", places.Count);
        Say("gzip_kb", whole.FileSize / 1024.0);
        Say("brotli_kb", whole.BrotliSize!.Value / 1024.0);
        foreach (var part in old.Manifest.Parts) output.WriteLine($"  {part.Name}: {part.Size:N0} bytes, {part.Records} lines; alone {PackFile.Gzip(Folded(old, part)).Length:N0} gzip");
        _list.Platform.Clock.Now = Then.AddDays(7);
        var (next, now) = await Make(AWeekLater(places), 2);
        var delta = PackDelta.Make(old, now).Length;
        Say("delta_kb", delta / 1024.0);
        var (country, _) = await Make([.. places.Where((_, i) => i % 8 == 0)], 3);
        Say("country_entries", country.Entries);
        Say("country_gzip_kb", country.FileSize / 1024.0);
        if (Long) await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(SharedData.Repository, "artifacts")).FullName, "pack-figures.json"), JsonSerializer.Serialize(_figures));
        Assert.True(next.Entries > 0 && whole.FileSize <= (Long ? 180 : 60) * 1024 && whole.BrotliSize <= (Long ? 150 : 55) * 1024, $"{whole.FileSize} bytes gzip, {whole.BrotliSize} brotli");
        Assert.InRange(delta, 1, (Long ? 10 : 6) * 1024);
    }

    private async Task<(PackRow, Pack)> Make(IReadOnlyList<PublicPlace> places, long version)
    {
        var services = _list.Platform.Services;
        var edition = Edition.Of(new(version, _list.Platform.Clock.Now, _list.Platform.Clock.Now.AddDays(30), $"{version:x64}", places.Count, false), places, [], []);
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<PackBuilder>().Build(edition);
        output.WriteLine($"all packs of five languages made in {watch.Elapsed.TotalSeconds:0.0} s");
        var store = services.GetRequiredService<PackStore>();
        var row = store.Catalogue.Packs.Values.Where(p => p.Language == "es").MaxBy(p => p.Entries)!;
        return (row, Pack.Open(await File.ReadAllBytesAsync(store.PathOf(row.File))));
    }

    /// <summary>Of a hundred entries twenty-five are made sure of again, one is written anew, one in two hundred goes and one comes.</summary>
    private static List<PublicPlace> AWeekLater(IReadOnlyList<PublicPlace> places) =>
    [
        .. places.Where((_, i) => i % 200 != 7).Select((p, i) => (i % 4 == 1 ? p with { AssuredAt = Then.AddDays(i % 7), DueAt = Then.AddDays(i % 7 + 60), StaleAt = Then.AddDays(i % 7 + 90), WithdrawnAt = Then.AddDays(i % 7 + 180), AssuredHow = AssuranceMeans.Call } : p) with
        {
            Profile = i % 100 == 3 ? p.Profile with { Description = "Se mudó; atiende por la mañana. " + p.Profile.Description } : p.Profile,
        }),
        .. places.Where((_, i) => i % 200 == 9).Select(p => p with { Id = StableId.Of("new", p.Slug), Slug = "nuevo-" + p.Slug, Name = p.Name + " 2" }),
    ];

    private void Say(string name, double figure)
    {
        _figures[name] = Math.Round(figure, 1);
        output.WriteLine($"{name}: {figure:0.0}");
    }

    private static byte[] Folded(Pack pack, PackPart part) => part.Name == PackParts.Index ? pack.Bytes(part.Name)! : Folding.Fold([.. pack.Lines(part.Name).Select(l => string.Join('\t', l))]);

    public void Dispose() => _list.Dispose();
}
