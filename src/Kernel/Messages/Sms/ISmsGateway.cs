namespace Amparo.Kernel;

/// <summary>By which an SMS leaves. One door: what stands behind it can be changed without anybody noticing.</summary>
public interface ISmsGateway
{
    /// <summary>It reaches nobody: invented numbers may be written to.</summary>
    bool IsSimulated { get; }

    /// <param name="id">The same for every try of one message: whoever has taken it once does not send it again.</param>
    /// <param name="number">E.164.</param>
    Task<HandOver> Send(Guid id, string number, string text, CancellationToken stop);
}

/// <summary>Takes what people answer by SMS. Each module that writes has one.</summary>
public interface ISmsReplies
{
    /// <summary>
    /// Adds what follows from it to the database, to be saved by the caller, and sets the act. Whoever does not know the number
    /// leaves it alone: nothing of it is kept.
    /// </summary>
    /// <param name="number">E.164. It may be kept sealed, to answer it, and no other way.</param>
    /// <param name="addressHash">See <see cref="Addresses.HashOf"/>.</param>
    /// <returns>Whether it was theirs.</returns>
    Task<bool> Take(string number, string addressHash, string text, CancellationToken stop);
}

/// <summary>Settings under <c>Amparo:Sms</c>.</summary>
public sealed class SmsSettings
{
    /// <summary>Where the gateway takes messages, https. Empty: the simulator.</summary>
    public string? Url { get; init; }

    /// <summary>Shared with the gateway: signs what leaves, and what comes back.</summary>
    public string? Secret { get; init; }

    /// <summary>Shared with flows that ask by <see cref="SmsWebhook.Path"/>; empty: nobody is answered there.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>The gateway promises that the same Idempotency-Key is sent once: what is unclear may then be tried again.</summary>
    public bool KnowsKeys { get; init; }

    /// <summary>What a segment costs, in millionths of <see cref="Currency"/>, until the receipt says better.</summary>
    public long? PriceMicros { get; init; }
    public string Currency { get; init; } = "USD";
}
