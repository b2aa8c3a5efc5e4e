namespace Amparo.Protection.Screening;

internal enum DecisionKind { ImmediateProtection, Determination }

internal enum Verdict { Vulnerable, NotNow, NotEnoughInformation }

/// <summary>What was chosen by whoever decides.</summary>
internal sealed record Choice(DecisionKind Kind, Verdict Verdict, Level Level, IReadOnlyList<ActionToTake> Actions, string Reason, IReadOnlyList<Guid> By, DateOnly ReassessOn);

/// <summary>
/// A decision of persons with their reason, beside what the rules proposed. Where they differ both are kept: nobody has to agree
/// with a table, and whoever keeps the table has to see where it was wrong.
/// </summary>
internal sealed record Decision(Choice Choice, DateTimeOffset DecidedAt, bool WithinTime, bool Disagrees, IReadOnlyList<Outcome> LeftOut)
{
    /// <summary>Protection begins within the hour; a determination of a child is made within a day.</summary>
    public static readonly TimeSpan ToProtect = TimeSpan.FromHours(1), ToDetermineOfChild = TimeSpan.FromHours(24);

    /// <param name="today">The office's.</param>
    public static Decision Make(Choice choice, Assessed assessed, Proposal proposal, DateTimeOffset startedAt, DateTimeOffset now, DateOnly today)
    {
        var by = choice.By.Distinct().Order().ToList();
        RuleBroken.Unless(by.Count > 0, "protection.rule.nobody_decided");
        RuleBroken.Unless(choice.Kind == DecisionKind.ImmediateProtection || !assessed.Age.IsChild() || by.Count >= 2, "protection.rule.two_for_a_child");
        RuleBroken.Unless(!string.IsNullOrWhiteSpace(choice.Reason), "protection.rule.say_why");
        RuleBroken.Unless(choice.ReassessOn > today, "protection.rule.when_again");
        RuleBroken.Unless(choice.Verdict == Verdict.NotEnoughInformation == (choice.Level == Level.NotEnoughInformation), "protection.rule.level_of_verdict");
        RuleBroken.Unless(choice.Verdict != Verdict.NotNow || choice.Level == Level.Low, "protection.rule.level_of_verdict");

        var actions = choice.Actions.Distinct().OrderBy(a => a.For).ThenBy(a => a.Outcome).ToList();
        var leftOut = proposal.Outcomes.Select(o => o.Outcome).Except(actions.Select(a => a.Outcome)).Order().ToList();
        // A decision that comes late is still made, and says that it was late: to refuse it would leave a child without any.
        var time = choice.Kind == DecisionKind.ImmediateProtection ? ToProtect : assessed.Age.IsChild() ? ToDetermineOfChild : TimeSpan.FromHours(proposal.Band.Hours());
        return new(choice with { Actions = actions, Reason = choice.Reason.Trim(), By = by }, now, now - startedAt <= time, choice.Level != proposal.Level || leftOut.Count > 0, leftOut);
    }
}
