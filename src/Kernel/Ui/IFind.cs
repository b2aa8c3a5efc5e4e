namespace Amparo.Kernel;

/// <summary>What the search over the whole console finds. Each module looks among its own records, and only where this person may.</summary>
public interface IFind
{
    /// <param name="text">What was typed: trimmed, 2 to 100 characters.</param>
    /// <param name="most">How many records are shown at most.</param>
    Task<IReadOnlyList<Found>> For(CurrentUser user, string text, int most, CancellationToken stop);
}

/// <param name="KindKey">The words for what kind of record it is: the heading it stands under.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">What tells it from another of the same name; null where nothing may.</param>
/// <param name="Path">Where it is opened.</param>
public sealed record Found(string KindKey, string Title, string? Detail, string Path);
