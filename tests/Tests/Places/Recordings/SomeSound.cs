using System.Buffers.Binary;
using System.Text;
using Amparo.Places.Recordings.Sounds;

namespace Amparo.Tests.Places.Recordings;

/// <summary>Silence, as telephones would have written it: with a name in every place where a file has room for one.</summary>
internal static class SomeSound
{
    public const string Name = "Juana Inventada, Tapachula, 21 nov 2026";

    private static readonly byte[] Canary = Encoding.UTF8.GetBytes(Name);

    public static byte[] Mp3(int seconds, bool tagged = true)
    {
        // MPEG 1, layer III, 32 kbit/s, 44.1 kHz, one channel: 104 bytes for 1,152 samples.
        byte[] frame = [0xFF, 0xFB, 0x10, 0xC4, .. new byte[100]];
        byte[] writer = [.. frame[..21], .. "Info"u8, .. Canary, .. frame[(25 + Canary.Length)..]];
        byte[] id3 = [.. "ID3"u8, 3, 0, 0, 0, 0, 0, (byte)(10 + Canary.Length), .. "TPE1"u8, 0, 0, 0, (byte)Canary.Length, 0, 0, .. Canary];
        byte[] last = [.. "TAG"u8, .. Canary.AsSpan(0, 30), .. new byte[95]];
        byte[] sound = [.. Enumerable.Range(0, seconds * 44100 / 1152).SelectMany(_ => frame)];
        return tagged ? [.. id3, .. writer, .. sound, .. "APETAGEX"u8, .. Canary, .. last] : sound;
    }

    public static byte[] Opus(int seconds)
    {
        byte[] silence = [0xF8, 0xFF, 0xFE];
        byte[] head = [.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0xBB, 0, 0, 0, 0, 0];
        byte[] tags = [.. "OpusTags"u8, 4, 0, 0, 0, .. "test"u8, 1, 0, 0, 0, .. Little(Canary.Length), .. Canary];
        var pages = new List<byte[]> { Page(2, 0, [head]), Page(0, 1, [tags]) };
        for (var i = 0; i < seconds; i++) pages.Add(Page((byte)(i == seconds - 1 ? 4 : 0), (uint)i + 2, [.. Enumerable.Repeat(silence, 50)], 312 + 48_000L * (i + 1)));
        return [.. pages.SelectMany(p => p)];
    }

