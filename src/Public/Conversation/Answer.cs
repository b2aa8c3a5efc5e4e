namespace Amparo.Public.Conversation;

/// <summary>One thing that an answer says, in one or several ways: the fullest first.</summary>
/// <param name="Weight">Zero must be said; of the others those with the highest number are left out first.</param>
internal sealed record Line(int Weight, params IReadOnlyList<string> Ways)
{
    public const int Must = 0, Wanted = 1, Useful = 2, Spare = 3;
}

/// <summary>
/// What is answered, before anybody knows by which channel. A renderer takes as many entries as it has room for; the others are its
/// next pages, each of which can be read alone: what stands before and after is said again.
/// </summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Entries">Best first.</param>
/// <param name="Together">So many of the first entries stand in one message: two meanings of a word, of which neither is the right one.</param>
/// <param name="More">How to ask for the entries that are left; said only while some are.</param>
internal sealed record Answer(string Language, IReadOnlyList<Line> Before, IReadOnlyList<Line> Entries, Line? More, IReadOnlyList<Line> After, int Together = 1);
