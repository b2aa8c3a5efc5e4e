namespace Amparo.Kernel;

/// <summary>Writes the words of one purpose's messages, a moment before they leave.</summary>
public interface IMessageWriter
{
    /// <summary>What <see cref="OutgoingMessage.Purpose"/> says.</summary>
    string Purpose { get; }

    /// <summary>It answers somebody who wrote a moment ago, and so leaves at any hour.</summary>
    bool IsAnswer => false;

    /// <returns>Null where it is no longer wanted: it is then dropped.</returns>
    Task<WrittenMessage?> Write(OutgoingMessage message, CancellationToken stop);
}

/// <param name="Text">All of an SMS, or the text of a letter.</param>
/// <param name="Subject">Of a letter.</param>
/// <param name="Html">Of a letter.</param>
public sealed record WrittenMessage(string Text, string? Subject = null, string? Html = null);

/// <summary>How handing a message over ended.</summary>
public enum HandedOver
{
    Accepted,

    /// <summary>It surely did not leave, and may later.</summary>
    TryAgain,

    /// <summary>It did not leave and never will.</summary>
    Refused,

    /// <summary>Nobody can say whether it left.</summary>
    Unclear,
}

/// <param name="Id">The other side's own name for it.</param>
public readonly record struct HandOver(HandedOver Outcome, string? Id = null);
