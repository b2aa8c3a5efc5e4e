namespace Amparo.Protection.People.Matching;

/// <summary>How like two names are. In this order: a later one is the surer.</summary>
internal enum Likeness { Different, OneSlip, Nickname, SameSound, Same }

/// <summary>One word of a name made ready to be compared many times.</summary>
internal sealed class HeardName
{
    // A slip in a short name makes another name of it: Gómez and Gámez, Rivas and Rivera.
    private const int ShortestWithSlip = 6;

    private readonly IReadOnlyList<string> _full;

    public HeardName(string word)
    {
        Text = FoldedText.Fold(word);
        Sounds = SpanishSound.Of(Text.Replace(" ", "", StringComparison.Ordinal));
        Keys = SpanishKey.From(Sounds);
        _full = Nicknames.FullNamesOf(Text);
    }

    public string Text { get; }
    public IReadOnlyList<string> Sounds { get; }
    public IReadOnlyList<string> Keys { get; }

    public static Likeness Between(HeardName a, HeardName b)
    {
        if (a.Text == b.Text) return Likeness.Same;
        if (Share(a.Sounds, b.Sounds)) return Likeness.SameSound;
        if (a._full.Contains(b.Text) || b._full.Contains(a.Text) || Share(a._full, b._full)) return Likeness.Nickname;
        return IsSlip(a.Text, b.Text) ? Likeness.OneSlip : Likeness.Different;
    }

    // Daniel and Daniela, Mario and María are a brother and a sister, and no slip of the hand.
    private static bool IsSlip(string a, string b) => Math.Min(a.Length, b.Length) >= ShortestWithSlip && OneMistake.Between(a, b) && Stem(a) != Stem(b);

    private static string Stem(string text) => text[^1] is 'a' or 'o' ? text[..^1] : text;

    private static bool Share(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < a.Count; i++) for (var j = 0; j < b.Count; j++) if (a[i] == b[j]) return true;
        return false;
    }
}
