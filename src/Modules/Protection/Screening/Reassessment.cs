namespace Amparo.Protection.Screening;

/// <summary>What makes an old answer untrue, and opens the assessment again before its day.</summary>
internal enum Reopening { DayCame, NewIncident, PlaceChanged, Returned, TurnedAdult, CarerChanged }

internal sealed record Happened(Reopening What, DateTimeOffset At);

internal static class Reassessment
{
    /// <summary>Why a decision is open again today, in the order of the events; empty while it holds.</summary>
    /// <param name="born">Null where it is not known: who may be a child never comes of age by herself.</param>
    /// <param name="today">The office's.</param>
    public static IReadOnlyList<Reopening> Of(Decision decision, AgeBand ageThen, DateOnly? born, IEnumerable<Happened> events, DateOnly today)
    {
        var since = events.Where(e => e.At > decision.DecidedAt).Select(e => e.What);
        if (ageThen.IsChild() && AgeBands.Of(born, today) == AgeBand.Adult) since = since.Append(Reopening.TurnedAdult);
        if (today >= decision.Choice.ReassessOn) since = since.Append(Reopening.DayCame);
        return [.. since.Distinct().Order()];
    }
}
