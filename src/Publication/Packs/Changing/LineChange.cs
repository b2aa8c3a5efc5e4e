using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>How the lines of one part become those of another: runs that stay, and lines that are new, folded.</summary>
internal static class LineChange
{
    public static byte[] Make(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        var (before, after) = (Lines(old), Lines(now));
        var places = new Dictionary<string, List<int>>();
        for (var i = 0; i < before.Length; i++)
        {
            if (!places.TryGetValue(before[i], out var at)) places.Add(before[i], at = []);
            at.Add(i);
        }
        var (steps, fresh) = (new StringBuilder(), new List<string>());
        var expected = 0;
        for (var i = 0; i < after.Length;)
        {
            var from = fresh.Count;
            while (i < after.Length && !places.ContainsKey(after[i])) fresh.Add(after[i++]);
            var (start, count) = (i < after.Length ? Nearest(places[after[i]], expected) : 0, 0);
            while (i < after.Length && start + count < before.Length && before[start + count] == after[i])
            {
                count++;
                i++;
            }
            expected = start + count;
            steps.Append(steps.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{fresh.Count - from},{start},{count}");
        }
        return [.. Encoding.ASCII.GetBytes($"[{steps}]\n"), .. Folding.Fold(fresh)];
    }

    /// <exception cref="PackBroken">It does not fit the old lines.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> old, ReadOnlyMemory<byte> change, long size)
    {
        var end = change.Span.IndexOf((byte)'\n');
        if (end < 0) throw new PackBroken();
        var steps = Steps(change[..end]);
        var before = Lines(old);
        // New lines are part of what comes out, so they are no longer than it.
        var fresh = Lines(Unfolding.UnfoldUpTo(change[(end + 1)..], size));
        var into = new MemoryStream();
        var taken = 0;
        for (var i = 0; i < steps.Length; i += 3)
        {
            Write(into, fresh, taken, steps[i], size);
            taken += steps[i];
            Write(into, before, steps[i + 1], steps[i + 2], size);
        }
        return into.Length == size && taken == fresh.Length ? into.ToArray() : throw new PackBroken();
    }

    // Lines that repeat (empty ones mostly) are taken where the run goes on, else from the next that comes.
    private static int Nearest(List<int> at, int expected)
    {
        var found = at.BinarySearch(expected);
        return found >= 0 ? expected : at[~found < at.Count ? ~found : 0];
    }

    private static int[] Steps(ReadOnlyMemory<byte> json)
    {
        try
        {
            var steps = JsonSerializer.Deserialize<int[]>(json.Span) ?? throw new PackBroken();
            return steps.Length % 3 == 0 && Array.TrueForAll(steps, s => s >= 0) ? steps : throw new PackBroken();
        }
        catch (JsonException)
        {
            throw new PackBroken();
        }
    }

    private static void Write(MemoryStream into, string[] lines, int from, int count, long most)
    {
        if (from > lines.Length - count) throw new PackBroken();
        for (var i = from; i < from + count; i++)
        {
            into.Write(Encoding.UTF8.GetBytes(lines[i]));
            into.WriteByte((byte)'\n');
            if (into.Length > most) throw new PackBroken();
        }
    }

    private static string[] Lines(ReadOnlySpan<byte> part) => part.IsEmpty ? [] : Encoding.UTF8.GetString(part[..^1]).Split('\n');
}
