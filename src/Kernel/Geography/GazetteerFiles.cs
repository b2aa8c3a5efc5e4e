using System.Globalization;

namespace Amparo.Kernel;

/// <summary>The tab-separated files that <c>web/geodata/build.mjs</c> writes.</summary>
internal static class GazetteerFiles
{
    /// <summary>Places of the source, then those added by hand: the numbers of the first do not depend on the second.</summary>
    public static GazetteerPlace[] Places(string folder, out int fromSource)
    {
        var places = new List<GazetteerPlace>(12_000);
        var known = new HashSet<string>().GetAlternateLookup<ReadOnlySpan<char>>();
        ReadPlaces(Path.Combine(folder, "gazetteer.tsv"), places, known);
        fromSource = places.Count;
        ReadPlaces(Path.Combine(folder, "added.tsv"), places, known);
        return [.. places];
    }

    /// <summary>The rows of a small file, each with exactly this many columns.</summary>
    /// <exception cref="InvalidDataException">A row has another number of columns: the folder is not of this version.</exception>
    public static IEnumerable<string[]> Rows(string folder, string file, int columns)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
        {
            var row = line.Split('\t');
            yield return row.Length == columns ? row : throw new InvalidDataException($"{file}: a row has {row.Length} columns in the place of {columns}; run the geography build again");
        }
    }

    private static void ReadPlaces(string path, List<GazetteerPlace> places, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        var text = File.ReadAllText(path);
        Span<Range> cell = stackalloc Range[9];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) continue;
            if (line.Split(cell, '\t') != 8) throw new InvalidDataException($"{Path.GetFileName(path)}: a row has not 8 columns; run the geography build again");
            var point = new GeoPoint(Number(line[cell[5]]), Number(line[cell[6]]));
            places.Add(new(places.Count, line[cell[0]].ToString(), Shared(known, line[cell[1]]), Shared(known, line[cell[2]]), Shared(known, line[cell[3]]),
                line[cell[4]].IsEmpty ? null : Shared(known, line[cell[4]]), point, Shared(known, line[cell[7]])));
        }
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Eight countries, a hundred areas, twenty zones: one string each, not eleven thousand.
    private static string Shared(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, ReadOnlySpan<char> text)
    {
        if (known.TryGetValue(text, out var same)) return same;
        known.Add(text);
        return known.TryGetValue(text, out same) ? same : text.ToString();
    }
}