    /// <param name="isOverlaid">A hostile one: each of its chunks is the whole of its data.</param>
    public static byte[] M4a(int seconds, int tracks = 1, bool isOverlaid = false)
    {
        byte[] silence = [0x00, 0xC8, 0x00, 0x80, 0x23, 0x80];
        var count = seconds * 44100 / 1024;
        byte[] data = [.. Canary, .. Enumerable.Repeat(silence, count).SelectMany(s => s)];
        byte[] esds = [0, 0, 0, 0, 3, 0x19, 0, 1, 0, 4, 0x11, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2, 0x12, 0x08, 6, 1, 2];
        byte[] entry = [0, 0, 0, 0, 0, 0, 0, 1, .. new byte[8], 0, 1, 0, 16, 0, 0, 0, 0, .. Big(44100u << 16)];
        byte[] made = [.. Big(3_900_000_000), .. Big(3_900_000_000)];
        byte[] matrix = [0, 1, 0, 0, .. new byte[12], 0, 1, 0, 0, .. new byte[12], 0x40, 0, 0, 0];
        byte[] Table(params uint[] numbers) => [0, 0, 0, 0, .. numbers.SelectMany(Big)];
        var ftyp = Mp4Boxes.Write("ftyp", [.. "M4A "u8, 0, 0, 0, 0]);
        byte[] Moov(int begin) => Mp4Boxes.Write("moov",
        [
            Mp4Boxes.Write("mvhd", [0, 0, 0, 0, .. made, .. Big(44100), .. Big((uint)count * 1024), 0, 1, 0, 0, 1, 0, .. new byte[10], .. matrix, .. new byte[24], .. Big(2)]),
            .. Enumerable.Repeat(Mp4Boxes.Write("trak",
                Mp4Boxes.Write("tkhd", [0, 0, 0, 7, .. made, .. Big(1), .. Big(0), .. Big((uint)count * 1024), .. new byte[8], 0, 0, 0, 0, 1, 0, 0, 0, .. matrix, .. new byte[8]]),
                Mp4Boxes.Write("mdia",
                    Mp4Boxes.Write("mdhd", [0, 0, 0, 0, .. made, .. Big(44100), .. Big((uint)count * 1024), 0x55, 0xC4, 0, 0]),
                    Mp4Boxes.Write("hdlr", [.. new byte[8], .. "soun"u8, .. new byte[12], .. Canary, 0]),
                    Mp4Boxes.Write("minf", Mp4Boxes.Write("smhd", new byte[8]), Mp4Boxes.Write("dinf", Mp4Boxes.Write("dref", Table(1), Mp4Boxes.Write("url ", [0, 0, 0, 1]))),
                        Mp4Boxes.Write("stbl", Mp4Boxes.Write("stsd", Table(1), Mp4Boxes.Write("mp4a", entry, Mp4Boxes.Write("esds", esds), Mp4Boxes.Write("name", Canary))),
                            Mp4Boxes.Write("stts", Table(1, (uint)count, 1024)), Mp4Boxes.Write("stsc", Table(1, 1, isOverlaid ? 1 : (uint)count, 1)), Mp4Boxes.Write("stsz", Table(isOverlaid ? (uint)(6 * count) : 6, (uint)count)),
                            Mp4Boxes.Write("stco", isOverlaid ? Table([(uint)count, .. Enumerable.Repeat((uint)(begin + Canary.Length), count)]) : Table(1, (uint)(begin + Canary.Length)))))),
                Mp4Boxes.Write("udta", Canary)), tracks),
            Mp4Boxes.Write("udta", Mp4Boxes.Write("meta", Canary)),
        ]);
        var free = Mp4Boxes.Write("free", Canary);
        var size = Moov(0).Length;
        return [.. ftyp, .. Moov(ftyp.Length + size + free.Length + 8), .. free, .. Mp4Boxes.Write("mdat", data), .. Mp4Boxes.Write("uuid", Canary)];
    }

    /// <summary>The pages of a changed file with sums that fit: who is hostile reckons them too.</summary>
    public static void Mend(Span<byte> ogg)
    {
        for (var at = 0; ogg.Length - at > 27 && ogg[at..].StartsWith("OggS"u8);)
        {
            var size = 27 + ogg[at + 26];
            for (var i = 0; i < ogg[at + 26] && at + 27 + i < ogg.Length; i++) size += ogg[at + 27 + i];
            if (size > ogg.Length - at) return;
            WriteSum(ogg.Slice(at, size));
            at += size;
        }
    }

    private static byte[] Page(byte flags, uint number, IReadOnlyList<byte[]> packets, long granule = 0)
    {
        byte[] page = [.. "OggS"u8, 0, flags, .. BitConverter.GetBytes(granule), 7, 7, 7, 7, .. BitConverter.GetBytes(number), 0, 0, 0, 0, (byte)packets.Count, .. packets.Select(p => (byte)p.Length), .. packets.SelectMany(p => p)];
        WriteSum(page);
        return page;
    }

    private static void WriteSum(Span<byte> page)
    {
        page.Slice(22, 4).Clear();
        var sum = 0u;
        foreach (var one in page)
        {
            sum ^= (uint)one << 24;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 0x80000000) != 0 ? sum << 1 ^ 0x04c11db7 : sum << 1;
        }
        BinaryPrimitives.WriteUInt32LittleEndian(page[22..], sum);
    }

    private static byte[] Big(uint number) => Mp4Boxes.Number(number);

    private static byte[] Little(int number) => BitConverter.GetBytes(number);
}
