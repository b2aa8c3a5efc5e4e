using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Complaints;

/// <summary>Who runs the place, and who runs places that the words name: nobody of them is to read what is said of them.</summary>
internal static class NamedOrganisations
{
    private const int MostNamed = 10, LongestSearch = 200, ShortestName = 6;

    public static IReadOnlyList<Guid> In(Edition edition, string words, string where, PublicPlace? place, string language, DateTimeOffset now)
    {
        var said = $" {FoldedText.Fold(where + " " + words)} ";
        var named = new[] { where, words }.Where(t => t.Length > 2)
            .SelectMany(t => edition.Search(new SearchQuestion { Text = t.Length > LongestSearch ? t[..LongestSearch] : t, Language = language, Now = now, Take = MostNamed }).Hits.Select(h => h.Place))
            .Where(p => FoldedText.Fold(p.Name) is { Length: >= ShortestName } name && said.Contains($" {name} ", StringComparison.Ordinal));
        return [.. named.Append(place).Select(p => p?.OrganizationId).OfType<Guid>().Distinct()];
    }
}
