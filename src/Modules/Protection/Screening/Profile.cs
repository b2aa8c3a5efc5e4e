using Amparo.Protection.Rules;

namespace Amparo.Protection.Screening;

internal enum FactorLevel { Individual, Household, Community, Structural }

/// <summary>One level as named factors. Nothing here can be added up: one good answer would hide a grave one.</summary>
internal sealed record LevelProfile(FactorLevel Level, IReadOnlyList<string> Risk, IReadOnlyList<string> Protection, IReadOnlyList<string> Unknown);

internal static class Profile
{
    /// <summary>A factor may stand on both sides, as it does in a life. What nobody answered is unknown, by name.</summary>
    public static IReadOnlyList<LevelProfile> Of(Facts facts, Instrument instrument) => [.. Enum.GetValues<FactorLevel>().Select(level =>
    {
        var factors = instrument.Factors.Where(f => f.Level == level).Select(f => f.Id).Order(StringComparer.Ordinal).ToList();
        return new LevelProfile(level,
            [.. factors.Where(f => facts.Of(f).Any(p => p.IsRisk()))],
            [.. factors.Where(f => facts.Of(f).Any(p => p.IsProtection()))],
            [.. factors.Where(facts.IsSilent)]);
    })];
}
