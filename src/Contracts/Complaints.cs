using System.Text.Json.Serialization;

namespace Amparo.Contracts.Safeguarding;

/// <summary>
/// The one door by which the readers' side hands on what somebody says of those who work here. It only takes: nothing that was
/// said comes back through it, and what it takes is sealed before anything is written.
/// </summary>
public interface IComplaints
{
    /// <summary>Takes it, once: the same key with the same words again changes nothing.</summary>
    /// <param name="key">Made with the form, 20 to 64 characters; it is not kept.</param>
    /// <exception cref="Amparo.Kernel.InboxConflict">The key came before with other words.</exception>
    Task Put(SaidComplaint said, string key, CancellationToken stop);

    /// <summary>Adds to what was said before, for who holds its code; as often as <see cref="ComplaintLimits.MostBack"/>.</summary>
    /// <returns>False where nothing under this code takes more words: it is closed, full, or nobody gave the code out.</returns>
    /// <exception cref="Amparo.Kernel.InboxConflict">The key came before with other words.</exception>
    Task<bool> WriteBack(string code, string key, string words, CancellationToken stop);
}

/// <summary>Names who reads complaints first: everybody after her is confirmed by somebody who reads already.</summary>
public interface IFirstReader
{
    /// <exception cref="Amparo.Kernel.RuleBroken">Somebody can read already; or there is no such account, or it has not begun.</exception>
    Task Name(string email, CancellationToken stop);
}

/// <param name="Code">The receipt code: it is used at once and not kept.</param>
/// <param name="Words">At most 3,000 characters.</param>
/// <param name="Where">At most 300 characters; empty where nothing was written.</param>
/// <param name="Language">One of the readers' languages.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where nobody said.</param>
/// <param name="Place">The entry from whose page it came.</param>
/// <param name="PlaceName">As readers know it: who reads the complaint sees no directory.</param>
/// <param name="Organisations">Who runs what it names: nobody of them shall read it.</param>
/// <param name="IsAboutReader">It is about somebody who reads such things.</param>
public sealed record SaidComplaint(string Code, string Words, string Where, string Language, string? Country, Guid? Place, string? PlaceName, IReadOnlyList<Guid> Organisations, bool IsAboutReader);

public static class ComplaintLimits
{
    public const int LongestWords = 3000;
    public const int LongestWhere = 300;
    public const int LongestBack = 1000;

    /// <summary>How often somebody may write back under one code.</summary>
    public const int MostBack = 10;
}

/// <summary>What became of a complaint, as who holds its code sees it. Nobody else can find or open it.</summary>
/// <param name="Code">The name that follows from the code (<c>PaperCodes</c>).</param>
/// <param name="State"><c>received</c>, <c>checked</c> or <c>changed</c>.</param>
/// <param name="On">The day of it.</param>
/// <param name="MayWrite">Whether words are still taken under the code.</param>
/// <param name="Answers">Each sealed under the key that follows from the code, bound to <c>safeguarding_message|NAME|NUMBER</c>.</param>
public sealed record SealedReply(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("on")] DateOnly On,
    [property: JsonPropertyName("mayWrite")] bool MayWrite,
    [property: JsonPropertyName("answers")] IReadOnlyList<SealedAnswer> Answers)
{
    /// <summary>The purpose of the codes (<c>PaperCodes</c>).</summary>
    public const string Purpose = "complaint";

    /// <summary>What an answer is bound to, but for the name of the code and its number.</summary>
    public const string Bound = "safeguarding_message";
}

/// <param name="Number">Of the message under this code, from 1; what the person wrote counts too.</param>
/// <param name="Box">Ciphertext.</param>
public sealed record SealedAnswer([property: JsonPropertyName("n")] int Number, [property: JsonPropertyName("box")] byte[] Box);
