using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>The places of an edition, numbered from 0 in the order of their identifiers.</summary>
internal interface IEntries
{
    int Count { get; }

    PublicPlace At(int ordinal);

    Guid IdAt(int ordinal);

    /// <summary>Minus one where there is none.</summary>
    int OrdinalOf(Guid id);

    /// <summary>Minus one where there is none.</summary>
    int OrdinalOf(string slug);

    /// <summary>By the hash of a slug (<c>PlaceShard.HashOf</c>); minus one where there is none.</summary>
    int OrdinalOfHash(ulong slug);
}

/// <summary>Places that were handed over, for tests and small sets.</summary>
internal sealed class EntriesInMemory : IEntries
{
    private readonly PublicPlace[] _places;
    private readonly Dictionary<string, int> _bySlug = [];
    private readonly Dictionary<Guid, int> _byId = [];
    private readonly Dictionary<ulong, int> _byHash = [];

    public EntriesInMemory(IEnumerable<PublicPlace> places)
    {
        _places = [.. places.OrderBy(p => p.Id)];
        for (var i = 0; i < _places.Length; i++)
        {
            _bySlug.Add(_places[i].Slug, i);
            _byId.Add(_places[i].Id, i);
            _byHash.TryAdd(PlaceShard.HashOf(_places[i].Slug), i);
        }
    }

    public int Count => _places.Length;

    public PublicPlace At(int ordinal) => _places[ordinal];

    public Guid IdAt(int ordinal) => _places[ordinal].Id;

    public int OrdinalOf(Guid id) => _byId.GetValueOrDefault(id, -1);

    public int OrdinalOf(string slug) => _bySlug.GetValueOrDefault(slug, -1);

    public int OrdinalOfHash(ulong slug) => _byHash.GetValueOrDefault(slug, -1);
}
