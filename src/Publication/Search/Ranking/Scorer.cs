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
        ref readonly var row = ref s.Rows[number];
        var door = ask.DoorOf(row);
        var squared = ask.From is { } from && row.Latitude != Plane.NoPoint ? from.Squared(row.Latitude, row.Longitude) : Nowhere;
        var (byText, kindByText) = OfText(ask, s, row, segment, number);
        var score = Math.Max(OfKind(ask, row), kindByText) + OfPlace(ask, row, squared) + Points.OfDoor(door) + OfFreshness(ask, row)
            + OfTraits(ask, row) + OfNationality(ask, row) + byText;
        if (row.FullUntil > ask.Now) score += Points.FullTonight;
        return new(segment, number, Tier(ask, row, door), score, squared, row.Id);
    }

    private static int Tier(Ask ask, in Row row, Door door)
    {
        var tier = (ask.Last >> row.Kind & 1) == 1 ? 16 : 0;
        if (ask.ForChosen != 0 && (row.Traits & ask.ForChosen) != ask.ForChosen) tier += 4;
        if (ask.OpenFirst) tier += door switch { Door.Open => 0, Door.Closed => 2, _ => 1 };
        return tier;
    }

    private static int OfKind(Ask ask, in Row row)
    {
        var own = ask.KindPoints[row.Kind];
        var best = 0;
        for (var kinds = row.Kinds; kinds != 0; kinds &= kinds - 1)
            best = Math.Max(best, ask.KindPoints[System.Numerics.BitOperations.TrailingZeroCount(kinds)]);
        return Math.Max(own, best - Points.ByService);
    }

    private static int OfPlace(Ask ask, in Row row, long squared)
    {
        if (ask.From is null) return 0;
        var isHome = row.Country == ask.Home;
        return squared != Nowhere ? Points.OfDistance(squared) + (isHome ? Points.SameCountry : 0) : isHome ? Points.LineOfCountry : 0;
    }

    private static int OfFreshness(Ask ask, in Row row) =>
        row.Assured < 0 ? Points.NeverAssured : ask.Now >= row.Stale ? Points.Stale : ask.Now >= row.Due ? Points.Due : Points.Assured;

    private static int OfTraits(Ask ask, in Row row)
    {
        var traits = row.Traits;
        var points = 0;
        for (var who = ask.Reading.For; who != 0; who &= who - 1)
            points += (traits & who & (~who + 1)) != 0 ? Points.Serves : (traits & Traits.SaysWhom) != 0 ? Points.ServesOthers : 0;
        if (ask.NoPapersFirst) points += (traits & Traits.AsksNoPapers) != 0 ? Points.AsksNoPapers : (traits & Traits.AsksPapers) != 0 ? Points.AsksPapers : 0;
        return points;
    }

    private static int OfNationality(Ask ask, in Row row)
    {
        if (ask.Reading.Nationality == 0 || row.Kind != Codes.Consular) return 0;
        var nationals = row.Nationals;
        return Array.IndexOf(nationals, (short)ask.Reading.Nationality) >= 0 ? Points.OwnConsulate : nationals.Length > 0 ? Points.OtherConsulate : 0;
    }

    // What an entry is called and offers can say more of what is sought than its kind: "rape crisis hotline", "clothing closet".
    private static (int Points, int Kind) OfText(Ask ask, Segment s, in Row row, int segment, int number)
    {
        if (ask.Names.Length == 0) return (0, 0);
        var (points, free, had, rarest) = (0, 0, 0, int.MaxValue);
        var (told, hasRareSubject) = (0, false);
        foreach (var word in ask.Names)
        {
            var where = word.Numbers[segment] < 0 ? 0 : s.Words.Has(number, word.Numbers[segment]);
            points += word.Worth * where / 4;
            if (word.IsTelling && where >= 3) told++;
            hasRareSubject |= where >= 3 && word.Kind == NameKind.Subject && word.Rarity >= Points.RareSubject;
            if (!word.IsFree) continue;
            free++;
            if (where < 3) continue;
            had++;
            rarest = Math.Min(rarest, word.Having);
        }
        points = Math.Min(points, Points.MostByName);
        var isAll = told == ask.Telling && told >= 2;
        if (isAll) points += Points.AllTold;
        var kind = told >= Points.ManyWords || isAll || hasRareSubject && ask.Telling == 1 ? Points.KindByWords : 0;
        if (free == 0 || had < free) return (points, kind);
        return (points + Points.WholeName + (rarest <= Points.FewNames && (ask.Kinds == 0 || (row.Kinds & ask.Kinds) != 0) ? Points.OnlyName : 0), kind);
    }
}
