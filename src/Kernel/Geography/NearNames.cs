namespace Amparo.Kernel;

/// <summary>
/// Finds names with one typing mistake in one word, or with a space too many or too few. Each name is filed under itself
/// and under itself without one letter; two words with one mistake share such a form.
/// </summary>
internal sealed class NearNames
{
    private const int ShortestName = 6;
    private const int ShortestWord = 4;
    private const int MostLetters = 128;
    private readonly PlaceNames _names;
    private readonly uint[] _forms;
    private readonly int[] _keys;

    public NearNames(PlaceNames names)
    {
        _names = names;
        var (forms, keys, count) = (new uint[names.Count * 16], new int[names.Count * 16], 0);
        Span<char> letters = stackalloc char[MostLetters];
        for (var key = 0; key < names.Count; key++)
        {
            var length = Letters(names.Key(key), letters);
            if (length < ShortestName || names.IsWeak(key)) continue;
            if (count + length >= forms.Length)
            {
                Array.Resize(ref forms, forms.Length * 2);
                Array.Resize(ref keys, keys.Length * 2);
            }
            for (var without = -1; without < length; without++) (forms[count], keys[count++]) = (Form(letters[..length], without), key);
        }
        // Of names that share a form the first of the alphabet comes first: a sort that left this open would be another on a phone.
        var sorted = new ulong[count];
        for (var i = 0; i < count; i++) sorted[i] = (ulong)forms[i] << 32 | (uint)keys[i];
        Array.Sort(sorted);
        (_forms, _keys) = (Array.ConvertAll(sorted, both => (uint)(both >> 32)), Array.ConvertAll(sorted, both => (int)both));
    }

    /// <summary>The key that these words mean, or -1. <paramref name="maySlip"/> tells of a word whether it may be a slip at all.</summary>
    public int Find(ReadOnlySpan<char> words, Func<ReadOnlySpan<char>, bool> maySlip)
    {
        Span<char> letters = stackalloc char[MostLetters];
        var length = Letters(words, letters);
        if (length < ShortestName) return -1;
        for (var without = -1; without < length; without++)
        {
            var form = Form(letters[..length], without);
            for (var at = First(form); at < _forms.Length && _forms[at] == form; at++)
                if (IsOneSlip(words, _names.Key(_keys[at]), maySlip)) return _keys[at];
        }
        return -1;
    }

    private int First(uint form)
    {
        int low = 0, high = _forms.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_forms[middle] < form) low = middle + 1; else high = middle;
        }
        return low;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> said, ReadOnlySpan<char> name, Func<ReadOnlySpan<char>, bool> maySlip)
    {
        var slips = 0;
        ReadOnlySpan<char> left = said, right = name;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            ReadOnlySpan<char> a = Next(ref left), b = Next(ref right);
            if (a.SequenceEqual(b)) continue;
            if (left.IsEmpty != right.IsEmpty || ++slips > 1) return SameButSpaces(said, name, maySlip);
            if (a.Length < ShortestWord || b.Length < ShortestWord || !maySlip(a) || !OneMistake.Between(a, b)) return SameButSpaces(said, name, maySlip);
        }
        return slips == 1 && left.IsEmpty && right.IsEmpty;
    }

    private static bool SameButSpaces(ReadOnlySpan<char> said, ReadOnlySpan<char> name, Func<ReadOnlySpan<char>, bool> maySlip)
    {
        Span<char> a = stackalloc char[MostLetters];
        Span<char> b = stackalloc char[MostLetters];
        var (lengthA, lengthB) = (Letters(said, a), Letters(name, b));
        return lengthA == lengthB && said.Length != name.Length && a[..lengthA].SequenceEqual(b[..lengthB]) && maySlip(said);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> words)
    {
        var end = words.IndexOf(' ');
        var word = end < 0 ? words : words[..end];
        words = end < 0 ? [] : words[(end + 1)..];
        return word;
    }

    private static int Letters(ReadOnlySpan<char> words, Span<char> letters)
    {
        var length = 0;
        foreach (var letter in words) if (letter != ' ' && length < letters.Length) letters[length++] = letter;
        return length;
    }

    private static uint Form(ReadOnlySpan<char> letters, int without)
    {
        var form = 2166136261u;
        for (var i = 0; i < letters.Length; i++) if (i != without) form = (form ^ letters[i]) * 16777619u;
        return form;
    }
}
