namespace Amparo.Public.Conversation;

/// <summary>
/// What a conversation has said so far. It lives in memory, ten minutes after the last message at the longest, and holds nothing of
/// who asks.
/// </summary>
internal sealed class Visit(string language)
{
    public string Language { get; private set; } = language;

    /// <summary>She named her language: what she writes no longer changes it.</summary>
    public bool HasChosenLanguage { get; private set; }

    /// <summary>What is sought; a town that comes later is a town for this.</summary>
    public Need? Need { get; set; }
    public GazetteerPlace? Place { get; set; }

    /// <summary>Towns of one name, of which 1, 2 or 3 chooses.</summary>
    public IReadOnlyList<GazetteerPlace> Choices { get; set; } = [];

    /// <summary>The last question, so that it can be answered once more in another language.</summary>
    public string? LastText { get; set; }

    /// <summary>The answer that is being leafed through, and how many of its entries were shown.</summary>
    public Answer? Answer { get; set; }
    public int Shown { get; set; }

    public void Speak(string language)
    {
        if (!HasChosenLanguage) Language = language;
    }

    public void Choose(string language) => (Language, HasChosenLanguage) = (language, true);
}

/// <summary>What somebody looks for, apart from where.</summary>
/// <param name="Text">As it was typed, at most 200 letters.</param>
/// <param name="Kinds">Codes of kinds, the likeliest first.</param>
/// <param name="Nationality">Whose consulate; null where nobody said.</param>
/// <param name="NamesPlace">The text names a town too: for another town it cannot be asked again as it stands.</param>
internal sealed record Need(string Text, IReadOnlyList<string> Kinds, bool HasTwoMeanings, string? Nationality, bool NamesPlace);
