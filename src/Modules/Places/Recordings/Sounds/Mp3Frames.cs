using Amparo.Contracts.Recordings;

namespace Amparo.Places.Recordings.Sounds;

/// <summary>
/// MPEG audio, layer III: frames that follow one another. Only they are kept; ID3, APE, lyrics and whatever else lies between or
/// around them is not, nor is the first frame where it tells of the program that wrote it.
/// </summary>
internal static class Mp3Frames
{
    private const int Header = 4, Layer3 = 1, Mono = 3;

    private static readonly int[] Rates = [44100, 48000, 32000];
    private static readonly int[] Kilobits1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Kilobits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private readonly record struct Frame(int Version, int Rate, int Length, int Samples, int Side);

    public static CleanSound Clean(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        var (at, samples, first) = (AfterTags(file), 0L, (Frame?)null);
        while (at <= file.Length - Header)
        {
            // Of the kind of the first one, and followed by one of its kind or by the end: a letter of a tag can look like a frame.
            if (At(file, at) is not { } frame || frame.Length > file.Length - at || !IsOfKind(frame, first) || !IsFollowed(file, at + frame.Length, frame))
            {
                at++;
                continue;
            }
            first ??= frame;
            if (!TellsOfItsWriter(file.Slice(at, frame.Length), frame))
            {
                clean.Write(file.Slice(at, frame.Length));
                samples += frame.Samples;
            }
            at += frame.Length;
        }
        Bytes.Holds(first is not null && samples > 0);
        return new(clean.ToArray(), SoundTypes.Mp3, (int)((samples + first!.Value.Rate - 1) / first.Value.Rate));
    }

    /// <summary>Behind the tags at the beginning: a picture in them may be as large as the sound, and may hold what looks like frames.</summary>
    private static int AfterTags(ReadOnlySpan<byte> file)
    {
        var at = 0;
        while (file.Length - at >= 10 && file.Slice(at, 3).SequenceEqual("ID3"u8))
        {
            var size = 10;
            for (var i = 6; i < 10; i++) size = checked(i == 6 ? file[at + i] & 127 : size << 7 | file[at + i] & 127);
            var footer = (file[at + 5] & 0x10) != 0 ? 10 : 0;
            Bytes.Holds(size + 10 + footer <= file.Length - at);
            at += size + 10 + footer;
        }
        return at;
    }

    private static bool IsFollowed(ReadOnlySpan<byte> file, int at, Frame frame) =>
        at > file.Length - Header || (At(file, at) is { } next ? IsOfKind(next, frame) : IsTag(file[at..]));

    private static bool IsTag(ReadOnlySpan<byte> rest) => rest.StartsWith("TAG"u8) || rest.StartsWith("APETAGEX"u8) || rest.StartsWith("LYRICS"u8) || rest.StartsWith("ID3"u8);

    private static bool IsOfKind(Frame frame, Frame? other) => other is not { } first || (first.Version == frame.Version && first.Rate == frame.Rate);

    private static Frame? At(ReadOnlySpan<byte> file, int at)
    {
        var (a, b, c, d) = (file[at], file[at + 1], file[at + 2], file[at + 3]);
        var (version, bits, rate) = (b >> 3 & 3, c >> 4, c >> 2 & 3);
        // Versions are 3 (MPEG 1), 2 (MPEG 2) and 0 (2.5); free bit rates are played by few.
        if (a != 0xFF || b < 0xE0 || version == 1 || (b >> 1 & 3) != Layer3 || bits is 0 or 15 || rate == 3 || (d & 3) == 2) return null;
        var (isOne, padding, isMono) = (version == 3, c >> 1 & 1, d >> 6 == Mono);
        var hertz = Rates[rate] / (isOne ? 1 : version == 2 ? 2 : 4);
        var length = (isOne ? 144 : 72) * (isOne ? Kilobits1 : Kilobits2)[bits] * 1000 / hertz + padding;
        return new(version, hertz, length, isOne ? 1152 : 576, Header + ((b & 1) == 0 ? 2 : 0) + (isOne ? isMono ? 17 : 32 : isMono ? 9 : 17));
    }

    private static bool TellsOfItsWriter(ReadOnlySpan<byte> frame, Frame said)
    {
        bool Is(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> word) => bytes.Length >= at + word.Length && bytes.Slice(at, word.Length).SequenceEqual(word);
        return Is(frame, said.Side, "Xing"u8) || Is(frame, said.Side, "Info"u8) || Is(frame, Header + 32, "VBRI"u8);
    }
}
