using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// The key of this installation's console, a file apart from the database: a copy of the database alone opens no session,
/// no code secret and no data-protection key. Several servers over one database carry the same file.
/// </summary>
public sealed class ServerKey(DataFolder data)
{
    private readonly Lazy<byte[]> _key = new(() => Open(data));

    /// <summary>A key of 32 bytes for one purpose; keys of different purposes tell nothing of each other.</summary>
    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key.Value, 32, info: Encoding.UTF8.GetBytes("amparo|" + purpose));

    /// <summary>Encrypts for this server (AES-256-GCM). <paramref name="bound"/> says whose it is: moved to another row it does not open.</summary>
    public byte[] Seal(string purpose, string bound, ReadOnlySpan<byte> clear) => SecretBox.Seal(For(purpose), bound, clear);

    /// <exception cref="CryptographicException">It was sealed by another server, for another purpose or owner, or was changed.</exception>
    public byte[] Unseal(string purpose, string bound, ReadOnlySpan<byte> box) =>
        SecretBox.Open(For(purpose), bound, box) ?? throw new CryptographicException("It was not sealed by this server for this, or was changed.");

    private static byte[] Open(DataFolder data)
    {
        var file = Path.Combine(data.Keys, "console");
        if (!File.Exists(file))
        {
            DataFolder.Make(data.Path);
            PrivateFiles.MakeFolder(data.Keys);
            // Of two servers that start at once over a new folder the first one's key stands for both.
            PrivateFiles.WriteOnce(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }
        var key = Convert.FromHexString(File.ReadAllText(file).Trim());
        return key.Length == 32 ? key : throw new CryptographicException($"{file} is not a key of 32 bytes. Bring back its copy.");
    }
}
