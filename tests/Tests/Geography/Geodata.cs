using System.Diagnostics;
using Amparo.Kernel;

namespace Amparo.Tests.Geography;

/// <summary>
/// The geography that the tests look at: the folder named by AMPARO_GEODATA, else built anew from the npm packages, so
/// that a change of the build shows here.
/// </summary>
internal static class Geodata
{
    private static readonly Lazy<string> BuiltFolder = new(() => Environment.GetEnvironmentVariable("AMPARO_GEODATA") is { Length: > 0 } named ? named : Build("geodata"));
    private static readonly Lazy<Gazetteer> LoadedGazetteer = new(() => Gazetteer.Load(Folder));
    private static readonly Lazy<CountryShapes> LoadedShapes = new(() => CountryShapes.Load(Folder));

    public static string Folder => BuiltFolder.Value;

    public static Gazetteer Gazetteer => LoadedGazetteer.Value;

    public static CountryShapes Shapes => LoadedShapes.Value;

    public static CoordinateSanity Sanity => new(Gazetteer, Shapes);

    public static IEnumerable<GazetteerPlace> FromSource => Gazetteer.All.Take(Gazetteer.FromSource);

    /// <summary>A sample that is the same in every run.</summary>
    public static GazetteerPlace[] Sample(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Gazetteer.All[random.Next(Gazetteer.FromSource)])];
    }

    public static string Build(string name)
    {
        var output = Path.Combine(AppContext.BaseDirectory, name);
        var start = new ProcessStartInfo("node") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Root(), "web", "geodata", "build.mjs"));
        start.ArgumentList.Add(output);
        using var node = Process.Start(start)!;
        node.StandardOutput.ReadToEnd();
        var error = node.StandardError.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0 ? output : throw new InvalidOperationException($"the geography build failed (is `npm ci` done in web/geodata?): {error}");
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "web", "geodata", "build.mjs"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above the tests holds web/geodata/build.mjs");
    }
}
