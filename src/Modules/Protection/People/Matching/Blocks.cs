using System.Globalization;

namespace Amparo.Protection.People.Matching;

/// <summary>By what records are brought together to be compared. Each is of two things at least, so that no tag stands for one frequent name.</summary>
internal enum BlockKind
{
    /// <summary>A surname and a given name as they are heard.</summary>
    Names,

    /// <summary>A surname as it is heard, and the year.</summary>
    SurnameYear,
    GivenYear,

    /// <summary>A surname as it is heard, and the municipality: for who has no date, or told another one.</summary>
    SurnameOrigin,
    GivenOrigin,

    /// <summary>The whole date; day and month in one order, since they are swapped.</summary>
    BirthDate,

    /// <summary>The number of a paper.</summary>
    Document,
}

/// <summary>What a tag is made of. It is in the clear: it never leaves the session in which the record is open.</summary>
internal sealed record Block(BlockKind Kind, string Text);

internal static class Blocks
{
    public static IReadOnlyList<Block> Of(Prepared record)
    {
        var given = record.Given.SelectMany(Said).SelectMany(SpanishKey.Of).Distinct().ToList();
        var surnames = record.Surnames.SelectMany(s => s.Keys).Distinct().ToList();
        var years = YearsOf(record.Evidence.Birth).Select(y => y.ToString(CultureInfo.InvariantCulture)).ToList();
        return
        [
            // In one order: a list that was read the wrong way still meets.
            .. surnames.SelectMany(s => given.Select(g => new Block(BlockKind.Names, string.CompareOrdinal(s, g) < 0 ? $"{s}|{g}" : $"{g}|{s}"))).Distinct(),
            .. surnames.SelectMany(s => years.Select(y => new Block(BlockKind.SurnameYear, $"{s}|{y}"))),
            .. given.SelectMany(g => years.Select(y => new Block(BlockKind.GivenYear, $"{g}|{y}"))),
            .. record.Origin is { } origin ? [.. surnames.Select(s => new Block(BlockKind.SurnameOrigin, $"{s}|{origin.Text}")), .. given.Select(g => new Block(BlockKind.GivenOrigin, $"{g}|{origin.Text}"))] : Array.Empty<Block>(),
            .. record.Evidence.Birth is { IsWholeDate: true } birth ? [new Block(BlockKind.BirthDate, $"{birth.Year}|{Math.Min(birth.Month!.Value, birth.Day!.Value)}|{Math.Max(birth.Month.Value, birth.Day.Value)}")] : Array.Empty<Block>(),
            .. record.Documents.Select(d => new Block(BlockKind.Document, d)),
        ];
    }

    // Who is written down as Chepe here and as José there is to meet herself.
    private static IEnumerable<string> Said(HeardName name) => Nicknames.FullNamesOf(name.Text).SelectMany(f => f.Split(' ')).Prepend(name.Text);

    // An age is two years; one that was told roughly is found by the names.
    private static IEnumerable<int> YearsOf(BirthSpan? birth) => birth is null ? [] : Enumerable.Range(birth.Earliest.Year, birth.Latest.Year - birth.Earliest.Year + 1);
}
