using System.Buffers.Binary;
using System.Text;

namespace Amparo.Places.Recordings.Sounds;

/// <summary>A box of an MP4 file (ISO 14496-12): a length, four letters, and what is in it.</summary>
internal readonly record struct Mp4Box(string Kind, int Start, int Length);

internal static class Mp4Boxes
{
    private const int Most = 200;

    /// <summary>The boxes that lie side by side in these bytes, with where their content begins.</summary>
    public static IReadOnlyList<Mp4Box> In(ReadOnlySpan<byte> bytes, int from, int count)
    {
        var (boxes, at, end) = (new List<Mp4Box>(), from, from + count);
        while (at < end)
        {
            long size = bytes.Big32(at);
            var head = size == 1 ? 16 : 8;
            if (size == 1) size = checked((long)bytes.Big64(at + 8));
            if (size == 0) size = end - at;
            Bytes.Holds(size >= head && size <= end - at && boxes.Count < Most);
            boxes.Add(new(Encoding.Latin1.GetString(bytes.Cut(at + 4, 4)), at + head, (int)size - head));
            at += (int)size;
        }
        return boxes;
    }

    /// <summary>The one box of this kind.</summary>
    public static Mp4Box One(this IReadOnlyList<Mp4Box> boxes, string kind)
    {
        var found = boxes.Where(b => b.Kind == kind).Take(2).ToList();
        return found is [var one] ? one : throw new NotSound();
    }

    public static byte[] Write(string kind, params ReadOnlySpan<byte[]> parts)
    {
        var size = 8;
        foreach (var part in parts) size += part.Length;
        var box = new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(box, size);
        Encoding.Latin1.GetBytes(kind, box.AsSpan(4));
        var at = 8;
        foreach (var part in parts)
        {
            part.CopyTo(box, at);
            at += part.Length;
        }
        return box;
    }

    public static byte[] Number(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
