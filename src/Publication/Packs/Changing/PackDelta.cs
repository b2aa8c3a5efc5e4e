using System.Text;

namespace Amparo.Publication;

/// <summary>
/// What makes of an old pack the new one. It looks like a pack (the new manifest, a block for each part) after a line that names
/// the old one, and what comes out is checked against the new manifest like any pack: a delta needs no signature of its own.
/// </summary>
internal static class PackDelta
{
    private const string Head = "delta 1 ", Same = "same", Lines = "lines", Moved = "moved";

    public static byte[] Make(Pack old, Pack now)
    {
        var moves = EntryMoves.Between(old, now);
        var blocks = now.Manifest.Parts.Select(part =>
        {
            var (before, after) = (old.Bytes(part.Name), now.Bytes(part.Name)!);
            if (before is not null && before.AsSpan().SequenceEqual(after)) return new PackBlock(part.Name, Same, default);
            if (part.Name == PackParts.Index) return new PackBlock(part.Name, before is null ? PackBlock.Plain : Moved, before is null ? after : IndexChange.Make(before, after, moves));
            return new PackBlock(part.Name, Lines, LineChange.Make(before, after, part.Records == now.Manifest.Entries && old.Manifest.Part(part.Name)?.Records == old.Manifest.Entries ? moves : null));
        });
        return [.. Encoding.ASCII.GetBytes($"{Head}{old.Manifest.Id}\n"), .. PackFile.Gzip(PackFile.Body(now.Manifest, blocks))];
    }

    /// <summary>The identifier of the pack that it is for.</summary>
    /// <exception cref="PackBroken">It is no delta.</exception>
    public static string From(ReadOnlySpan<byte> delta)
    {
        var end = delta[..Math.Min(delta.Length, 100)].IndexOf((byte)'\n');
        var head = end < 0 ? "" : Encoding.ASCII.GetString(delta[..end]);
        return head.StartsWith(Head, StringComparison.Ordinal) ? head[Head.Length..] : throw new PackBroken();
    }

    /// <summary>The new pack. Who calls checks its manifest as that of any pack before anything of it is shown.</summary>
    /// <exception cref="PackBroken">It is torn, or does not belong to this pack.</exception>
    public static Pack Apply(Pack old, ReadOnlyMemory<byte> delta)
    {
        if (From(delta.Span) != old.Manifest.Id) throw new PackBroken();
        var body = PackFile.Unpacked(delta[(Head.Length + old.Manifest.Id.Length + 1)..], PackManifest.MostBytes);
        var (line, at) = PackFile.Line(body);
        var (manifest, blocks) = (PackManifest.Read(line), PackFile.Blocks(body, at));
        if (blocks.Count != manifest.Parts.Count) throw new PackBroken();
        return Pack.Of(manifest, [.. manifest.Parts.Zip(blocks, (part, block) =>
        {
            var before = old.Bytes(part.Name) ?? [];
            return block.Name != part.Name ? throw new PackBroken() : block.How switch
            {
                Same => before,
                Lines => LineChange.Apply(before, block.Bytes, part.Size),
                Moved => IndexChange.Apply(before, block.Bytes.Span, part.Size),
                PackBlock.Plain => block.Bytes.ToArray(),
                _ => throw new PackBroken(),
            };
        })]);
    }
}
