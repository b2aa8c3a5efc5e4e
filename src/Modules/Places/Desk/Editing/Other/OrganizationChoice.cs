using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Editing.Other;

/// <summary>An organisation as somebody typed it, found among those that are known: names that are nearly alike are not taken for each other.</summary>
internal static class OrganizationChoice
{
    private const int Most = 12;

    public static async Task<IReadOnlyList<Organization>> Like(Database db, string said, CancellationToken stop)
    {
        var key = FoldedText.Fold(said);
        // Some thousand names at most; their accents are folded here, since the engines do it each in its own way.
        var names = await db.Set<Organization>().AsNoTracking().Select(o => new { o.Id, o.Name }).ToListAsync(stop);
        var ids = names.Select(o => (o.Id, Key: FoldedText.Fold(o.Name))).Where(o => o.Key.Contains(key, StringComparison.Ordinal) || (o.Key.Length > 3 && key.Contains(o.Key, StringComparison.Ordinal)))
            .OrderBy(o => o.Key != key).ThenBy(o => o.Key.Length).ThenBy(o => o.Id).Take(Most).Select(o => o.Id).ToList();
        var found = await db.Set<Organization>().Where(o => ids.Contains(o.Id)).ToListAsync(stop);
        return [.. found.OrderBy(o => ids.IndexOf(o.Id))];
    }

    /// <summary>The one that was chosen, or the one that already runs the place, or the only one of exactly this name; null where somebody must choose.</summary>
    public static Organization? Meant(IReadOnlyList<Organization> matches, string said, Guid? chosen, Guid? current)
    {
        if (matches.FirstOrDefault(o => o.Id == chosen) is { } ticked) return ticked;
        var exact = matches.Where(o => FoldedText.Fold(o.Name) == FoldedText.Fold(said)).ToList();
        return exact.Find(o => o.Id == current) ?? (exact is [var only] ? only : null);
    }
}
