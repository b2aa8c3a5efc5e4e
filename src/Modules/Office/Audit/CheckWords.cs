namespace Amparo.Office.Audit;

/// <summary>What a verification found, in a sentence.</summary>
internal static class CheckWords
{
    public static string Of(Words w, CheckState check, Func<DateTimeOffset, string> when) => check switch
    {
        { EndedAt: not { } } => w.Count("office.audit.check.runs", check.Done, ("of", check.Rows.ToString("N0", w.Culture)), ("when", when(check.BegunAt))),
        { EndedAt: { } ended, Finding: not { } } => w.Say("office.audit.check.failed", ("when", when(ended))),
        { EndedAt: { } ended, Finding: { Wrong: null } found } => w.Count("office.audit.check.whole", found.Sealed, ("when", when(ended)), ("notes", found.Checkpoints.ToString("N0", w.Culture))),
        { EndedAt: { } ended, Finding: { } found } => $"{w.Say("office.audit.check.wrong", ("when", when(ended)))} {Fault(w, found)}",
    };

    private static string Fault(Words w, AuditFinding found) =>
        w.Say("office.audit.fault." + found.Fault, ("row", found.At?.ToString("N0", w.Culture) ?? "?"), ("size", found.Sealed.ToString("N0", w.Culture)));
}
