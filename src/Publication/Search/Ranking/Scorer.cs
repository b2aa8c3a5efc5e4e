namespace Amparo.Publication;

/// <summary>An entry that was found, with what it is sorted by.</summary>
internal readonly record struct Found(int Segment, int Number, int Tier, int Score, long Squared, Guid Id) : IComparable<Found>
{
    public int CompareTo(Found other) =>
        Tier != other.Tier ? Tier.CompareTo(other.Tier)
        : Score != other.Score ? other.Score.CompareTo(Score)
        : Squared != other.Squared ? Squared.CompareTo(other.Squared)
        : Id.CompareTo(other.Id);
}

/// <summary>
/// Tier and score of one entry. Tiers: 16 for kinds that come last, 4 where it does not say that it serves who was chosen,
/// 1 where it is not known to be open and what is open was asked for, 2 where it is known to be closed.
/// </summary>
internal static class Scorer
{
    public const long Nowhere = long.MaxValue;

    public static Found Of(Ask ask, View view, int segment, int number)
    {
        var s = view.Segments[segment];
        var door = ask.DoorOf(segment, number);
        var squared = ask.From is { } from && s.Latitudes[number] != Plane.NoPoint ? from.Squared(s.Latitudes[number], s.Longitudes[number]) : Nowhere;
        var score = OfKind(ask, s, number) + OfPlace(ask, s, number, squared) + Points.OfDoor(door) + OfFreshness(ask, s, number)
            + OfTraits(ask, s, number) + OfNationality(ask, s, number) + OfName(ask, s, segment, number);
        if (s.FullUntil[number] > ask.Now) score += Points.FullTonight;
        return new(segment, number, Tier(ask, s, number, door), score, squared, s.Ids[number]);
    }

    private static int Tier(Ask ask, Segment s, int number, Door door)
    {
        var tier = (ask.Last >> s.Kind[number] & 1) == 1 ? 16 : 0;
        if (ask.ForChosen != 0 && (s.Traits[number] & ask.ForChosen) != ask.ForChosen) tier += 4;
        if (ask.OpenFirst) tier += door switch { Door.Open => 0, Door.Closed => 2, _ => 1 };
        return tier;
    }

    private static int OfKind(Ask ask, Segment s, int number)
    {
        var own = ask.KindPoints[s.Kind[number]];
        var best = 0;
        for (var kinds = s.Kinds[number]; kinds != 0; kinds &= kinds - 1)
            best = Math.Max(best, ask.KindPoints[System.Numerics.BitOperations.TrailingZeroCount(kinds)]);
        return Math.Max(own, best - Points.ByService);
    }

    private static int OfPlace(Ask ask, Segment s, int number, long squared)
    {
        if (ask.From is null) return 0;
        var isHome = s.Countries[number] == ask.Home;
        return squared != Nowhere ? Points.OfDistance(squared) + (isHome ? Points.SameCountry : 0) : isHome ? Points.LineOfCountry : 0;
    }

    private static int OfFreshness(Ask ask, Segment s, int number) =>
        s.Assured[number] < 0 ? Points.NeverAssured : ask.Now >= s.Stale[number] ? Points.Stale : ask.Now >= s.Due[number] ? Points.Due : Points.Assured;

    private static int OfTraits(Ask ask, Segment s, int number)
    {
        var traits = s.Traits[number];
        var points = 0;
        for (var who = ask.Reading.For; who != 0; who &= who - 1)
            points += (traits & who & (~who + 1)) != 0 ? Points.Serves : (traits & Traits.SaysWhom) != 0 ? Points.ServesOthers : 0;
        if (ask.NoPapersFirst) points += (traits & Traits.AsksNoPapers) != 0 ? Points.AsksNoPapers : (traits & Traits.AsksPapers) != 0 ? Points.AsksPapers : 0;
        return points;
    }

    private static int OfNationality(Ask ask, Segment s, int number)
    {
        if (ask.Reading.Nationality == 0 || s.Kind[number] != Codes.Consular) return 0;
        var nationals = s.Nationals[number];
        return Array.IndexOf(nationals, (short)ask.Reading.Nationality) >= 0 ? Points.OwnConsulate : nationals.Length > 0 ? Points.OtherConsulate : 0;
    }

    private static int OfName(Ask ask, Segment s, int segment, int number)
    {
        if (ask.Names.Length == 0) return 0;
        var (points, free, had) = (0, 0, 0);
        foreach (var word in ask.Names)
        {
            var where = word.Numbers[segment] < 0 ? 0 : s.Words.Has(number, word.Numbers[segment]);
            points += word.Worth * where / 2;
            if (!word.IsFree) continue;
            free++;
            if (where == 2) had++;
        }
        return Math.Min(points, Points.MostByName) + (free > 0 && had == free ? Points.WholeName : 0);
    }
}
