namespace Amparo.Kernel;

/// <summary>One letter wrong, missing, too many, or two neighbours swapped.</summary>
public static class OneMistake
{
    // Letters that are heard alike: only these may be mistaken at the beginning, where few people mistype.
    private static readonly string[] HeardAlike = ["bv", "szc", "gjx", "kcq", "yi", "sx"];

    /// <param name="a">Folded.</param>
    /// <param name="b">Folded.</param>
    public static bool Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) { var longer = a; a = b; b = longer; }
        if (b.Length - a.Length > 1) return false;
        var same = a.CommonPrefixLength(b);
        if (a.Length < b.Length) return a[same..].SequenceEqual(b[(same + 1)..]) && (same > 0 || b[0] == 'h');
        if (same == a.Length) return false;
        if (a[(same + 1)..].SequenceEqual(b[(same + 1)..])) return same > 0 || AreHeardAlike(a[0], b[0]);
        return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]);
    }

    private static bool AreHeardAlike(char a, char b)
    {
        foreach (var group in HeardAlike) if (group.Contains(a) && group.Contains(b)) return true;
        return false;
    }
}
