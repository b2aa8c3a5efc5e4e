using System.Text.Json;

namespace Amparo.Protection.Rules.Drafting;

/// <summary>What is drafted and published together: the catalogue, the rules over it, and the samples that hold both.</summary>
internal sealed record RuleSet(Instrument Instrument, RuleTable Rules, IReadOnlyList<Sample> Samples)
{
    public static RuleSet First { get; } = new(Amparo.Protection.Rules.First.Instrument, Amparo.Protection.Rules.First.Rules, Amparo.Protection.Rules.First.Samples);

    public string Write() => Canonical.Write(this);

    /// <summary>A file that somebody brings. What is wrong is said with the place in the file, and nothing of it is taken.</summary>
    public static (RuleSet? Set, IReadOnlyList<Fault> Faults) Read(string text)
    {
        try
        {
            // The reader lets nothing in where a list may hold it; what is left out is left out, and never written as null.
            using var json = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            if (NullIn(json.RootElement, "$") is { } place) return (null, [new(place, "protection.draft.not_read")]);
            var set = json.Deserialize<RuleSet>(Canonical.Options)!;
            set = set with { Samples = [.. set.Samples.Select(s => s.Asked())] };
            return (set, set.Faults);
        }
        catch (JsonException wrong)
        {
            return (null, [new($"{wrong.Path ?? "$"} ({wrong.LineNumber + 1})", "protection.draft.not_read")]);
        }
        // What a case itself refuses, such as an answer behind a closed gate.
        catch (RuleBroken broken)
        {
            return (null, [new("samples", broken.Key)]);
        }
    }

    private static string? NullIn(JsonElement json, string place) => json.ValueKind switch
    {
        JsonValueKind.Null => place,
        JsonValueKind.Object => json.EnumerateObject().Select(p => NullIn(p.Value, $"{place}.{p.Name}")).FirstOrDefault(p => p is not null),
        JsonValueKind.Array => json.EnumerateArray().Select((e, i) => NullIn(e, $"{place}[{i}]")).FirstOrDefault(p => p is not null),
        _ => null,
    };

    public IReadOnlyList<Fault> Faults => [.. Wrong.In(Instrument), .. Wrong.In(Rules, Instrument), .. Samples.GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => new Fault(g.Key, "protection.draft.twice"))];
}
