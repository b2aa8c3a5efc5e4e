using Amparo.Protection.Rules;

namespace Amparo.Protection.Screening;

/// <summary>In the order in which one outweighs another: what is not known outweighs low, and a grave answer outweighs what is not known.</summary>
internal enum Level { Low, NotEnoughInformation, Medium, High }

/// <summary>How soon somebody must have answered: within a day, three days, two weeks.</summary>
internal enum Band { Day, ThreeDays, TwoWeeks }

/// <summary>A hard trigger, the hours of its clock, and the rules that raised it.</summary>
internal sealed record Raised(string Trigger, int Hours, IReadOnlyList<string> By);

internal sealed record ProposedOutcome(Outcome Outcome, IReadOnlyList<string> By);

/// <summary>What the rules propose, each thing with the rules that said so. A person decides; this never does.</summary>
internal sealed record Proposal(
    IReadOnlyList<Raised> Triggers, Level Level, IReadOnlyList<string> LevelBy, Band Band, IReadOnlyList<string> BandBy,
    IReadOnlyList<ProposedOutcome> Outcomes, IReadOnlyList<string> Unanswered)
{
    public IReadOnlyList<Clock> Clocks(DateTimeOffset startedAt) => [.. Triggers.Select(t => new Clock(t.Trigger, startedAt, startedAt.AddHours(t.Hours)))];
}

internal sealed record Clock(string Trigger, DateTimeOffset StartedAt, DateTimeOffset DueAt);

internal static class Bands
{
    public static int Hours(this Band band) => band switch { Band.Day => 24, Band.ThreeDays => 72, _ => 14 * 24 };
}
