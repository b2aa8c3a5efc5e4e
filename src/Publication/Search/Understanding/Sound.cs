namespace Amparo.Publication;

/// <summary>
/// A word as it is heard: who writes by ear writes alvergue, ogar, nesesito, bacuna. Letters that sound alike in the
/// region become one, doubled letters become one, a silent h goes.
/// </summary>
internal static class Sound
{
    private const int Longest = 64;

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> heard = stackalloc char[Longest];
        var length = 0;
        for (var i = 0; i < word.Length && length < Longest; i++)
        {
            var letter = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var isSoft = next is 'e' or 'i' or 'y';
            switch (letter)
            {
                case 'h': continue;
                case 'p' when next == 'h': letter = 'f'; i++; break;
                case 'c' when next == 'h': letter = '%'; i++; break;
                case 's' when next == 'h': letter = '%'; i++; break;
                case 's' when next == 'c' && i + 2 < word.Length && word[i + 2] is 'e' or 'i': letter = 's'; i++; break;
                case 'c': letter = isSoft ? 's' : 'k'; break;
                case 'q': letter = 'k'; if (next == 'u') i++; break;
                case 'g' when next == 'u' && i + 2 < word.Length && word[i + 2] is 'e' or 'i': letter = 'g'; i++; break;
                case 'g' when isSoft: letter = 'j'; break;
                case 'v' or 'w': letter = 'b'; break;
                case 'z': letter = 's'; break;
                case 'l' when next == 'l': letter = 'y'; i++; break;
                case 'y' when next == '\0': letter = 'i'; break;
            }
            if (length == 0 || heard[length - 1] != letter) heard[length++] = letter;
        }
        return new(heard[..length]);
    }
}
