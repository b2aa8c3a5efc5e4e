using System.Security.Cryptography;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Writes the search of some entries as a file that a phone asks without network, with the same answers as
/// <see cref="SearchIndex"/> gives over these entries and the places of these countries. The format stands in the README.
/// </summary>
public sealed class PocketIndex(Gazetteer gazetteer) : IPocketIndex
{
    /// <summary>What the file begins with, and the version of its format.</summary>
    internal static readonly byte[] Mark = [(byte)'A', (byte)'M', (byte)'P', (byte)'I', 2];

    private readonly Lazy<string> _recipe = new(() =>
    {
        var towns = new PocketBytes();
        PocketGazetteer.Write(towns, gazetteer);
        return $"index {Mark[^1]} {PocketVocabulary.IdOf(gazetteer)} {Convert.ToHexStringLower(SHA256.HashData(towns.ToArray()))[..16]}";
    });

    /// <summary>Changes when the same entries would give another file.</summary>
    public string Recipe => _recipe.Value;

    /// <summary>
    /// The same bytes for the same entries in the same order, on a machine with the same table of time zones. Nothing is in them
    /// that the entries do not publish. An answer names an entry by its position here, so that no identifier need travel.
    /// </summary>
    /// <param name="places">Such as are alike (of one kind, of one town) beside one another: the file is then smaller.</param>
    /// <param name="countries">ISO 3166-1 alpha-2; whose towns are understood. None: no town is, and the file is small.</param>
    public byte[] Write(IReadOnlyList<PublicPlace> places, IReadOnlyCollection<string> countries)
    {
        var (hours, known) = (new PocketHoursTable(), new HoursTable());
        Row[] rows = [.. places.Select(p => Row.Of(p, known, gazetteer, Vocabulary.Current))];
        int[] hoursOf = [.. places.Select(hours.NumberOf)];

        var into = new PocketBytes();
        into.Raw(Mark);
        into.Raw(Convert.FromHexString(PocketVocabulary.IdOf(gazetteer)));
        Behind(into, hours.WriteTo);
        Behind(into, rowsInto => PocketRows.Write(rowsInto, rows, hoursOf));
        PocketWords.Write(into, rows);
        PocketGazetteer.Write(into, gazetteer.Only(countries));
        return into.ToArray();
    }

    // Behind its length: who moves entries (PocketMoves) finds the next piece without reading this one.
    private static void Behind(PocketBytes into, Action<PocketBytes> write)
    {
        var piece = new PocketBytes();
        write(piece);
        into.Number(piece.Length);
        into.Raw(piece.Written);
    }
}
