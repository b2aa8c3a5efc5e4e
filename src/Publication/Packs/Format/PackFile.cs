using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Publication;

/// <summary>A part as it travels: folded lines, its bytes as they are, or nothing, since a device that held it has forgotten it in time.</summary>
internal readonly record struct PackBlock(string Name, string How, ReadOnlyMemory<byte> Bytes)
{
    public const string Folded = "fold", Plain = "raw", Gone = "gone";
}

/// <summary>
/// The body of a pack is its manifest, a line, and a block for each part. The file that is passed from hand to hand is the body
/// packed by gzip behind a line that holds the SHA-256 of what follows: a torn or rotten file is told from a forged one.
/// </summary>
internal static class PackFile
{
    public const int HeadLength = 7 + 64 + 1;
    private const string Head = "pack 1 ";
    private const int MostHeader = 120, MostManifest = 64 * 1024;

    public static byte[] Body(PackManifest manifest, IEnumerable<PackBlock> blocks)
    {
        using var body = new MemoryStream();
        body.Write(manifest.ToBytes());
        body.WriteByte((byte)'\n');
        foreach (var block in blocks)
        {
            body.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{block.Name} {block.How} {block.Bytes.Length}\n")));
            body.Write(block.Bytes.Span);
        }
        return body.ToArray();
    }

    public static byte[] Shared(ReadOnlySpan<byte> body)
    {
        var packed = Gzip(body);
        return [.. Encoding.ASCII.GetBytes($"{Head}{Convert.ToHexStringLower(SHA256.HashData(packed))}\n"), .. packed];
    }

    public static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Brotli(ReadOnlySpan<byte> body)
    {
        const int window = 22;
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        // The last level costs seconds at ten megabytes, and such a pack nobody fetches often.
        return BrotliEncoder.TryCompress(body, room, out var length, body.Length <= 16 * 1024 * 1024 ? 11 : 9, window) ? room[..length] : throw new PackTooLarge();
    }

    /// <summary>The body of a file, at most so many bytes of it.</summary>
    /// <exception cref="PackBroken">It is torn, rotten, or no such file.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> file, long most = PackManifest.MostBytes)
    {
        if (file.Length <= HeadLength || Encoding.ASCII.GetString(file.Span[..HeadLength]) != $"{Head}{Convert.ToHexStringLower(SHA256.HashData(file.Span[HeadLength..]))}\n") throw new PackBroken();
        return Unpacked(file[HeadLength..], most);
    }

    /// <exception cref="PackBroken">It is not gzip, or more than that.</exception>
    public static byte[] Unpacked(ReadOnlyMemory<byte> packed, long most)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var body = new MemoryStream();
            var some = new byte[64 * 1024];
            while (gzip.Read(some) is > 0 and var read)
            {
                if (body.Length + read > most) throw new PackBroken();
                body.Write(some, 0, read);
            }
            return body.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PackBroken();
        }
    }

    /// <summary>The line of the manifest, and where the blocks begin.</summary>
    /// <exception cref="PackBroken">There is none.</exception>
    public static (ReadOnlyMemory<byte> Manifest, int Blocks) Line(ReadOnlyMemory<byte> body)
    {
        var end = body.Span[..Math.Min(body.Length, MostManifest)].IndexOf((byte)'\n');
        return end < 0 ? throw new PackBroken() : (body[..end], end + 1);
    }

    /// <exception cref="PackBroken">A block is torn, or something follows the last one.</exception>
    public static IReadOnlyList<PackBlock> Blocks(ReadOnlyMemory<byte> body, int at)
    {
        var blocks = new List<PackBlock>();
        while (at < body.Length)
        {
            var end = body.Span[at..Math.Min(body.Length, at + MostHeader)].IndexOf((byte)'\n');
            var said = end < 0 ? [] : Encoding.ASCII.GetString(body.Span.Slice(at, end)).Split(' ');
            if (said.Length != 3 || !int.TryParse(said[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > body.Length - at - end - 1) throw new PackBroken();
            blocks.Add(new(said[0], said[1], body.Slice(at + end + 1, length)));
            at += end + 1 + length;
        }
        return blocks;
    }
}
