using System.Text.Json;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Safeguarding;

/// <summary>All that was said, as it lies sealed. What decides who may not read it lies here too: outside it would say whom a complaint is about.</summary>
/// <param name="ReplyKey">Under which answers are sealed: it follows from the receipt code, which nobody here has.</param>
internal sealed record Told(string Words, string Where, Guid? Place, string? PlaceName, IReadOnlyList<Guid> Organisations, bool IsAboutReader, byte[] ReplyKey)
{
    public static Told Of(SaidComplaint said, IReadOnlyList<Guid> alsoNamed, byte[] replyKey) =>
        new(said.Words, said.Where, said.Place, said.PlaceName, [.. said.Organisations.Concat(alsoNamed).Distinct()], said.IsAboutReader, replyKey);

    public byte[] Seal(Guid complaint, ReadOnlySpan<byte> key) => SecretBox.Seal(key, Bound(complaint), JsonSerializer.SerializeToUtf8Bytes(this));

    public static Told? Open(Complaint complaint, ReadOnlySpan<byte> key) =>
        SecretBox.Open(key, Bound(complaint.Id), complaint.Body) is { } clear ? JsonSerializer.Deserialize<Told>(clear) : null;

    private static string Bound(Guid complaint) => $"safeguarding_complaint|{complaint}|body";
}
