namespace Amparo.Protection.Screening.Trafficking;

internal enum Privacy { Given, Refused, NotTried }

internal enum Indication { NotScreened, None, Indication, Strong }

/// <summary>
/// The screen for trafficking: an instrument of its own that only specialists open. It finds an indication, never a victim, and no
/// name of anybody: codes of acts, means and purposes, and which of the five quick questions were answered yes.
/// </summary>
internal sealed record TraffickingScreen(Privacy Privacy, IReadOnlyList<string> Positive, IReadOnlyList<string> Answered)
{
    public static TraffickingScreen Of(Privacy privacy, IEnumerable<string> positive, IEnumerable<string> answered)
    {
        var (yes, all) = (positive.Distinct().Order(StringComparer.Ordinal).ToList(), answered.Distinct().Order(StringComparer.Ordinal).ToList());
        RuleBroken.Unless(yes.Concat(all).All(TraffickingCodes.IsKnown), "protection.rule.unknown_code");
        return new(privacy, yes, [.. all.Union(yes).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Of a child act and purpose are enough: no means is needed to move one who cannot agree.</summary>
    public Indication Found(AgeBand age)
    {
        var (act, means, purpose) = (Has('A'), Has('M'), Has('P'));
        if (act && purpose && (means || age.IsChild())) return Indication.Strong;
        if (Positive.Count > 0) return Indication.Indication;
        // Nothing said in front of a companion is no "no", and neither is a question that was left out.
        return Privacy != Privacy.Given || TraffickingCodes.Quick.Any(q => !Answered.Contains(q)) ? Indication.NotScreened : Indication.None;
    }

    /// <summary>For an export without persons, in the columns of the Counter Trafficking Data Collaborative.</summary>
    public IReadOnlyList<string> ExportCodes => [.. Positive.SelectMany(TraffickingCodes.ColumnsOf).Distinct().Order(StringComparer.Ordinal)];

    private bool Has(char kind) => Positive.Any(p => p[0] == kind);
}
