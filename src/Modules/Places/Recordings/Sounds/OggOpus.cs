using System.Buffers.Binary;
using Amparo.Contracts.Recordings;

namespace Amparo.Places.Recordings.Sounds;

/// <summary>
/// Opus in Ogg (RFC 7845), as messengers record it: one stream. Its second packet is for names and comments, and an empty one is
/// written in its place; the number of the stream, by which a file can be known again, is written anew.
/// </summary>
internal static class OggOpus
{
    private const int Head = 27, HeadPacket = 19, Hertz = 48_000, Continued = 1, Begun = 2;

    private static readonly uint[] Crc = Table();

    private readonly ref struct Page(ReadOnlySpan<byte> whole, int segments)
    {
        public readonly ReadOnlySpan<byte> Whole = whole;
        public readonly ReadOnlySpan<byte> Lacing = whole.Slice(Head, segments);
        public readonly ReadOnlySpan<byte> Body = whole[(Head + segments)..];
        public byte Flags => Whole[5];
        public uint Stream => Whole.Little32(14);
    }

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("OggS"u8);

    public static CleanSound Clean(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        var first = At(file, 0);
        Bytes.Holds(first.Flags == Begun && first.Lacing is [HeadPacket] && first.Body.StartsWith("OpusHead"u8) && first.Body[8] >> 4 == 0 && first.Body[9] is 1 or 2 && first.Body[18] == 0);
        var (at, number, samples) = (first.Whole.Length, 2u, 0L);
        Write(clean, first.Whole, 0);
        at += SkipComments(file, at, first.Stream);
        Write(clean, NoComments(), 1);
        while (at < file.Length)
        {
            var page = At(file, at);
            Bytes.Holds(page.Stream == first.Stream && (page.Flags & Begun) == 0);
            samples += SamplesOf(page);
            // A file that lies of its length must not cost more than one that does not.
            if (samples > (long)(SoundFile.MostSeconds + 1) * Hertz) break;
            Write(clean, page.Whole, number++);
            at += page.Whole.Length;
        }
        return new(clean.ToArray(), SoundTypes.Opus, (int)((samples + Hertz - 1) / Hertz));
    }

    /// <summary>The pages of the second packet; it ends with its page.</summary>
    private static int SkipComments(ReadOnlySpan<byte> file, int from, uint stream)
    {
        var at = from;
        for (var begins = true; ; begins = false)
        {
            var page = At(file, at);
            Bytes.Holds(page.Stream == stream && (page.Flags & Begun) == 0 && (page.Flags & Continued) != 0 != begins && (!begins || page.Body.StartsWith("OpusTags"u8)));
            at += page.Whole.Length;
            if (page.Lacing is [] || page.Lacing[^1] == 255) continue;
            Bytes.Holds(page.Lacing[..^1].IndexOfAnyExcept((byte)255) < 0);
            return at - from;
        }
    }

    /// <summary>What the packets that begin on this page last, by their own first bytes: the time that a page says may be a lie.</summary>
    private static long SamplesOf(Page page)
    {
        var (samples, at, begins) = (0L, 0, (page.Flags & Continued) == 0);
        foreach (var length in page.Lacing)
        {
            if (begins && length > 0) samples += (page.Body[at] & 3) switch
            {
                0 => 1, 3 => length > 1 ? page.Body[at + 1] & 63 : 0, _ => 2,
            } * FrameOf(page.Body[at] >> 3);
            begins = length < 255;
            at += length;
        }
        return samples;
    }

    private static int FrameOf(int kind) => kind < 12 ? (kind & 3) switch { 0 => 480, 1 => 960, 2 => 1920, _ => 2880 } : kind < 16 ? 480 << (kind & 1) : 120 << (kind & 3);

    private static Page At(ReadOnlySpan<byte> file, int at)
    {
        var head = file.Cut(at, Head);
        Bytes.Holds(head.StartsWith("OggS"u8) && head[4] == 0 && head[5] < 8);
        var size = Head + head[26];
        foreach (var length in file.Cut(at + Head, head[26])) size += length;
        var whole = file.Cut(at, size);
        Bytes.Holds(SumOf(whole) == head.Little32(22));
        return new(whole, head[26]);
    }

    private static byte[] NoComments() => [.. "OggS"u8, 0, 0, .. new byte[20], 1, 16, .. "OpusTags"u8, .. new byte[8]];

    private static void Write(MemoryStream into, ReadOnlySpan<byte> page, uint number)
    {
        var written = page.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(written.AsSpan(14), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(written.AsSpan(18), number);
        BinaryPrimitives.WriteUInt32LittleEndian(written.AsSpan(22), SumOf(written));
        into.Write(written);
    }

    private static uint SumOf(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        for (var i = 0; i < page.Length; i++) sum = sum << 8 ^ Crc[sum >> 24 ^ (i is >= 22 and < 26 ? 0u : page[i])];
        return sum;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var sum = i << 24;
            for (var bit = 0; bit < 8; bit++) sum = sum << 1 ^ (sum >> 31) * 0x04c11db7u;
            table[i] = sum;
        }
        return table;
    }
}
