using System.Text;

namespace Amparo.Publication;

/// <summary>
/// How one line becomes another that is much like it: stretches that stay, and what comes in their place. A line is cut before each tag and
/// each tab, so that the same change to pages of one form is the same in letters.
/// </summary>
internal static class LineEdit
{
    /// <summary>Longer lines than these are compared from their ends only.</summary>
    private const int MostCompared = 1 << 20;

    /// <summary>
    /// As JSON: how many pieces stay (or less than zero: all but so many), how many go, and what comes, over and over; what follows the last stays.
    /// Pages end alike, so what stands near the end is counted from there.
    /// </summary>
    public static string Make(string old, string now)
    {
        var (before, after) = (Pieces(old), Pieces(now));
        var (from, end) = (0, 0);
        while (from < Math.Min(before.Length, after.Length) && before[from] == after[from]) from++;
        while (end < Math.Min(before.Length, after.Length) - from && before[^(end + 1)] == after[^(end + 1)]) end++;
        var json = new StringBuilder("[");
        var (i, j, kept) = (from, from, from);
        foreach (var (oldAt, nowAt) in Common(before[from..^end], after[from..^end]).Select(c => (c.Item1 + from, c.Item2 + from)).Append((before.Length - end, after.Length - end)))
        {
            if (oldAt > i || nowAt > j)
            {
                json.Append(json.Length > 1 ? "," : "").Append(System.Globalization.CultureInfo.InvariantCulture, $"{(before.Length - i < i ? i - before.Length : kept)},{oldAt - i},");
                Letters.Quote(json, string.Concat(after[j..nowAt]));
                kept = 0;
            }
            (i, j, kept) = (oldAt + 1, nowAt + 1, kept + 1);
        }
        return json.Append(']').ToString();
    }

    /// <exception cref="PackBroken">It does not fit the old line.</exception>
    public static string Apply(string old, System.Text.Json.JsonElement[] edit)
    {
        var (before, now, at) = (Pieces(old), new StringBuilder(), 0);
        if (edit.Length % 3 != 0) throw new PackBroken();
        for (var i = 0; i < edit.Length; i += 3)
        {
            var (stay, go) = (edit[i].GetInt32(), edit[i + 1].GetInt32());
            if (stay < 0) stay += before.Length - at;
            if (stay < 0 || go < 0 || stay > before.Length - at || go > before.Length - at - stay) throw new PackBroken();
            now.AppendJoin("", before[at..(at + stay)]).Append(edit[i + 2].GetString() ?? throw new PackBroken());
            at += stay + go;
        }
        return now.AppendJoin("", before[at..]).ToString();
    }

    // The longest common subsequence.
    private static List<(int, int)> Common(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostCompared) return [];
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var common = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Length && j < after.Length;)
        {
            if (before[i] == after[j]) common.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
            else j++;
        }
        return common;
    }

    private static string[] Pieces(string line)
    {
        var pieces = new List<string>();
        for (var from = 0; from < line.Length;)
        {
            var next = line.AsSpan(from + 1).IndexOfAny('<', '\t');
            var to = next < 0 ? line.Length : from + 1 + next;
            pieces.Add(line[from..to]);
            from = to;
        }
        return [.. pieces];
    }
}
