namespace Amparo.Kernel;

/// <summary>Answers by SMS whoever writes without having been asked. It is told no number and nothing that leads to one, and keeps nothing longer than ten minutes.</summary>
public interface ISmsConversation
{
    /// <param name="who">What <see cref="SmsVisitors"/> calls the number in this process.</param>
    /// <param name="country">Of the number, ISO 3166-1 alpha-2: a guess at where somebody is, and no more; null where it says nothing.</param>
    /// <param name="text">As it came: any length, any signs.</param>
    /// <returns>What to send, in two parts at the most; null where nothing is to be sent.</returns>
    string? Answer(string who, string? country, string text);

    /// <summary>Nothing more is sent, and nothing of what was said is kept.</summary>
    void Forget(string who);

    /// <summary>A conversation that nobody has: from its beginning, with a memory of its own, for trying out.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>, in which it begins.</param>
    IReadOnlyList<SmsTurn> Rehearse(IReadOnlyList<string> messages, string language, string? country);
}

/// <param name="Answered">Null where nothing would be sent.</param>
public sealed record SmsTurn(string Asked, string? Answered)
{
    public SmsLength? Length => Answered is null ? null : SmsLength.Of(Answered);
}
