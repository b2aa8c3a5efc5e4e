using System.Globalization;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>One finding as it is stored, written and printed.</summary>
internal sealed record ReportLine(string Row, string Outcome, string? Field, string Reason, string? Value, string? Record);

/// <summary>Counts what became of the rows, and writes every finding to the file that was asked for.</summary>
internal sealed class RunReport : IDisposable
{
    private const int Shown = 40;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Masked = [Reasons.PersonalEmail, Reasons.PersonalNumber, Reasons.PersonalName];
    private readonly Dictionary<string, int> _outcomes = [];
    private readonly Dictionary<string, int> _reasons = [];
    private readonly List<ImportExample> _examples = [];
    private readonly StreamWriter? _file;
    private readonly DateTimeOffset _now;
    private int _approved, _expired, _duplicates;

    /// <exception cref="ImportRefused">The file cannot be written.</exception>
    public RunReport(string? path, DateTimeOffset now)
    {
        _now = now;
        if (path is null) return;
        try
        {
            _file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefused("no_report_file", ("file", path));
        }
        _file.WriteLine("row,outcome,field,reason,value");
    }

    public int Rows => _outcomes.Values.Sum();

    public int Of(string outcome) => _outcomes.GetValueOrDefault(outcome);

    public void Count(Decided decided, bool wasWritten, bool approved)
    {
        _outcomes[decided.Outcome] = Of(decided.Outcome) + 1;
        if (!wasWritten || decided.Outcome is not (Outcomes.Accepted or Outcomes.Changed)) return;
        if ((approved && decided.New is not null) || decided.Approve) _approved++;
        if (decided.Draft.LastDay is not null && Applying.ExpiryOf(decided.Draft) <= _now) _expired++;
        _duplicates += decided.Twins.Count;
    }

    public ReportLine Line(string row, string outcome, Finding finding, Draft? draft)
    {
        _reasons[finding.Reason] = _reasons.GetValueOrDefault(finding.Reason) + 1;
        finding = finding with { Field = Clean.Storable(finding.Field) };
        var value = Cut(Clean.Storable(Masked.Contains(finding.Reason) ? finding.Value : PersonalData.Mask(null, "", Cut(finding.Value), draft?.Country ?? "")));
        _file?.WriteLine(string.Join(',', new[] { row, outcome, finding.Field, finding.Reason, value }.Select(Cell)));
        var weighty = Reasons.WeightOf(finding.Reason) > Weight.Note;
        if (weighty && _examples.Count < Shown) _examples.Add(new(row, outcome, finding.Field, finding.Reason, value));
        var keep = draft is not null && outcome == Outcomes.Quarantined && draft.Findings.Find(f => Reasons.WeightOf(f.Reason) == Weight.Quarantine)?.Reason == finding.Reason;
        return new(row, outcome, finding.Field, finding.Reason, value, keep ? RecordOf(draft!) : null);
    }

    public void Flush() => _file?.Flush();

    public ImportSummary Summary(ImportRun run, ListFile list, bool dry) => new()
    {
        RunId = dry ? null : run.Id, List = list.Name, Profile = list.Profile.Name, ProfileWasGuessed = list.WasGuessed, ReadAs = list.Source.ReadAs,
        Accepted = Of(Outcomes.Accepted), Changed = Of(Outcomes.Changed), Unchanged = Of(Outcomes.Unchanged), Quarantined = Of(Outcomes.Quarantined), Rejected = Of(Outcomes.Rejected),
        Approved = _approved, ApprovedAs = run.ApprovedAs, Expired = _expired, DuplicatesProposed = _duplicates, Tables = list.Source.Tables, Examples = _examples,
        Reasons = [.. _reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => new ReasonCount(r.Key, r.Value))],
    };

    public void Dispose() => _file?.Dispose();

    // The row as it stood, so that it can be mended here; in its free text people's own numbers are masked like everywhere.
    private static string RecordOf(Draft draft) => Clean.Storable(JsonSerializer.Serialize(
        draft.Source.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => FoldedText.Fold(f.Key) is "phone" or "telefono" or "whatsapp" or "hotline" ? Cut(f.Value) : PersonalData.Mask(null, "", Cut(f.Value, Clean.Block), draft.Country)), Plain))!;

    private static string? Cut(string? value, int most = 200) => value?.Length > most ? value[..(char.IsHighSurrogate(value[most - 2]) ? most - 2 : most - 1)] + "…" : value;

    // A spreadsheet runs what begins with one of these; what a stranger wrote must stay text.
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        if (value.TrimStart() is { Length: > 0 } start && start[0] is '=' or '+' or '-' or '@' or '\t' or '\r' || value[0] is '\t' or '\r') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
