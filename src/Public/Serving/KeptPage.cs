using Amparo.Publication;

namespace Amparo.Public.Serving;

/// <summary>A rendered page in one packing, ready to be sent.</summary>
internal sealed record KeptPage(byte[] Body, PackedAs Form, string Type, string? ETag, string Policy, string ReferrerPolicy, string CacheControl, DateTimeOffset GoodUntil, EditionInfo Edition, int Status)
{
    /// <summary>What it takes in memory, headers and key included, as good as one can say.</summary>
    public long Size(string key) => Body.Length + 2L * key.Length + 512;

    public bool HoldsFor(EditionInfo edition, DateTimeOffset now) => now < GoodUntil && ReferenceEquals(edition, Edition);
}
