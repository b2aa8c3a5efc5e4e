using System.Buffers;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// Writes what travels in a phone: whole numbers of as few bytes as they need, least first, seven bits in each, and text in
/// UTF-8 behind its length in bytes. The twin that reads it is <c>web/src/search/read/bytes.ts</c>, whose numbers hold 53 bits.
/// </summary>
public sealed class PocketBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A number of zero or more.</summary>
    public void Number(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        for (; number > 127; number >>= 7) Byte(number | 128);
        Byte(number);
    }

    /// <summary>A number that may be less than zero; near to zero it is short on both sides.</summary>
    public void Difference(long number) => Number(number << 1 ^ number >> 63);

    /// <summary>Each number in turn, with how many there are before them.</summary>
    public void Numbers(IReadOnlyCollection<int> numbers)
    {
        Number(numbers.Count);
        foreach (var number in numbers) Number(number);
    }

    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(bytes.Length);
        Raw(bytes);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public int Length => _bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Byte(long low)
    {
        _bytes.GetSpan(1)[0] = (byte)low;
        _bytes.Advance(1);
    }
}
