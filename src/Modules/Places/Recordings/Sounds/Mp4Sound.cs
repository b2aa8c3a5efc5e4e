using Amparo.Contracts.Recordings;

namespace Amparo.Places.Recordings.Sounds;

/// <summary>
/// AAC in MP4, as most telephones record it: one track of sound. The file is built anew of what a player needs: the tables of the
/// track, and its samples one after the other. Days and names have no place in it.
/// </summary>
internal static class Mp4Sound
{
    private const int MostDescribed = 512, SamplesInFrame = 1024;

    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= 8 && file.Slice(4, 4).SequenceEqual("ftyp"u8);

    public static CleanSound Clean(ReadOnlySpan<byte> file)
    {
        var moov = Inside(file, Mp4Boxes.In(file, 0, file.Length).One("moov"));
        Bytes.Holds(moov.All(b => b.Kind != "mvex"));
        var trak = Inside(file, moov.One("trak"));
        var mdia = Inside(file, trak.One("mdia"));
        Bytes.Holds(file.Cut(mdia.One("hdlr").Start + 8, 4).SequenceEqual("soun"u8));
        var stbl = Inside(file, Inside(file, mdia.One("minf")).One("stbl"));
        var (description, hertz) = Description(file, stbl.One("stsd"));
        var samples = new Mp4Samples(file, stbl);
        var (data, chunks) = samples.Gathered(file);

        var mdhd = Timeless(file, mdia.One("mdhd"));
        var (mvhd, tkhd) = (Timeless(file, moov.One("mvhd")), Timeless(file, trak.One("tkhd")));
        var scale = mdhd.Length == 24 ? ((ReadOnlySpan<byte>)mdhd).Big32(12) : ((ReadOnlySpan<byte>)mdhd).Big32(20);
        Bytes.Holds(scale > 0 && hertz > 0);
        // By its own times or by how much is in it, whichever is longer: the tables may lie.
        var seconds = Math.Max((samples.Duration + scale - 1) / scale, ((long)samples.Count * SamplesInFrame + hertz - 1) / hertz);

        byte[] Moov(int begin) => Mp4Boxes.Write("moov", Mp4Boxes.Write("mvhd", mvhd), Mp4Boxes.Write("trak",
            Mp4Boxes.Write("tkhd", tkhd),
            Mp4Boxes.Write("mdia", Mp4Boxes.Write("mdhd", mdhd), Mp4Boxes.Write("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "soun"u8, .. new byte[13]]),
                Mp4Boxes.Write("minf", Mp4Boxes.Write("smhd", new byte[8]), Mp4Boxes.Write("dinf", Mp4Boxes.Write("dref", [0, 0, 0, 0, 0, 0, 0, 1], Mp4Boxes.Write("url ", [0, 0, 0, 1]))),
                    Mp4Boxes.Write("stbl", Mp4Boxes.Write("stsd", [0, 0, 0, 0, 0, 0, 0, 1], description), samples.Times, samples.Runs, samples.Sizes, Mp4Boxes.Write("stco", [0, 0, 0, 0, .. Mp4Boxes.Number((uint)chunks.Count), .. chunks.SelectMany(c => Mp4Boxes.Number((uint)(begin + c)))]))))));
        var ftyp = Mp4Boxes.Write("ftyp", [.. "M4A "u8, 0, 0, 0, 0, .. "M4A mp42isom"u8]);
        var size = Moov(0).Length;
        return new([.. ftyp, .. Moov(ftyp.Length + size + 8), .. Mp4Boxes.Write("mdat", data)], SoundTypes.M4a, checked((int)seconds));
    }

    private static IReadOnlyList<Mp4Box> Inside(ReadOnlySpan<byte> file, Mp4Box box) => Mp4Boxes.In(file, box.Start, box.Length);

    /// <summary>A head of times, without when it was made and changed.</summary>
    private static byte[] Timeless(ReadOnlySpan<byte> file, Mp4Box box)
    {
        var head = file.Cut(box.Start, box.Length).ToArray();
        var isLong = head.Length > 0 && head[0] == 1;
        // mvhd, tkhd, mdhd: as long as each is, in its two forms.
        var length = box.Kind switch { "mvhd" => isLong ? 112 : 100, "tkhd" => isLong ? 96 : 84, _ => isLong ? 36 : 24 };
        Bytes.Holds(head.Length == length && head[0] <= 1);
        head.AsSpan(4, isLong ? 16 : 8).Clear();
        return head;
    }

    /// <summary>What decodes it: AAC and nothing else.</summary>
    private static (byte[] Entry, uint Hertz) Description(ReadOnlySpan<byte> file, Mp4Box stsd)
    {
        Bytes.Holds(file.Big32(stsd.Start + 4) == 1);
        var entry = Mp4Boxes.In(file, stsd.Start + 8, stsd.Length - 8).One("mp4a");
        var fixedPart = file.Cut(entry.Start, 28).ToArray();
        Bytes.Holds(entry.Length >= 28 && fixedPart[8] == 0 && fixedPart[9] == 0);
        fixedPart.AsSpan(0, 6).Clear();
        var esds = Mp4Boxes.In(file, entry.Start + 28, entry.Length - 28).One("esds");
        Bytes.Holds(esds.Length <= MostDescribed);
        return (Mp4Boxes.Write("mp4a", fixedPart, Mp4Boxes.Write("esds", file.Cut(esds.Start, esds.Length).ToArray())), ((ReadOnlySpan<byte>)fixedPart).Big32(24) >> 16);
    }
}
