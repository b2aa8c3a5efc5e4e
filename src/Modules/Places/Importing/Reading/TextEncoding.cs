using System.Text;

namespace Amparo.Places.Importing;

/// <summary>Finds out how a text file is encoded. Spreadsheets in Spanish are saved as Windows-1252 as often as not.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="BrokenFile">It is no text, or UTF-8 that breaks half-way.</exception>
    public static (Encoding Encoding, string Name) Of(string path, CancellationToken stop)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4096];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        start = start[..read];
        if (start.StartsWith("\uFEFF"u8)) return Checked(file, "UTF-8 (BOM)", stop);
        if (start.StartsWith(new byte[] { 0xFF, 0xFE })) return (Encoding.Unicode, "UTF-16");
        if (start.StartsWith(new byte[] { 0xFE, 0xFF })) return (Encoding.BigEndianUnicode, "UTF-16");
        if (NullsAt(start, 1)) return (Encoding.Unicode, "UTF-16");
        if (NullsAt(start, 0)) return (Encoding.BigEndianUnicode, "UTF-16");
        if (LooksBinary(start)) throw new BrokenFile("not_text", "1");
        return Checked(file, "UTF-8", stop);
    }

    private static (Encoding, string) Checked(FileStream file, string name, CancellationToken stop)
    {
        var found = Utf8Scan.Of(file, stop);
        if (found.FirstInvalidLine is not { } line) return (StrictUtf8, name);
        // Letters of UTF-8 all through and a few bad bytes: a broken file. Read as Windows-1252 every accent of it would turn to rubbish.
        if (name != "UTF-8" || found.LongSequences > found.Invalid) throw new BrokenFile("not_utf8", line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (found.HasBytesWithoutLetter) throw new BrokenFile("not_text", line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");
    }

    private static bool NullsAt(ReadOnlySpan<byte> start, int parity)
    {
        if (start.Length < 4) return false;
        var (here, there) = (0, 0);
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0) continue;
            if (i % 2 == parity) here++; else there++;
        }
        return here > start.Length / 5 && there == 0;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> start)
    {
        var control = 0;
        foreach (var b in start) if (b < 32 && b is not (9 or 10 or 13 or 0x1A)) control++;
        return control > start.Length / 10 + 2;
    }
}

/// <summary>One pass over the bytes: is it UTF-8, and if not, does it look like a file that was UTF-8 once?</summary>
internal sealed class Utf8Scan
{
    public long? FirstInvalidLine { get; private set; }
    public long Invalid { get; private set; }
    public long LongSequences { get; private set; }

    /// <summary>Bytes that Windows-1252 has no letter for.</summary>
    public bool HasBytesWithoutLetter { get; private set; }

    public static Utf8Scan Of(FileStream file, CancellationToken stop)
    {
        file.Position = 0;
        var scan = new Utf8Scan();
        var buffer = new byte[1 << 16];
        var kept = 0;
        long line = 1;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var end = kept + read;
            var at = 0;
            while (at < end)
            {
                if (buffer[at] < 0x80)
                {
                    if (buffer[at] == (byte)'\n') line++;
                    at++;
                    continue;
                }
                var status = Rune.DecodeFromUtf8(buffer.AsSpan(at, end - at), out _, out var used);
                if (status == System.Buffers.OperationStatus.NeedMoreData && read > 0) break;
                if (status == System.Buffers.OperationStatus.Done) scan.LongSequences++;
                else
                {
                    scan.FirstInvalidLine ??= line;
                    scan.Invalid++;
                    if (buffer[at] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) scan.HasBytesWithoutLetter = true;
                }
                at += Math.Max(1, used);
            }
            kept = end - at;
            Buffer.BlockCopy(buffer, at, buffer, 0, kept);
            if (read == 0) return scan;
        }
    }
}
