using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>How the bytes of a part that is opaque here become those of another: stretches that stay, and bytes that are new.</summary>
internal static class ByteChange
{
    private const int Block = 16, MostCandidates = 16;

    public static byte[] Make(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now)
    {
        var places = new Dictionary<UInt128, List<int>>();
        for (var i = 0; i + Block <= old.Length; i += Block / 2)
        {
            var key = System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(old[i..]);
            if (!places.TryGetValue(key, out var at)) places.Add(key, at = []);
            if (at.Count < MostCandidates) at.Add(i);
        }
        var (steps, fresh, begun) = (new StringBuilder(), new List<byte>(), 0);
        for (var i = 0; i < now.Length;)
        {
            var (start, count) = Longest(places, old, now, i);
            if (count < Block)
            {
                fresh.Add(now[i++]);
                continue;
            }
            Step(fresh.Count - begun, start, count);
            begun = fresh.Count;
            i += count;
        }
        if (fresh.Count > begun) Step(fresh.Count - begun, 0, 0);
        return [.. Encoding.ASCII.GetBytes($"[{steps}]\n"), .. fresh];

        void Step(int added, int start, int count) => steps.Append(steps.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{added},{start},{count}");
    }

    /// <exception cref="PackBroken">It does not fit the old bytes.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> old, ReadOnlySpan<byte> change, long size)
    {
        var end = change.IndexOf((byte)'\n');
        if (end < 0) throw new PackBroken();
        var (into, length) = (new byte[size], 0);
        var fresh = change[(end + 1)..];
        foreach (var step in Steps(change[..end]).Chunk(3))
        {
            if (step[0] > fresh.Length || step[1] > old.Length - step[2] || length + (long)step[0] + step[2] > size) throw new PackBroken();
            fresh[..step[0]].CopyTo(into.AsSpan(length));
            old.Slice(step[1], step[2]).CopyTo(into.AsSpan(length + step[0]));
            length += step[0] + step[2];
            fresh = fresh[step[0]..];
        }
        return length == size && fresh.IsEmpty ? into : throw new PackBroken();
    }

    private static (int Start, int Count) Longest(Dictionary<UInt128, List<int>> places, ReadOnlySpan<byte> old, ReadOnlySpan<byte> now, int i)
    {
        if (i + Block > now.Length || !places.TryGetValue(System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(now[i..]), out var at)) return (0, 0);
        var (start, count) = (0, 0);
        foreach (var candidate in at)
        {
            var same = old[candidate..].CommonPrefixLength(now[i..]);
            if (same > count) (start, count) = (candidate, same);
        }
        return (start, count);
    }

    private static int[] Steps(ReadOnlySpan<byte> json)
    {
        try
        {
            var steps = JsonSerializer.Deserialize<int[]>(json) ?? throw new PackBroken();
            return steps.Length % 3 == 0 && Array.TrueForAll(steps, s => s >= 0) ? steps : throw new PackBroken();
        }
        catch (JsonException)
        {
            throw new PackBroken();
        }
    }
}
