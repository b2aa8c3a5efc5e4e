namespace Amparo.Contracts.Places;

/// <summary>
/// What a place itself answers to "is all of this still true?", behind a link that only it was given. Looking changes nothing:
/// previews of messages open links.
/// </summary>
public interface IPlaceAnswers
{
    /// <param name="link">The last piece of the address.</param>
    Task<AskedPlace> Open(string link, CancellationToken stop);

    /// <summary>Answers, once. What it says is taken only where the link is open; the result is what it was before.</summary>
    Task<AskedPlace> Answer(string link, PlaceAnswer answer, CancellationToken stop);
}

/// <summary>What a link is good for.</summary>
public enum LinkState
{
    /// <summary>It was never made here, or a letter of it was changed.</summary>
    Altered,

    /// <summary>Its days are over, or its entry is not asked about any more.</summary>
    Over,

    /// <summary>It was answered.</summary>
    Used,
    Open,
}

/// <param name="Place">The entry, where the link is open. What may be shown of it is what the edition holds, and nothing else.</param>
public sealed record AskedPlace(LinkState State, Guid? Place);

/// <param name="What">One of <see cref="PlaceAnswers"/>.</param>
/// <param name="Words">What changed; at most 1,000 characters.</param>
/// <param name="CodeHash">What <c>ReportOutcome.Code</c> will be: the receipt code itself stays with who answered.</param>
public sealed record PlaceAnswer(string What, string? Words, string CodeHash);

/// <summary>The three answers, as a link and as an SMS say them.</summary>
public static class PlaceAnswers
{
    public const string AllTrue = "1";
    public const string Changed = "2";
    public const string Closed = "3";

    public static IReadOnlyList<string> All { get; } = [AllTrue, Changed, Closed];
}
