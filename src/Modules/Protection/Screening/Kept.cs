using System.Text.Json;
using Amparo.Protection.Profiles;
using Amparo.Protection.Rules;

namespace Amparo.Protection.Screening;

/// <summary>All of which a decision was made: answers, the versions it stood on, what was proposed, what was decided.</summary>
/// <param name="Instrument">The print of its version; of the rules and the profiles likewise.</param>
internal sealed record Basis(DateTimeOffset StartedAt, Assessed Assessed, string Instrument, string Rules, IReadOnlyList<string> Profiles, Proposal Proposal, Decision Decision);

/// <summary>A decision as it is kept: one text, always the same for the same decision, and its print.</summary>
internal sealed record Kept(string Text, string Print)
{
    public static Kept Of(Basis basis)
    {
        var text = Canonical.Write(basis);
        return new(text, Canonical.PrintOf(text));
    }

    /// <exception cref="RuleBroken">The text is not the one that was kept.</exception>
    public Basis Read()
    {
        RuleBroken.Unless(Canonical.PrintOf(Text) == Print, "protection.rule.changed_since_kept");
        return JsonSerializer.Deserialize<Basis>(Text, Canonical.Options)!;
    }
}

/// <summary>Every version that ever was published, by its print: none is taken out while a decision stands on it.</summary>
internal sealed class Versions
{
    private readonly Dictionary<string, object> _byPrint = [];

    public string Add<T>(T version) where T : class
    {
        var print = Canonical.PrintOf(Canonical.Write(version));
        _byPrint[print] = version;
        return print;
    }

    public T Get<T>(string print) where T : class
    {
        RuleBroken.Unless(_byPrint.GetValueOrDefault(print) is T, "protection.rule.version_is_missing");
        return (T)_byPrint[print];
    }

    public Basis Decide(DateTimeOffset startedAt, Assessed assessed, string instrument, string rules, IReadOnlyList<string> profiles, Choice choice, DateTimeOffset now, DateOnly today)
    {
        var proposal = Proposed(assessed, instrument, rules, profiles);
        return new(startedAt, assessed, instrument, rules, profiles, proposal, Decision.Make(choice, assessed, proposal, startedAt, now, today));
    }

    /// <summary>Whether the rules of then, asked again, say what they said then.</summary>
    public bool Replays(Kept kept)
    {
        var basis = kept.Read();
        var again = Proposed(basis.Assessed, basis.Instrument, basis.Rules, basis.Profiles);
        return Canonical.Write(again) == Canonical.Write(basis.Proposal);
    }

    private Proposal Proposed(Assessed assessed, string instrument, string rules, IReadOnlyList<string> profiles) =>
        Propose.From(assessed, [.. profiles.Select(Get<ContextProfile>)], Get<Instrument>(instrument), Get<RuleTable>(rules));
}
