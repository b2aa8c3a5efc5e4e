using Amparo.Protection.People;

namespace Amparo.Protection.Screening;

/// <summary>What makes an old answer untrue, and opens the assessment again before its day.</summary>
internal enum Reopening { DayCame, NewIncident, PlaceChanged, Returned, TurnedAdult, CarerChanged }

internal sealed record Happened(Reopening What, DateTimeOffset At);

internal static class Reassessment
{
    /// <summary>Why a decision is open again today, in the order of the events; empty while it holds.</summary>
    /// <param name="born">Where nothing of it is known nobody comes of age by herself: she may be a child.</param>
    /// <param name="today">The office's.</param>
    public static IReadOnlyList<Reopening> Of(Decision decision, AgeBand ageThen, Birth born, IEnumerable<Happened> events, DateOnly today)
    {
        var since = events.Where(e => e.At > decision.DecidedAt).Select(e => e.What);
        if (ageThen.IsChild() && Ages.Of(born, today) == AgeBand.Adult) since = since.Append(Reopening.TurnedAdult);
        if (today >= decision.Choice.ReassessOn) since = since.Append(Reopening.DayCame);
        return [.. since.Distinct().Order()];
    }
}
