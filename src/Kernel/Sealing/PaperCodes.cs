using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <param name="Name">What is filed under the code is found by it: 64 hexadecimal letters that tell nothing of the code.</param>
/// <param name="Key">What is filed under the code is sealed under it: 32 bytes.</param>
public readonly record struct CodeSecrets(string Name, byte[] Key);

/// <summary>
/// A code that somebody without an account carries on paper. Name and key follow from the code and from a secret of this
/// server: who has the database alone can try no code, and who has both must try each one slowly.
/// </summary>
public sealed class PaperCodes(ServerKey key)
{
    private const int Work = 20_000;

    /// <param name="purpose">Codes of different purposes tell nothing of each other.</param>
    public CodeSecrets Of(string purpose, string code)
    {
        var secrets = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), key.For("paper-code|" + purpose), Work, HashAlgorithmName.SHA512, 64);
        return new(Convert.ToHexStringLower(secrets.AsSpan(0, 32)), secrets[32..]);
    }
}
