using System.Buffers.Text;
using System.Security.Cryptography;

namespace Amparo.Places.Asking;

/// <summary>
/// The link of a question: its identifier, and a mac over it and the day on which it ends. It lies in no table, so whoever reads
/// the database cannot answer for a place; and whoever can change the day makes the link void.
/// </summary>
internal sealed class AskLinks(ServerKey key, Letters letters)
{
    private const int MacBytes = 12;
    private readonly Lazy<byte[]> _key = new(() => key.For("places-ask-link"));

    public string Of(Ask ask) => Base64Url.EncodeToString([.. ask.Id.ToByteArray(bigEndian: true), .. Mac(ask)]);

    /// <summary>Where it leads, on the readers' side, in the language of the question.</summary>
    public string AddressOf(Ask ask) => $"{letters.Site}/{ask.Language}/ask/{Of(ask)}";

    /// <summary>Which question a link names; whether it is right <see cref="IsRight"/> says.</summary>
    public static Guid? IdIn(string link) => Read(link) is { } bytes ? new Guid(bytes.AsSpan(0, 16), bigEndian: true) : null;

    public bool IsRight(Ask ask, string link) => Read(link) is { } bytes && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(16), Mac(ask));

    private ReadOnlySpan<byte> Mac(Ask ask) =>
        HMACSHA256.HashData(_key.Value, (byte[])[.. ask.Id.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(Instants.ToStored(ask.EndsAt))]).AsSpan(0, MacBytes);

    private static byte[]? Read(string link)
    {
        if (link.Length is < 30 or > 60 || !Base64Url.IsValid(link)) return null;
        var bytes = Base64Url.DecodeFromChars(link);
        return bytes.Length == 16 + MacBytes ? bytes : null;
    }
}
