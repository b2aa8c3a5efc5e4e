using System.Text.RegularExpressions;
using Amparo.Protection.People.Names;

namespace Amparo.Protection.People.Matching;

/// <summary>Why two records may or may not be of one person, in words and in one order. No percentage: it would be believed.</summary>
internal static partial class Reasons
{
    private const string Begun = "protection.match.", NotKnown = "protection.match.not_known.";

    /// <summary>Every key that can be said.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Enum.GetValues<Finding>().Select(KeyOf), .. Enum.GetValues<Field>().Where(f => f != Field.Document).Select(KeyOf)];

    public static IReadOnlyList<Reason> Of(Match match, Evidence a, Evidence b) =>
    [
        .. match.Found.Where(f => f.Finding is not null || f.Field != Field.Document).Select(f => f.Finding is { } finding
            ? new Reason(KeyOf(finding), Math.Sign(Math.Round(Weights.Of(finding), 1)), Shown(f.Field, a), Shown(f.Field, b))
            : new Reason(KeyOf(f.Field), 0, "", "")),
    ];

    private static string Shown(Field field, Evidence of) => field switch
    {
        Field.Given => string.Join(' ', of.Name.Given) is { Length: > 0 } given ? given : of.Name.Nickname ?? "",
        Field.Surnames => string.Join(' ', of.Name.Surnames),
        Field.Birth => of.Birth is { } birth ? Shown(birth) : "",
        Field.Mother => of.Name.Mother ?? "",
        Field.Origin => of.Origin ?? "",
        Field.Nationality => string.Join(", ", of.Nationalities),
        Field.Document => string.Join(", ", of.Documents),
        _ => of.Sex ?? "",
    };

    private static string Shown(BirthSpan birth) => birth switch
    {
        { Day: not null } => $"{birth.Earliest:yyyy-MM-dd}", { Month: not null } => $"{birth.Earliest:yyyy-MM}", { Year: { } year } => $"{year:0000}", _ => $"{birth.Earliest.Year:0000}–{birth.Latest.Year:0000}",
    };

    private static string KeyOf(Finding finding) => Begun + Snake(finding.ToString());

    private static string KeyOf(Field field) => NotKnown + Snake(field.ToString());

    private static string Snake(string name) => Inner().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Inner();
}
