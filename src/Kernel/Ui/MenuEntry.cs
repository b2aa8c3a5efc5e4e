namespace Amparo.Kernel;

/// <summary>One entry of the console's navigation, shown to whoever holds the act.</summary>
/// <param name="TextKey">Its words.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Act">The act that its page requires.</param>
public sealed record MenuEntry(string TextKey, string Path, string Act);

/// <summary>What waits for the person who signed in. Each module adds its queues to the start page through it.</summary>
public interface IWork
{
    /// <summary>The queues that this person may work on, empty ones included. Each counts only what the person's own reach holds.</summary>
    Task<IReadOnlyList<WorkQueue>> For(CurrentUser user, CancellationToken stop);
}

/// <param name="TextKey">Its words, with plural forms and the placeholder <c>{n}</c>.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Oldest">Since when the one that has waited longest waits; null where nothing does.</param>
/// <param name="Path">Where the work is done.</param>
public sealed record WorkQueue(string TextKey, int Count, DateTimeOffset? Oldest, string Path)
{
    /// <summary>Not how much there is, but that something must be done: said in words, where a number would tell too much.</summary>
    public bool IsNotice { get; init; }
}
