using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>How the lines of one part become those of another: runs that stay, lines that are much like an old one, and lines that are new, folded.</summary>
internal static class LineChange
{
    /// <param name="moves">Where each line is an entry's; null for other parts.</param>
    public static byte[] Make(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now, EntryMoves? moves)
    {
        var (before, after) = (Lines(old), Lines(now));
        var pairs = moves is null ? LinePairs.OfLines(before, after) : LinePairs.OfEntries(moves, before.Length, after.Length);
        var (steps, likes, which, whole, edits) = (new List<int>(), new List<int>(), new List<int>(), new List<string>(), new List<string>());
        var expected = 0;
        for (var i = 0; i < after.Length;)
        {
            var (from, like) = (i, expected);
            for (; i < after.Length && (pairs[i] < 0 || before[pairs[i]] != after[i]); i++)
            {
                var edit = pairs[i] < 0 ? null : LineEdit.Make(before[pairs[i]], after[i]);
                if (edit is null || edit.Length > after[i].Length)
                {
                    likes.Add(0);
                    whole.Add(after[i]);
                    continue;
                }
                if (edits.IndexOf(edit) is var known && known < 0) edits.Add(edit);
                which.Add(known < 0 ? edits.Count - 1 : known);
                likes.Add(pairs[i] - like + 1);
                like = pairs[i] + 1;
            }
            var (start, count, added) = (i < after.Length ? pairs[i] : before.Length, 0, i - from);
            for (; i < after.Length && pairs[i] == start + count && before[pairs[i]] == after[i]; i++) count++;
            steps.AddRange([added, start - expected, count]);
            expected = start + count;
        }
        return [.. Encoding.UTF8.GetBytes($"{Row(steps)}\n{Row(likes)}\n{Row(which)}\n[{string.Join(',', edits)}]\n"), .. Folding.Fold(whole)];
    }

    /// <exception cref="PackBroken">It does not fit the old lines.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> old, ReadOnlyMemory<byte> change, long size)
    {
        try
        {
            var (steps, bases, which) = (Row<int[]>(ref change), Row<int[]>(ref change), Row<int[]>(ref change));
            var edits = Row<JsonElement[][]>(ref change);
            // New lines are part of what comes out, so they are no longer than it.
            var lines = new Made(Lines(old), Lines(Unfolding.UnfoldUpTo(change, size)), bases, which, edits, size);
            foreach (var step in steps.Chunk(3)) lines.Add(step[0], step[1], step[2]);
            return lines.Whole();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new PackBroken();
        }
    }

    private static string Row(List<int> numbers) => $"[{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";

    private static T Row<T>(ref ReadOnlyMemory<byte> change)
    {
        var end = change.Span.IndexOf((byte)'\n');
        if (end < 0) throw new PackBroken();
        var row = JsonSerializer.Deserialize<T>(change.Span[..end]) ?? throw new PackBroken();
        change = change[(end + 1)..];
        return row;
    }

    private static string[] Lines(ReadOnlySpan<byte> part) => part.IsEmpty ? [] : Encoding.UTF8.GetString(part[..^1]).Split('\n');

    private sealed class Made(string[] before, string[] whole, int[] bases, int[] which, JsonElement[][] edits, long size)
    {
        private readonly ArrayBufferWriter<byte> _into = new();
        private int _expected, _fresh, _whole, _edit;

        public void Add(int added, int skipped, int count)
        {
            var like = _expected;
            for (var i = 0; i < added; i++)
            {
                var at = bases[_fresh++];
                if (at == 0) Write(whole[_whole++]);
                else
                {
                    Write(LineEdit.Apply(before[checked(like + at - 1)], edits[which[_edit++]]));
                    like += at;
                }
            }
            var start = _expected + skipped;
            if (start < 0 || count < 0 || start > before.Length - count) throw new PackBroken();
            for (var i = start; i < start + count; i++) Write(before[i]);
            _expected = start + count;
        }

        public byte[] Whole() => _into.WrittenCount == size && _whole == whole.Length && _fresh == bases.Length && _edit == which.Length ? _into.WrittenSpan.ToArray() : throw new PackBroken();

        private void Write(string line)
        {
            _into.Write(Encoding.UTF8.GetBytes(line));
            _into.Write("\n"u8);
            if (_into.WrittenCount > size) throw new PackBroken();
        }
    }
}
