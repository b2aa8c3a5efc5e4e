using Amparo.Protection.Screening;
using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Protection.Rules;

/// <summary>
/// The whole language of rules. It has no "not" and cannot ask for protection, for "no" or for "adult": an answer can raise what is
/// proposed, and no answer can talk it down. What protects may only keep <see cref="AnyAtLevel"/> from being met, and never in a rule of a trigger.
/// </summary>
internal abstract record Condition
{
    public abstract bool Holds(Facts facts, Instrument instrument);

    public virtual IEnumerable<Condition> Parts => [];

    public IEnumerable<Condition> WithParts => Parts.SelectMany(p => p.WithParts).Prepend(this);
}

internal sealed record All(IReadOnlyList<Condition> Of) : Condition
{
    public override IEnumerable<Condition> Parts => Of;
    public override bool Holds(Facts facts, Instrument instrument) => Of.All(c => c.Holds(facts, instrument));
}

internal sealed record AnyOf(IReadOnlyList<Condition> Of) : Condition
{
    public override IEnumerable<Condition> Parts => Of;
    public override bool Holds(Facts facts, Instrument instrument) => Of.Any(c => c.Holds(facts, instrument));
}

internal sealed record TriageIs(string Question, IReadOnlyList<Reply> Is) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) => facts.RepliesTo(Question).Any(Is.Contains);
}

internal sealed record FactorIs(string Factor, IReadOnlyList<Pole> Is, Stage? Stage = null) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) => facts.Of(Factor, Stage).Any(Is.Contains);
}

/// <param name="Unprotected">Only a factor that nothing protects: what protects in one thing hides no risk in another.</param>
internal sealed record AnyAtLevel(FactorLevel Level, IReadOnlyList<Pole> Is, bool Unprotected = false) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) =>
        instrument.Factors.Any(f => f.Level == Level && facts.Of(f.Id).Any(Is.Contains) && !(Unprotected && facts.Of(f.Id).Any(p => p.IsProtection())));
}

internal sealed record AgeIs(IReadOnlyList<AgeBand> Is) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) => Is.Contains(facts.Age);
}

internal sealed record ScreenIs(IReadOnlyList<Indication> Is) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) => Is.Contains(facts.Trafficking);
}

/// <summary>One of these was not answered: declined, unknown or never asked.</summary>
internal sealed record Silent(IReadOnlyList<string> Factors) : Condition
{
    public override bool Holds(Facts facts, Instrument instrument) => Factors.Any(facts.IsSilent);
}
