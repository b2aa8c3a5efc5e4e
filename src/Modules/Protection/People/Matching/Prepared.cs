using System.Text;
using Amparo.Protection.People.Names;

namespace Amparo.Protection.People.Matching;

/// <summary>One record made ready once, so that it can be compared with many.</summary>
internal sealed class Prepared
{
    public Prepared(Evidence evidence)
    {
        Evidence = evidence;
        Given = [.. evidence.Name.Given.SelectMany(Particles.Without).Select(w => new HeardName(w))];
        Surnames = [.. evidence.Name.Surnames.Select(s => new HeardName(string.Join(' ', Particles.Without(s))))];
        SurnameWords = [.. evidence.Name.Surnames.SelectMany(Particles.Without).Select(w => new HeardName(w))];
        Mother = [.. Particles.Without(evidence.Name.Mother ?? "").Select(w => new HeardName(w))];
        Nickname = evidence.Name.Nickname is { } nickname ? new HeardName(nickname) : null;
        Origin = string.IsNullOrWhiteSpace(evidence.Origin) ? null : new HeardName(evidence.Origin.Split(',')[0]);
        Documents = [.. evidence.Documents.Select(Bare).Where(d => d.Length > 3).Distinct()];
    }

    public Evidence Evidence { get; }
    public IReadOnlyList<HeardName> Given { get; }
    public IReadOnlyList<HeardName> Surnames { get; }

    /// <summary>Each word apart, as a list that was read the wrong way makes them.</summary>
    public IReadOnlyList<HeardName> SurnameWords { get; }
    public IReadOnlyList<HeardName> Mother { get; }
    public HeardName? Nickname { get; }
    public HeardName? Origin { get; }
    public IReadOnlyList<string> Documents { get; }

    // Hyphens and blanks in the number of a paper are written or not.
    private static string Bare(string number) => new([.. number.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
