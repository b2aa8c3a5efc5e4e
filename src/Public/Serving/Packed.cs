using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Amparo.Public.Serving;

internal enum PackedAs { Plain, Gzip, Brotli }

/// <summary>
/// A page as it goes over the line. It says its own size, which is known only once it is packed: it is packed with a guess,
/// and again where the guess was wrong.
/// </summary>
internal static class Packed
{
    /// <summary>Stands where the page says its size; the last one counts, since a reader may type one too.</summary>
    public const string SizeMark = "{size}";

    // Between them lies a tenth of the bytes and five times the work; quality 1 saves one byte in a hundred for half as much again.
    private const int Small = 9;
    private const int Quick = 0;

    private static readonly byte[] Mark = Encoding.UTF8.GetBytes(SizeMark);
    private static double _guess = 0.3;

    public static byte[] Pack(ReadOnlySpan<byte> page, PackedAs form, bool small)
    {
        var at = page.LastIndexOf(Mark);
        if (at < 0) return Compress(page, form, small);
        if (form == PackedAs.Brotli && !small && OnceThrough(page, at) is { } once) return once;
        var said = Kilobytes((int)(page.Length * (form == PackedAs.Plain ? 1 : Volatile.Read(ref _guess))));
        for (var tries = 0; ; tries++)
        {
            var packed = Compress(WithSize(page, at, said), form, small);
            var real = Kilobytes(packed.Length);
            // At the edge of a kilobyte the figure itself may tip it over: the larger one is then said.
            if (real == said || (tries > 1 && real < said))
            {
                if (form != PackedAs.Plain) Volatile.Write(ref _guess, (double)packed.Length / page.Length);
                return packed;
            }
            said = real;
        }
    }

    public static PackedAs For(string? acceptEncoding)
    {
        if (string.IsNullOrEmpty(acceptEncoding)) return PackedAs.Plain;
        return Accepts(acceptEncoding, "br") ? PackedAs.Brotli : Accepts(acceptEncoding, "gzip") ? PackedAs.Gzip : PackedAs.Plain;
    }

    public static string? NameOf(PackedAs form) => form switch { PackedAs.Brotli => "br", PackedAs.Gzip => "gzip", _ => null };

    private static int Kilobytes(int bytes) => (bytes + 1023) / 1024;

    public static bool Accepts(string header, string name)
    {
        foreach (var part in header.AsSpan().Split(','))
        {
            var one = header.AsSpan()[part].Trim();
            if (!one.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = one[name.Length..].TrimStart();
            if (rest.IsEmpty) return true;
            if (rest[0] != ';') continue;
            var weight = rest[1..].Trim();
            return !(weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].Trim("0.").IsEmpty);
        }
        return false;
    }

    private static byte[] WithSize(ReadOnlySpan<byte> page, int at, int kilobytes) =>
        [.. page[..at], .. Encoding.ASCII.GetBytes(kilobytes.ToString(CultureInfo.InvariantCulture)), .. page[(at + Mark.Length)..]];

    // A page for one reader is packed once: up to the figure, which is then known but for the few bytes behind it.
    // Null where those bytes tipped it over a kilobyte.
    private static byte[]? OnceThrough(ReadOnlySpan<byte> page, int at)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(page.Length) + 1024);
        using var encoder = new BrotliEncoder(Quick, window: 18);
        try
        {
            if (encoder.Compress(page[..at], room, out _, out var head, isFinalBlock: false) != OperationStatus.Done) return null;
            if (encoder.Flush(room.AsSpan(head), out var flushed) != OperationStatus.Done) return null;
            var said = Kilobytes(head + flushed + (page.Length - at) / 2);
            var tail = WithSize(page[at..], 0, said);
            if (encoder.Compress(tail, room.AsSpan(head + flushed), out _, out var rest, isFinalBlock: true) != OperationStatus.Done) return null;
            var length = head + flushed + rest;
            return Kilobytes(length) == said ? room.AsSpan(0, length).ToArray() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>As it is, at its smallest: a file, which says no size of its own.</summary>
    public static byte[] Whole(ReadOnlySpan<byte> file, PackedAs form) => Compress(file, form, small: true);

    private static byte[] Compress(ReadOnlySpan<byte> page, PackedAs form, bool small)
    {
        if (form == PackedAs.Plain) return page.ToArray();
        if (form == PackedAs.Brotli)
        {
            var room = new byte[BrotliEncoder.GetMaxCompressedLength(page.Length)];
            BrotliEncoder.TryCompress(page, room, out var written, small ? Small : Quick, 18);
            return room[..written];
        }
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, small ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(page);
        return packed.ToArray();
    }
}
