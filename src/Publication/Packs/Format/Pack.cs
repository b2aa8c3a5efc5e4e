using System.Security.Cryptography;
using System.Text;

namespace Amparo.Publication;

/// <summary>A pack, unfolded: every byte of every part is what its manifest says.</summary>
public sealed class Pack
{
    private readonly Dictionary<string, byte[]> _parts;

    private Pack(PackManifest manifest, Dictionary<string, byte[]> parts) => (Manifest, _parts) = (manifest, parts);

    public PackManifest Manifest { get; }

    /// <summary>Whoever held it has forgotten a part whose time was over.</summary>
    public bool HasForgotten => _parts.Count < Manifest.Parts.Count;

    /// <summary>The unpacked bytes of a part; null where it has none of that name.</summary>
    public byte[]? Bytes(string part) => _parts.GetValueOrDefault(part);

    /// <summary>The lines of a part, each with its cells; empty where it has none of that name.</summary>
    public IReadOnlyList<string[]> Lines(string part) => _parts.TryGetValue(part, out var bytes) && bytes.Length > 0
        ? [.. Encoding.UTF8.GetString(bytes.AsSpan(0, bytes.Length - 1)).Split('\n').Select(l => l.Split('\t'))]
        : [];

    /// <summary>One of our own files, whose manifest needs no check.</summary>
    /// <exception cref="PackBroken">The file is not whole.</exception>
    internal static Pack Open(ReadOnlyMemory<byte> file)
    {
        var body = PackFile.Open(file);
        var (line, at) = PackFile.Line(body);
        return Unfold(PackManifest.Read(line), PackFile.Blocks(body, at));
    }

    /// <summary>Unfolds. The manifest's signature is looked at before this by whoever calls.</summary>
    /// <exception cref="PackBroken">A part is missing, doubled or not what the manifest says.</exception>
    internal static Pack Unfold(PackManifest manifest, IReadOnlyList<PackBlock> blocks)
    {
        if (blocks.Count != manifest.Parts.Count) throw new PackBroken();
        return Of(manifest, [.. manifest.Parts.Zip(blocks, (part, block) => block.Name != part.Name ? throw new PackBroken() : block.How switch
        {
            PackBlock.Folded => Unfolding.Unfold(block.Bytes, part.Size),
            PackBlock.Plain when block.Bytes.Length == part.Size => block.Bytes.ToArray(),
            // Only what ends before the pack can have been forgotten by a device that held it.
            PackBlock.Gone when block.Bytes.IsEmpty && part.ExpiresAt is not null => null,
            _ => throw new PackBroken(),
        })]);
    }

    /// <exception cref="PackBroken">A part is not what the manifest says.</exception>
    internal static Pack Of(PackManifest manifest, IReadOnlyList<byte[]?> parts)
    {
        var known = new Dictionary<string, byte[]>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not { } bytes) continue;
            var said = manifest.Parts[i];
            if (bytes.LongLength != said.Size || Convert.ToHexStringLower(SHA256.HashData(bytes)) != said.Sha256) throw new PackBroken();
            known.Add(said.Name, bytes);
        }
        return new(manifest, known);
    }
}
