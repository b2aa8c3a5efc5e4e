using System.Numerics;
using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// The key pair to which machines elsewhere seal what people hand them for this server. The private half follows from the
/// server's own key and lies in no file of its own: several servers of one database open the same letters, and the copy of
/// that one key is enough after a restore.
/// </summary>
public sealed class InboxKey(ServerKey server)
{
    private static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    private readonly Lazy<(byte[] Private, string Public)> _pair = new(() => Make(server));

    /// <summary>Base64 of the SubjectPublicKeyInfo, P-256.</summary>
    public string Public => _pair.Value.Public;

    /// <returns>Null where it was sealed for another server or purpose, or was changed.</returns>
    public byte[]? Open(string bound, ReadOnlySpan<byte> box) => SealedFor.Open(_pair.Value.Private, bound, box);

    private static (byte[], string) Make(ServerKey server)
    {
        // Twice as long as the order: what is left over by the division can then be told by nobody.
        byte[] wide = [.. server.For("inbox-key|1"), .. server.For("inbox-key|2")];
        var number = (new BigInteger(wide, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var d = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        using var pair = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. new byte[32 - d.Length], .. d] });
        CryptographicOperations.ZeroMemory(wide);
        return (pair.ExportPkcs8PrivateKey(), Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()));
    }
}
