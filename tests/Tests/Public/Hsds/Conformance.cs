using System.Diagnostics;
using System.Text.Json;

namespace Amparo.Tests.Public.Hsds;

/// <summary>The check against the published schemas, which runs in Node: no validator of JSON Schema for .NET restores here.</summary>
internal static class Conformance
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "tests", "Conformance");
    private static readonly Lock Installing = new();

    /// <param name="files">Named SCHEMA.anything.json, page-SCHEMA.anything.json or base.anything.json.</param>
    public static List<Verdict> Check(IEnumerable<string> files, bool strictTimes = false)
    {
        Install();
        var start = Command("node", "hsds.mjs", SharedData.PathOf("hsds/spec-3.0/schema"));
        foreach (var file in files) start.ArgumentList.Add(file);
        if (strictTimes) start.Environment["STRICT_TIMES"] = "1";
        return [.. Run(start).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Verdict>(l, JsonSerializerOptions.Web)!)];
    }

    private static void Install()
    {
        lock (Installing)
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ajv-formats"))) Run(Command("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
    }

    private static ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static string Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{start.FileName} failed: {error.Result}");
        return output;
    }
}

internal sealed record Verdict(string File, int Items, int BadItems, int Errors, string[] First);
