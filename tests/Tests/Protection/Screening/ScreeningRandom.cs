using Amparo.Protection.Profiles;
using Amparo.Protection.Rules;
using Amparo.Protection.Screening;
using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Tests.Protection.Screening;

/// <summary>Answers by chance, always from a seed.</summary>
internal sealed class ScreeningRandom(int seed)
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly Gate Open = new(GateReply.Yes, GateReply.NotNeeded, GateReply.Yes, GateReply.Yes);
    private readonly Random _random = new(seed);

    public static int Cases(int usual) => Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? usual * 20 : usual;

    public static Instrument Instrument => First.Instrument;
    public static IReadOnlyList<string> Personal { get; } = [.. Instrument.Factors.Where(f => f.Level is FactorLevel.Individual or FactorLevel.Household).Select(f => f.Id)];

    // A third of all cases say little and a third much, so that silence and fullness are both met.
    public Assessed Assessed()
    {
        // Every fourth case is calm in all it says: only there can silence be mistaken for calm.
        if (_random.Next(4) == 0) return Amparo.Protection.Screening.Assessed.Of(Open, AgeBand.Adult, Instrument.Triage.Select(t => new TriageAnswer(t.Id, Reply.No, Source.Said)), Personal.Select(f => new Answer(f, One<Pole>([Pole.Neutral, Pole.Protective, Pole.StrongProtective]), Source.Said)));
        var share = _random.Next(3) switch { 0 => 0.1, 1 => 0.5, _ => 1.0 };
        var calm = _random.Next(2) == 0;
        return Amparo.Protection.Screening.Assessed.Of(Open, Value<AgeBand>(),
            Instrument.Triage.Where(_ => _random.NextDouble() < share).Select(t => new TriageAnswer(t.Id, calm && _random.Next(4) > 0 ? Reply.No : Value<Reply>(), Value<Source>())),
            Personal.Where(_ => _random.NextDouble() < share).Select(f => new Answer(f, calm ? Calm() : Value<Pole>(), Value<Source>(), Stage())),
            _random.Next(3) == 0 ? TraffickingScreen.Of(Value<Privacy>(), TraffickingCodes.All.Where(_ => _random.Next(30) == 0), TraffickingCodes.Quick.Where(_ => _random.Next(4) > 0)) : null);
    }

    public IReadOnlyList<ContextProfile> Context() => [.. Enum.GetValues<ContextKind>().Where(_ => _random.Next(3) > 0).Select(kind => new ContextProfile(Guid.CreateVersion7(), _random.Next(1, 9), kind, "GT", Today.AddDays(-_random.Next(400)), Guid.CreateVersion7(),
        [.. Instrument.Factors.Where(f => f.Level == (kind == ContextKind.Community ? FactorLevel.Community : FactorLevel.Structural) && _random.Next(2) == 0).Select(f => new ContextAnswer(f.Id, Value<Pole>(), "Informe público", Today.AddDays(-10)))], kind == ContextKind.Community ? "Tecún Umán" : null))];

    public T Value<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }

    public Stage? Stage() => _random.Next(4) is var stage && stage < 3 ? (Stage)stage : null;

    private Pole Calm() => _random.Next(8) == 0 ? Pole.Risk : One<Pole>([Pole.Neutral, Pole.Protective, Pole.StrongProtective]);
}
