namespace Amparo.Kernel;

/// <summary>Days as a text names them: weekdays as bits, "first Monday", days of the month, and whether holidays stand among them.</summary>
internal sealed record NamedDays(int Week, IReadOnlyList<string> Nth, IReadOnlyList<int> OfMonth, bool Holidays)
{
    public static NamedDays None { get; } = new(0, [], [], false);

    public bool IsEmpty => Week == 0 && Nth.Count == 0 && OfMonth.Count == 0;

    public NamedDays With(NamedDays other) =>
        new(Week | other.Week, [.. Nth, .. other.Nth], [.. OfMonth, .. other.OfMonth], Holidays || other.Holidays);
}

internal enum Says { Days, Hours, AlwaysOpen, OpeningOnly, Closed, Open, Except, Include }

/// <summary>A phrase of one clause: some days, an interval, or a word about them.</summary>
internal sealed record Phrase(Says Says, string Text)
{
    public NamedDays Days { get; init; } = NamedDays.None;
    public ClockTime Opens { get; init; }
    public ClockTime Closes { get; init; }
}

/// <summary>One statement: on these days (none named: null) these hours, or closed.</summary>
internal sealed record HoursRule(NamedDays? Days, IReadOnlyList<Phrase> Hours)
{
    public bool IsClosed => Hours.Count == 0;
}

/// <summary>Puts words together to phrases and phrases to statements; whatever does not fit refuses the text.</summary>
internal static class HoursGrammar
{
    public static List<HoursRule> Rules(List<HoursToken> tokens)
    {
        var clauses = new List<List<Phrase>> { new() };
        var reader = new PhraseReader(tokens);
        while (reader.Next(out var phrase))
        {
            if (phrase is not null) clauses[^1].Add(phrase);
            else if (clauses[^1].Count > 0) clauses.Add([]);
        }
        clauses.RemoveAll(c => c.Count == 0);
        JoinTitles(clauses);
        return [.. clauses.SelectMany(clause => new ClauseReader(clause).Rules())];
    }

    // "Lunes a viernes" on one line and "8:00 a 17:00" on the next are one statement.
    private static void JoinTitles(List<List<Phrase>> clauses)
    {
        for (var i = 0; i + 1 < clauses.Count; i++)
        {
            var daysOnly = clauses[i].TrueForAll(p => p.Says == Says.Days);
            var hoursOnly = clauses[i + 1].TrueForAll(p => p.Says is Says.Hours or Says.AlwaysOpen or Says.Closed);
            if (!daysOnly || !hoursOnly) continue;
            clauses[i].AddRange(clauses[i + 1]);
            clauses.RemoveAt(i + 1);
        }
    }
}
