namespace Amparo.Tests.Search;

/// <summary>The gazetteer, loaded once for all tests.</summary>
internal static class Geodata
{
    private static readonly Lazy<Gazetteer> Loaded = new(() => Gazetteer.Load(Folder));

    public static Gazetteer Gazetteer => Loaded.Value;

    private static string Folder =>
        new[] { Environment.GetEnvironmentVariable("AMPARO_GEODATA") ?? "", Path.Combine(AppContext.BaseDirectory, "geodata"), Path.Combine(SharedData.Repository, "artifacts", "geodata") }
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "gazetteer.tsv")))
        ?? throw new InvalidOperationException("The gazetteer is not built: run node web/geodata/build.mjs artifacts/geodata, or name its folder in AMPARO_GEODATA.");
}
