using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>What somebody told a machine that is not the server, as it travels: sealed to the key of the server's inbox, and of few sizes.</summary>
/// <param name="Kind">Whose it is, as <see cref="IInbox.Put"/> takes it.</param>
/// <param name="Key">The form's.</param>
/// <param name="Body">JSON.</param>
public sealed record SpooledLetter(string Kind, string Key, string Body)
{
    /// <summary>The largest that is ever sealed, in bytes before sealing.</summary>
    public const int Largest = 32 * 1024;

    /// <summary>The largest that may arrive.</summary>
    public const int LargestSealed = Largest + 256;

    private const int Smallest = 1024;
    private const string Bound = "amparo-inbox-1";

    /// <exception cref="InboxCannotKeep">It is larger than any form.</exception>
    public byte[] Seal(string publicKey)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(this, CompactJson.Options);
        if (clear.Length > Largest) throw new InboxCannotKeep();
        // The length of a letter would tell a complaint from "the telephone is wrong".
        var padded = new byte[Math.Max(Smallest, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)clear.Length))];
        padded.AsSpan().Fill((byte)' ');
        clear.CopyTo(padded, 0);
        return SealedFor.Key(Convert.FromBase64String(publicKey), Bound, padded);
    }

    /// <returns>Null where it was not sealed for this server, or is no letter.</returns>
    public static SpooledLetter? Open(InboxKey key, ReadOnlySpan<byte> box)
    {
        if (key.Open(Bound, box) is not { } clear) return null;
        try
        {
            return JsonSerializer.Deserialize<SpooledLetter>(clear, CompactJson.Options) is { Kind: not null, Key: not null, Body: not null } letter ? letter : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
