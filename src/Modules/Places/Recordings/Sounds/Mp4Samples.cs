namespace Amparo.Places.Recordings.Sounds;

/// <summary>The tables of a track: how long each sample lasts, how large it is, and in which chunk it lies.</summary>
internal sealed class Mp4Samples
{
    private readonly uint[] _sizes;
    private readonly (uint First, uint Samples)[] _runs;
    private readonly long[] _chunks;

    public Mp4Samples(ReadOnlySpan<byte> file, IReadOnlyList<Mp4Box> stbl)
    {
        var (stts, stsc, stsz) = (stbl.One("stts"), stbl.One("stsc"), stbl.One("stsz"));
        var isLong = stbl.Any(b => b.Kind == "co64");
        var places = stbl.One(isLong ? "co64" : "stco");
        var spoken = 0L;
        foreach (var at in Rows(file, stts, 4, 8))
        {
            spoken += file.Big32(at);
            Duration = checked(Duration + (long)file.Big32(at) * file.Big32(at + 4));
        }
        var each = file.Big32(stsz.Start + 4);
        // All of one size: so many that each has a byte of the file at the least.
        Count = checked((int)file.Big32(stsz.Start + 8));
        Bytes.Holds(Count > 0 && Count <= file.Length && spoken == Count);
        _sizes = each > 0 ? Enumerable.Repeat(each, Count).ToArray() : new uint[Count];
        if (each == 0) for (var i = 0; i < Count; i++) _sizes[i] = file.Cut(stsz.Start, stsz.Length).Big32(12 + 4L * i);
        var runs = new List<(uint, uint)>();
        foreach (var at in Rows(file, stsc, 4, 12)) runs.Add((file.Big32(at), file.Big32(at + 4)));
        var chunks = new List<long>();
        foreach (var at in Rows(file, places, 4, isLong ? 8 : 4)) chunks.Add(isLong ? checked((long)file.Big64(at)) : file.Big32(at));
        (_runs, _chunks) = ([.. runs], [.. chunks]);
        Times = Table(file, stts, 8, 8);
        Runs = Table(file, stsc, 8, 12);
        Sizes = Mp4Boxes.Write("stsz", [0, 0, 0, 0], Mp4Boxes.Number(0), Mp4Boxes.Number((uint)Count), [.. _sizes.SelectMany(Mp4Boxes.Number)]);
    }

    public int Count { get; }

    /// <summary>In the time of the track.</summary>
    public long Duration { get; }

    public byte[] Times { get; }
    public byte[] Runs { get; }
    public byte[] Sizes { get; }

    /// <summary>The samples alone, and where each chunk of them begins.</summary>
    public (byte[] Data, IReadOnlyList<int> Chunks) Gathered(ReadOnlySpan<byte> file)
    {
        using var data = new MemoryStream(file.Length);
        var (chunks, sample, run) = (new List<int>(), 0, -1);
        for (var i = 0; i < _chunks.Length; i++)
        {
            if (run + 1 < _runs.Length && _runs[run + 1].First == i + 1) run++;
            Bytes.Holds(run >= 0 && _runs[run].Samples <= Count - sample);
            long size = 0;
            for (var k = 0; k < _runs[run].Samples; k++) size += _sizes[sample++];
            chunks.Add((int)data.Length);
            // Chunks that lie over one another could make much of little.
            Bytes.Holds(data.Length + size <= file.Length);
            data.Write(file.Cut(_chunks[i], size));
        }
        Bytes.Holds(sample == Count && run == _runs.Length - 1);
        return (data.ToArray(), chunks);
    }

    private static IEnumerable<int> Rows(ReadOnlySpan<byte> file, Mp4Box box, int at, int width)
    {
        var count = file.Big32(box.Start + at);
        Bytes.Holds(box.Length >= 8 && count <= (box.Length - 8) / width);
        return Enumerable.Range(0, (int)count).Select(i => box.Start + 8 + i * width);
    }

    private static byte[] Table(ReadOnlySpan<byte> file, Mp4Box box, int head, int width) =>
        Mp4Boxes.Write(box.Kind, [0, 0, 0, 0], file.Cut(box.Start + 4, head - 4 + (long)file.Big32(box.Start + 4) * width).ToArray());
}
