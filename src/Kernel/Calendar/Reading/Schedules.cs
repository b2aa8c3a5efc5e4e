namespace Amparo.Kernel;

/// <summary>Reads hours as people write them in lists, in Spanish and English (days also in French and Haitian Creole), and the usual part of OSM <c>opening_hours</c>.</summary>
public static class Schedules
{
    private const int LongestText = 400;

    /// <summary>
    /// Reads a text of hours. Tolerant of form, never of sense: an unknown word, a date or a doubt between morning and afternoon
    /// refuses the whole text, because somebody may walk half a night on what it says.
    /// </summary>
    public static HoursReading Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) return Refused(HoursProblem.Of(HoursProblem.UnreadableHours, text?.Trim() ?? ""));
        try
        {
            return new HoursReading(HoursRules.Build(HoursGrammar.Rules(HoursLexer.Tokens(text)), text), null);
        }
        catch (HoursRefused refused)
        {
            return Refused(refused.Problem);
        }
    }

    /// <summary>Reads hours that a table keeps in columns: days, opening, closing; any of them may be empty.</summary>
    public static HoursReading Parse(string? days, string? opens, string? closes)
    {
        var times = string.Join(" - ", new[] { opens, closes }.Where(t => !string.IsNullOrWhiteSpace(t)));
        if (string.IsNullOrWhiteSpace(opens) && !string.IsNullOrWhiteSpace(closes)) return Refused(HoursProblem.Of(HoursProblem.UnreadableHours, closes));
        return Parse($"{days} {times}");
    }

    private static HoursReading Refused(HoursProblem problem) => new(null, problem);
}
