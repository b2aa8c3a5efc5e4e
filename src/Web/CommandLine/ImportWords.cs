using System.Text;
using Amparo.Contracts.Places;

namespace Amparo.Web.CommandLine;

/// <summary>The report of an import, as a person reads it.</summary>
internal static class ImportWords
{
    private static readonly string[] Settings = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>English where the terminal speaks it, else Spanish.</summary>
    public static string Language => Settings.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } set && set.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "es";

    public static void Print(TextWriter output, Words words, ImportSummary summary, ImportRequest request)
    {
        string Say(string key, params ReadOnlySpan<(string, object?)> values) => words.Say($"places.import.report.{key}", values);
        output.WriteLine(Say(summary.ProfileWasGuessed ? "list_guessed" : "list", ("list", summary.List), ("profile", summary.Profile), ("format", summary.ReadAs)));
        if (request.DryRun) output.WriteLine(Say("dry_run"));
        output.WriteLine(Say("counts", ("rows", summary.Rows), ("accepted", summary.Accepted), ("changed", summary.Changed), ("unchanged", summary.Unchanged), ("quarantined", summary.Quarantined), ("rejected", summary.Rejected)));
        if (summary.Expired > 0) output.WriteLine(Say("expired", ("n", summary.Expired)));
        if (summary.DuplicatesProposed > 0) output.WriteLine(Say("duplicates", ("n", summary.DuplicatesProposed)));
        if (summary.ApprovedAs is { } approved) output.WriteLine(Say("approved", ("n", summary.Approved), ("as", approved)));
        else if (request.Approve) output.WriteLine(Say("not_official", ("profile", summary.Profile)));
        else if (summary.Accepted > 0) output.WriteLine(Say("queued"));
        foreach (var table in summary.Tables) output.WriteLine(Say("table", ("table", table.Table), ("read", table.Read), ("used", table.Used)));
        foreach (var reason in summary.Reasons.Take(15))
            output.WriteLine($"  {reason.Count,7:N0}  {words[$"places.import.reason.{reason.Reason}"]}\n           → {words[$"places.import.advice.{reason.Reason}"]}");
        foreach (var example in summary.Examples.Take(request.DryRun ? 40 : 10))
            output.WriteLine(Say("example", ("row", example.Row), ("field", example.Field ?? "–"), ("reason", words[$"places.import.reason.{example.Reason}"]), ("value", Shown(example.Value))));
        if (request.Report is { } file) output.WriteLine(Say("report_file", ("file", file)));
        else if (summary.RunId is { } run) output.WriteLine(Say("stored", ("run", run)));
        else output.WriteLine(Say("nothing_written"));
    }

    // A list could hold the sequences by which a terminal is steered.
    private static string Shown(string? value)
    {
        var shown = new StringBuilder();
        foreach (var c in value ?? "") shown.Append(char.IsControl(c) ? ' ' : c);
        return shown.ToString();
    }
}
