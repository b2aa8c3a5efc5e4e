using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// How the search of an old pack becomes that of a new one. It names entries by their lines, so one that went would change the
/// number of all behind it: first the old one is written with the new numbers, then what else differs is said.
/// </summary>
internal static class IndexChange
{
    public static byte[] Make(byte[] old, byte[] now, EntryMoves moves)
    {
        var came = moves.Came.Count == 0 ? [] : PocketMoves.Ranks(now) is { } ranks && moves.Came.All(c => c < ranks.Length) ? moves.Came.Select(c => (c, ranks[c])).ToList() : null;
        var moved = came is null ? null : PocketMoves.Move(old, moves.Gone, came);
        return moved is null
            ? [.. "[]\n"u8, .. ByteChange.Make(old, now)]
            : [.. Encoding.ASCII.GetBytes(JsonSerializer.Serialize(new[] { moves.Gone, [.. came!.SelectMany(c => new[] { c.Item1, c.Item2 })] }) + "\n"), .. ByteChange.Make(moved, now)];
    }

    /// <exception cref="PackBroken">It does not fit the old bytes.</exception>
    public static byte[] Apply(byte[] old, ReadOnlySpan<byte> change, long size)
    {
        var end = change.IndexOf((byte)'\n');
        if (end < 0) throw new PackBroken();
        var moves = Moves(change[..end]);
        if (moves.Length == 0) return ByteChange.Apply(old, change[(end + 1)..], size);
        if (moves.Length != 2 || moves[1].Length % 2 != 0) throw new PackBroken();
        var moved = PocketMoves.Move(old, moves[0], [.. moves[1].Chunk(2).Select(c => (c[0], c[1]))]) ?? throw new PackBroken();
        return ByteChange.Apply(moved, change[(end + 1)..], size);
    }

    private static int[][] Moves(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<int[][]>(json) is { } moves && Array.TrueForAll(moves, m => m is not null) ? moves : throw new PackBroken();
        }
        catch (JsonException)
        {
            throw new PackBroken();
        }
    }
}
