namespace Amparo.Protection.People.Matching;

/// <summary>What two names say; each function is the same whichever of the two comes first.</summary>
internal static class CompareNames
{
    public static Finding? Given(Prepared a, Prepared b)
    {
        if (a.Given.Count == 0 || b.Given.Count == 0) return null;
        if (IsNickname(a, b) || IsNickname(b, a)) return Finding.GivenNickname;
        var inOrder = Enumerable.Range(0, Math.Min(a.Given.Count, b.Given.Count)).Select(i => HeardName.Between(a.Given[i], b.Given[i])).Min();
        var (paired, least) = Paired(a.Given, b.Given);
        var (fewer, more) = (Math.Min(a.Given.Count, b.Given.Count), Math.Max(a.Given.Count, b.Given.Count));
        if (paired == 0) return Finding.GivenDifferent;
        if (paired < fewer) return Finding.GivenOneDiffers;
        if (fewer < more) return least == Likeness.OneSlip ? Finding.GivenSlip : least == Likeness.Nickname ? Finding.GivenNickname : Finding.GivenOneMissing;
        return inOrder switch
        {
            Likeness.Same => Finding.GivenSame, Likeness.SameSound => Finding.GivenSound, Likeness.Nickname => Finding.GivenNickname, Likeness.OneSlip => Finding.GivenSlip, _ => Finding.GivenOrder,
        };
    }

    public static Finding? Surnames(Prepared a, Prepared b)
    {
        if (a.Surnames.Count == 0 || b.Surnames.Count == 0) return null;
        var (fewer, more) = a.Surnames.Count <= b.Surnames.Count ? (a.Surnames, b.Surnames) : (b.Surnames, a.Surnames);
        var (paired, least) = Paired(fewer, more);
        if (paired == 0) return Finding.SurnamesDifferent;
        if (paired < fewer.Count) return Finding.SurnameOneDiffers;
        if (least == Likeness.OneSlip) return Finding.SurnamesSlip;
        if (fewer.Count < more.Count) return Finding.SurnameOneMissing;
        var inOrder = fewer.Select((s, i) => HeardName.Between(s, more[i])).Min();
        return inOrder switch { Likeness.Same => Finding.SurnamesSame, Likeness.SameSound => Finding.SurnamesSound, _ => Finding.SurnamesSwapped };
    }

    /// <summary>Whether given names stand where the surnames of the other do, and the other way round: a list was read the wrong way.</summary>
    public static bool AreTurned(Prepared a, Prepared b) =>
        a.Given.Count > 0 && a.Surnames.Count > 0 && b.Given.Count > 0 && b.Surnames.Count > 0 && IsWhole(a.Given, b.SurnameWords) && IsWhole(a.SurnameWords, b.Given);

    public static Finding? Mothers(Prepared a, Prepared b)
    {
        if (a.Mother.Count == 0 || b.Mother.Count == 0) return null;
        var (paired, least) = Paired(a.Mother, b.Mother);
        var fewer = Math.Min(a.Mother.Count, b.Mother.Count);
        if (paired == fewer && fewer > 1 && least > Likeness.OneSlip) return Finding.MotherSame;
        return paired > 0 ? Finding.MotherPartly : Finding.MotherDifferent;
    }

    private static bool IsWhole(IReadOnlyList<HeardName> a, IReadOnlyList<HeardName> b) => Paired(a, b).Paired == Math.Min(a.Count, b.Count);

    // "La Lupe" told as a nickname, where the other has Guadalupe.
    private static bool IsNickname(Prepared a, Prepared b) =>
        a.Nickname is { } nickname && !a.Given.Any(g => b.Given.Any(o => HeardName.Between(g, o) != Likeness.Different)) && b.Given.Any(o => HeardName.Between(nickname, o) >= Likeness.Nickname);

    // Each word goes with one of the other side, the surest pairs first. Both sides begin with the same list, or two who ask from
    // opposite ends would be told different things.
    private static (int Paired, Likeness Least) Paired(IReadOnlyList<HeardName> one, IReadOnlyList<HeardName> other)
    {
        var (a, b) = IsFirst(one, other) ? (one, other) : (other, one);
        Span<bool> taken = stackalloc bool[64], given = stackalloc bool[64];
        var (paired, least) = (0, Likeness.Same);
        for (var wanted = Likeness.Same; wanted > Likeness.Different; wanted--)
        {
            for (var i = 0; i < a.Count && i < 64; i++)
            {
                for (var j = 0; j < b.Count && j < 64 && !taken[i]; j++)
                {
                    if (given[j] || HeardName.Between(a[i], b[j]) != wanted) continue;
                    (taken[i], given[j]) = (true, true);
                    (paired, least) = (paired + 1, wanted);
                }
            }
        }
        return (paired, least);
    }

    private static bool IsFirst(IReadOnlyList<HeardName> a, IReadOnlyList<HeardName> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++) if (string.CompareOrdinal(a[i].Text, b[i].Text) is not 0 and var order) return order < 0;
        return a.Count <= b.Count;
    }
}
