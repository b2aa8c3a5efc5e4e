using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>What an edition holds of one country.</summary>
/// <param name="Digest">The same content has the same.</param>
/// <param name="Ids">Of its entries, those out of sight for some days among them.</param>
internal sealed record CountryInput(string Digest, IReadOnlyList<Guid> Ids);

/// <summary>
/// What an edition holds of each country. A drawer that did not change is not read again, so that after one changed entry among a
/// hundred thousand one drawer is read and one country's packs are made.
/// </summary>
internal sealed class PackInputs
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, Drawer>> _known = [];

    public IReadOnlyDictionary<string, CountryInput> Of(Edition edition)
    {
        var whole = new SortedDictionary<string, (IncrementalHash Hash, List<Guid> Ids)>(StringComparer.Ordinal);
        (IncrementalHash Hash, List<Guid> Ids) Of(string country)
        {
            if (!whole.TryGetValue(country, out var input)) whole.Add(country, input = (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), []));
            return input;
        }
        foreach (var drawer in Drawers(edition))
            foreach (var (country, held) in drawer)
            {
                Of(country).Hash.AppendData(held.Digest);
                Of(country).Ids.AddRange(held.Ids);
            }
        foreach (var numbers in edition.Numbers) Of(numbers.Country).Hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(numbers, CompactJson.Options));
        foreach (var veil in edition.Veils.OrderBy(v => v.Code, StringComparer.Ordinal)) Of(veil.Country).Hash.AppendData(Encoding.ASCII.GetBytes($"{veil.Code} {veil.Kind} {veil.Until.UtcTicks}"));
        return whole.ToDictionary(c => c.Key, c => new CountryInput(Said(c.Value.Hash), c.Value.Ids));
    }

    private IEnumerable<IReadOnlyDictionary<string, Drawer>> Drawers(Edition edition)
    {
        if (edition.Entries is not StoredEntries stored) return [Read(edition.Places())];
        var drawers = stored.ByShard.OfType<PlaceShard>().ToList();
        foreach (var old in _known.Keys.Except(drawers.Select(d => d.Described.Sha256)).ToList()) _known.Remove(old);
        return [.. drawers.Select(d => _known.TryGetValue(d.Described.Sha256, out var known) ? known : _known[d.Described.Sha256] = Read(Enumerable.Range(0, d.Ids.Length).Select(d.Read)))];
    }

    private static Dictionary<string, Drawer> Read(IEnumerable<PublicPlace> places)
    {
        var hashes = new Dictionary<string, (IncrementalHash Hash, List<Guid> Ids)>();
        foreach (var place in places)
        {
            if (!hashes.TryGetValue(place.Country, out var held)) hashes.Add(place.Country, held = (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), []));
            held.Hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(place, CompactJson.Options));
            held.Ids.Add(place.Id);
        }
        return hashes.ToDictionary(h => h.Key, h => new Drawer(Convert.FromHexString(Said(h.Value.Hash)), h.Value.Ids));
    }

    private static string Said(IncrementalHash hash)
    {
        using (hash) return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record Drawer(byte[] Digest, IReadOnlyList<Guid> Ids);
}
