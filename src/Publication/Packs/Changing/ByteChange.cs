using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>How some bytes become others: stretches that stay, and bytes that are new.</summary>
internal static class ByteChange
{
    private const int Block = 16, MostCandidates = 16;

    /// <summary>A shorter stretch costs more to name than to write again.</summary>
    private const int Least = 6;

    /// <summary>So far from where a stretch would go on it is looked for byte by byte.</summary>
    private const int Near = 8;

    public static byte[] Make(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        var places = new Dictionary<UInt128, List<int>>();
        for (var i = 0; i + Block <= old.Length; i += Block / 2)
        {
            var key = MemoryMarshal.Read<UInt128>(old[i..]);
            if (!places.TryGetValue(key, out var at)) places.Add(key, at = []);
            if (at.Count < MostCandidates) at.Add(i);
        }
        var (steps, fresh, begun, expected) = (new StringBuilder(), new List<byte>(), 0, 0);
        for (var i = 0; i < now.Length;)
        {
            var (start, count) = GoesOn(old, now[i..], expected + fresh.Count - begun);
            if (count < Block && Longest(places, old, now[i..]) is var far && far.Count > count + Least) (start, count) = far;
            if (count < Least)
            {
                fresh.Add(now[i++]);
                continue;
            }
            Step(fresh.Count - begun, start - expected, count);
            (begun, expected) = (fresh.Count, start + count);
            i += count;
        }
        if (fresh.Count > begun) Step(fresh.Count - begun, 0, 0);
        return [.. Encoding.ASCII.GetBytes($"[{steps}]\n"), .. fresh];

        void Step(int added, int skipped, int count) => steps.Append(steps.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{added},{skipped},{count}");
    }

    /// <exception cref="PackBroken">It does not fit the old bytes.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> old, ReadOnlySpan<byte> change, long size)
    {
        var end = change.IndexOf((byte)'\n');
        if (end < 0) throw new PackBroken();
        var (into, length, start) = (new byte[size], 0, 0);
        var fresh = change[(end + 1)..];
        foreach (var step in Steps(change[..end]).Chunk(3))
        {
            var (added, count) = (step[0], step[2]);
            start += step[1];
            if (added < 0 || count < 0 || start < 0 || added > fresh.Length || start > old.Length - count || length + (long)added + count > size) throw new PackBroken();
            fresh[..added].CopyTo(into.AsSpan(length));
            old.Slice(start, count).CopyTo(into.AsSpan(length + added));
            length += added + count;
            start += count;
            fresh = fresh[added..];
        }
        return length == size && fresh.IsEmpty ? into : throw new PackBroken();
    }

    // A number that became another leaves the rest where it was, or a byte or two beside.
    private static (int Start, int Count) GoesOn(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now, int at)
    {
        var (start, count) = (0, 0);
        for (var i = Math.Max(0, at - Near); i <= Math.Min(old.Length, at + Near); i++)
            if (old[i..].CommonPrefixLength(now) is var same && (same > count || same == count && i == at)) (start, count) = (i, same);
        return (start, count);
    }

    private static (int Start, int Count) Longest(Dictionary<UInt128, List<int>> places, ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        if (now.Length < Block || !places.TryGetValue(MemoryMarshal.Read<UInt128>(now), out var at)) return (0, 0);
        var (start, count) = (0, 0);
        foreach (var candidate in at)
        {
            var same = old[candidate..].CommonPrefixLength(now);
            if (same > count) (start, count) = (candidate, same);
        }
        return (start, count);
    }

    private static int[] Steps(ReadOnlySpan<byte> json)
    {
        try
        {
            var steps = JsonSerializer.Deserialize<int[]>(json) ?? throw new PackBroken();
            return steps.Length % 3 == 0 ? steps : throw new PackBroken();
        }
        catch (JsonException)
        {
            throw new PackBroken();
        }
    }
}
