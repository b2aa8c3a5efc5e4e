using System.Text.Json;
using System.Text.Json.Serialization;
using Amparo.Protection.Screening;
using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Protection.Rules;

/// <summary>A condition is known by its first word: <c>{"factor":"I08","is":["strong_risk"]}</c>.</summary>
internal sealed class ConditionJson : JsonConverter<Condition>
{
    private sealed record Written(
        IReadOnlyList<Condition>? All = null, IReadOnlyList<Condition>? Any = null, string? Triage = null, string? Factor = null, FactorLevel? Level = null,
        IReadOnlyList<AgeBand>? Age = null, IReadOnlyList<Indication>? Screen = null, IReadOnlyList<string>? Silent = null,
        IReadOnlyList<string>? Is = null, Stage? Stage = null, bool? Unprotected = null);

    public override Condition Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var w = JsonSerializer.Deserialize<Written>(ref reader, options) ?? throw new JsonException("A condition is missing.");
        var heads = new object?[] { w.All, w.Any, w.Triage, w.Factor, w.Level, w.Age, w.Screen, w.Silent }.Count(h => h is not null);
        if (heads != 1) throw new JsonException("A condition is exactly one of: all, any, triage, factor, level, age, screen, silent.");
        if (w.Stage is not null && w.Factor is null || w.Unprotected is not null && w.Level is null) throw new JsonException("\"stage\" belongs to a factor and \"unprotected\" to a level.");
        if (w.Is is null == (w.Triage ?? w.Factor ?? (object?)w.Level) is not null) throw new JsonException("\"is\" belongs to triage, factor and level, and they need it.");
        return w switch
        {
            { All: { } all } => new All(all),
            { Any: { } any } => new AnyOf(any),
            { Triage: { } question } => new TriageIs(question, Each<Reply>(w.Is!, options)),
            { Factor: { } factor } => new FactorIs(factor, Each<Pole>(w.Is!, options), w.Stage),
            { Level: { } level } => new AnyAtLevel(level, Each<Pole>(w.Is!, options), w.Unprotected ?? false),
            { Age: { } age } => new AgeIs(age),
            { Screen: { } screen } => new ScreenIs(screen),
            _ => new Silent(w.Silent!),
        };
    }

    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value switch
    {
        All all => new Written(All: all.Of),
        AnyOf any => new Written(Any: any.Of),
        TriageIs t => new Written(Triage: t.Question, Is: Words(t.Is, options)),
        FactorIs f => new Written(Factor: f.Factor, Is: Words(f.Is, options), Stage: f.Stage),
        AnyAtLevel l => new Written(Level: l.Level, Is: Words(l.Is, options), Unprotected: l.Unprotected ? true : null),
        AgeIs a => new Written(Age: a.Is),
        ScreenIs s => new Written(Screen: s.Is),
        Silent s => new Written(Silent: s.Factors),
        _ => throw new JsonException(value.GetType().Name),
    }, options);

    private static IReadOnlyList<T> Each<T>(IReadOnlyList<string> words, JsonSerializerOptions options) => JsonSerializer.SerializeToElement(words).Deserialize<IReadOnlyList<T>>(options)!;

    private static IReadOnlyList<string> Words<T>(IReadOnlyList<T> values, JsonSerializerOptions options) => JsonSerializer.SerializeToElement(values, options).Deserialize<IReadOnlyList<string>>()!;
}
