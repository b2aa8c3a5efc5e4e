using System.Text.Json;

namespace Amparo.Publication;

/// <summary>One pack as it can be fetched now.</summary>
/// <param name="Id">Of its manifest.</param>
/// <param name="File">Hexadecimal SHA-256 of the file; also its name in the folder, with <c>.br</c> behind it for the body packed by Brotli.</param>
/// <param name="FileSize">Bytes of the file, which is packed by gzip.</param>
/// <param name="BrotliSize">Bytes of the body as browsers fetch it that take Brotli; null where it is not packed so, as at a hub.</param>
/// <param name="PageSize">Bytes of the page that opens from the file system, as it lies on a phone; null where there is none.</param>
/// <param name="Inputs">What it was made from; the same inputs are not made again.</param>
/// <param name="Days">By day (UTC) the file that was current at its end: of these there are deltas.</param>
public sealed record PackRow(
    string Name, IReadOnlyList<string> Countries, string Language, string Id, long Edition, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, int Entries,
    string File, long FileSize, long? BrotliSize, long? PageSize, string Inputs, IReadOnlyDictionary<DateOnly, PackOfDay> Days);

public sealed record PackOfDay(string Id, string File);

/// <summary>All packs of this moment, by name.</summary>
public sealed record PackCatalogue(IReadOnlyDictionary<string, PackRow> Packs)
{
    public static PackCatalogue Empty { get; } = new(new SortedDictionary<string, PackRow>(StringComparer.Ordinal));

    public PackRow? this[string name] => Packs.GetValueOrDefault(name);

    internal PackCatalogue With(PackRow row) => new(new SortedDictionary<string, PackRow>(Packs.ToDictionary(), StringComparer.Ordinal) { [row.Name] = row });

    internal PackCatalogue Without(Func<PackRow, bool> leaves) => new(new SortedDictionary<string, PackRow>(Packs.Where(p => !leaves(p.Value)).ToDictionary(), StringComparer.Ordinal));

    internal static PackCatalogue Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<PackCatalogue>(System.IO.File.ReadAllBytes(path)) ?? Empty;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException or NotSupportedException)
        {
            return Empty; // they are made anew
        }
    }
}
