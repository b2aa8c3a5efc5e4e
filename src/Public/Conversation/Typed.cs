using System.Text;

namespace Amparo.Public.Conversation;

/// <summary>A message as it was typed, made safe to read: no control signs, no halves of letters, no more than ten parts.</summary>
internal sealed class Typed
{
    /// <summary>Ten parts of an SMS.</summary>
    public const int Longest = 1600;

    /// <summary>What the search reads of it.</summary>
    private const int LongestQuestion = 200;

    public Typed(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in (text.Length > Longest ? text[..Longest] : text).EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else clean.Append(rune.ToString());
        }
        Text = clean.ToString().Trim();
        Folded = FoldedText.Fold(Text);
        Words = Folded.Length == 0 ? [] : Folded.Split(' ');
    }

    public string Text { get; }
    public string Folded { get; }
    public IReadOnlyList<string> Words { get; }

    public string Question => Text.Length <= LongestQuestion ? Text : Text[..LongestQuestion];

    /// <summary>Nothing in it that anybody could read: empty, or signs and pictures only.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>Written in letters that none of our languages has.</summary>
    public bool IsOfAnotherScript => Words.Count > 0 && !Folded.Any(char.IsAsciiLetterOrDigit);
}
