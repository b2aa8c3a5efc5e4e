using System.Buffers.Binary;

namespace Amparo.Places.Recordings.Sounds;

/// <summary>Reading where every number may be a lie: what lies outside of the bytes is no sound.</summary>
internal static class Bytes
{
    public static ReadOnlySpan<byte> Cut(this ReadOnlySpan<byte> bytes, long from, long count) =>
        from >= 0 && count >= 0 && from <= bytes.Length && count <= bytes.Length - from ? bytes.Slice((int)from, (int)count) : throw new NotSound();

    public static uint Big32(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.Cut(at, 4));

    public static ulong Big64(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.ReadUInt64BigEndian(bytes.Cut(at, 8));

    public static uint Little32(this ReadOnlySpan<byte> bytes, long at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Cut(at, 4));

    public static void Holds(bool condition)
    {
        if (!condition) throw new NotSound();
    }
}
