using Amparo.Protection.Screening;

namespace Amparo.Protection.Rules;

/// <summary>One sentence of the table: when this holds, that is proposed. Its id stands in every proposal that it made.</summary>
internal sealed record RuleLine(string Id, Condition When, string? Trigger = null, Level? Level = null, Band? Band = null, IReadOnlyList<Outcome>? Outcomes = null);

internal sealed record RuleTable(string Id, int Version, IReadOnlyList<RuleLine> Rules);
