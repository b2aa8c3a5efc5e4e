using Amparo.Protection.Profiles;
using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Protection.Screening;

/// <summary>What a rule may ask: the answers of the person, with those of the place and the country as they stood that day.</summary>
internal sealed class Facts(Assessed assessed, IReadOnlyList<ContextProfile> context)
{
    private readonly ILookup<string, (Pole Pole, Stage? Stage)> _poles = assessed.Factors.Select(a => (a.Factor, Value: (a.Pole, a.Stage)))
        .Concat(context.SelectMany(c => c.Answers).Select(a => (a.Factor, Value: (a.Pole, (Stage?)null)))).ToLookup(a => a.Factor, a => a.Value);
    private readonly ILookup<string, Reply> _replies = assessed.Triage.ToLookup(t => t.Question, t => t.Reply);

    public AgeBand Age { get; } = assessed.Age;
    public Indication Trafficking { get; } = assessed.Trafficking?.Found(assessed.Age) ?? Indication.NotScreened;

    public IEnumerable<Pole> Of(string factor, Stage? stage = null) => _poles[factor].Where(p => stage is null || p.Stage == stage).Select(p => p.Pole);

    /// <summary>What was never asked is "not asked", and not an empty list that no rule sees.</summary>
    public IEnumerable<Reply> RepliesTo(string question) => _replies[question].DefaultIfEmpty(Reply.NotAsked);

    public bool IsSilent(string factor) => Of(factor).All(p => p.IsSilent());
}
