namespace Amparo.Protection.People.Matching;

/// <summary>What all but the name says.</summary>
internal static class CompareRest
{
    public static Finding? Births(BirthSpan? a, BirthSpan? b)
    {
        if (a is null || b is null) return null;
        if (a.IsWholeDate && b.IsWholeDate)
        {
            if (a.Earliest == b.Earliest) return Finding.BirthSame;
            if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month) return Finding.BirthSwapped;
            if ((a.Year == b.Year ? 1 : 0) + (a.Month == b.Month ? 1 : 0) + (a.Day == b.Day ? 1 : 0) == 2) return Finding.BirthOnePartDiffers;
            return Math.Abs(a.Year!.Value - b.Year!.Value) <= 1 ? Finding.BirthYearNear : Finding.BirthDifferent;
        }
        if (a.Earliest <= b.Latest && b.Earliest <= a.Latest)
        {
            if (a.Year is null || b.Year is null) return Finding.BirthAgeFits;
            return a.Month is not null && b.Month is not null ? Finding.BirthMonthSame : Finding.BirthYearSame;
        }
        // Ages are told roughly, and in another month of the same year.
        var apart = a.Latest < b.Earliest ? b.Earliest.DayNumber - a.Latest.DayNumber : a.Earliest.DayNumber - b.Latest.DayNumber;
        return apart <= 366 ? Finding.BirthYearNear : Finding.BirthDifferent;
    }

    public static Finding? Sexes(string? a, string? b) => a is null || b is null ? null : a == b ? Finding.SexSame : Finding.SexDifferent;

    public static Finding? Origins(HeardName? a, HeardName? b) => a is null || b is null ? null : HeardName.Between(a, b) is Likeness.Different ? Finding.OriginDifferent : Finding.OriginSame;

    /// <summary>As sets: who has two and tells one of them has not changed hers.</summary>
    public static Finding? Nationalities(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == 0 || b.Count == 0 ? null : a.Intersect(b).Any() ? Finding.NationalityShared : Finding.NationalityDifferent;

    /// <summary>Two different numbers say nothing: papers are lost, renewed and lent, and one person has several.</summary>
    public static Finding? Documents(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Intersect(b).Any()) return Finding.DocumentShared;
        return a.Any(x => x.Length >= 8 && b.Any(y => y.Length >= 8 && OneMistake.Between(x, y))) ? Finding.DocumentSlip : null;
    }
}
