using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>A shard of places with what finds one: identifiers in order, and a hash of each slug.</summary>
internal sealed class PlaceShard
{
    private readonly ShardFile _file;

    private PlaceShard(ShardFile file, Guid[] ids, ulong[] slugs) => (_file, Ids, Slugs) = (file, ids, slugs);

    public EditionFile Described => _file.Described;
    public Guid[] Ids { get; }
    public ulong[] Slugs { get; }

    /// <exception cref="EditionDamaged">A record is unreadable, out of order, or of another shard.</exception>
    public static PlaceShard Open(EditionStore store, EditionFile described)
    {
        var (ids, slugs, at) = (new Guid[described.Records], new ulong[described.Records], 0);
        var file = ShardFile.Open(store, described, line =>
        {
            (ids[at], slugs[at]) = Keys(line, described);
            if (Shards.Of(ids[at]) != described.Shard || (at > 0 && ids[at].CompareTo(ids[at - 1]) <= 0)) throw new EditionDamaged($"The file {described.Name} holds a record that does not belong there.");
            at++;
        });
        return new(file, ids, slugs);
    }

    public PublicPlace Read(int line) => _file.Read<PublicPlace>(line);

    public static ulong HashOf(string slug)
    {
        Span<byte> text = stackalloc byte[512];
        return slug.Length <= 170 && Encoding.UTF8.TryGetBytes(slug, text, out var length) ? HashOf(text[..length]) : 0;
    }

    /// <summary>The same out of a veil's code, which is the beginning of the same hash; zero, which no slug has, where it is none.</summary>
    public static ulong HashOfCode(string code) => code.Length >= 16 && ulong.TryParse(code.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : 0;

    private static ulong HashOf(ReadOnlySpan<byte> slug)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(slug, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static (Guid, ulong) Keys(ReadOnlySpan<byte> line, EditionFile described)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var (id, slug) = ((Guid?)null, (ulong?)null);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName && (id is null || slug is null))
            {
                var (isId, isSlug) = (json.ValueTextEquals("id"u8), json.ValueTextEquals("slug"u8));
                json.Read();
                if (isId) id = json.GetGuid();
                else if (isSlug) slug = HashOf(json.GetString()!);
                else json.Skip();
            }
            if (id is { } i && slug is { } s) return (i, s);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new EditionDamaged($"The file {described.Name} holds a record that cannot be read.");
        }
        throw new EditionDamaged($"The file {described.Name} holds a record without identifier or slug.");
    }
}
