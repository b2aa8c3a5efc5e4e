using System.Security.Cryptography;

namespace Amparo.Kernel;

/// <summary>
/// The 256 drawers into which an edition is sorted. A drawer depends on the identifier alone: if it depended on the other
/// records, a confidential one could be seen by the way it moves its neighbours.
/// </summary>
public static class Shards
{
    public const int Count = 256;

    public static int Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        SHA256.HashData(bytes, hash);
        return hash[0];
    }
}
