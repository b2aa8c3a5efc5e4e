namespace Amparo.Publication;

/// <summary>Reads numbers of <c>PocketBytes</c> from a file that may be damaged.</summary>
/// <exception cref="InvalidDataException">Each of its methods: the file holds no such thing here.</exception>
internal sealed class PocketReading(byte[] bytes, int at)
{
    public int At { get; private set; } = at <= bytes.Length ? at : throw new InvalidDataException();

    public int Left => bytes.Length - At;

    public int Number()
    {
        var number = 0L;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (Left == 0) throw new InvalidDataException();
            var one = bytes[At++];
            number |= (long)(one & 127) << shift;
            if (one < 128) return number <= int.MaxValue ? (int)number : throw new InvalidDataException();
        }
        throw new InvalidDataException();
    }

    public int[] Numbers(int count)
    {
        if (count > Left) throw new InvalidDataException();
        var numbers = new int[count];
        for (var i = 0; i < count; i++) numbers[i] = Number();
        return numbers;
    }

    public void Skip(int count) => MoveTo(count <= Left ? At + count : throw new InvalidDataException());

    public void MoveTo(int place) => At = place >= At && place <= bytes.Length ? place : throw new InvalidDataException();
}
