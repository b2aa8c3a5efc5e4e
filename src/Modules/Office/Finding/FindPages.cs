namespace Amparo.Office.Finding;

/// <summary>The pages of the console by their own names, those that this person may open.</summary>
internal sealed class FindPages(IEnumerable<Module> modules, Texts texts) : IFind
{
    public Task<IReadOnlyList<Found>> For(CurrentUser user, string text, int most, CancellationToken stop)
    {
        var (w, key) = (texts.In(user.Session!.Language), FoldedText.Fold(text));
        IReadOnlyList<Found> found = [.. modules.SelectMany(m => m.Menu).Where(m => user.Holds(m.Act))
            .Select(m => new Found("office.find.pages", w[m.TextKey], null, m.Path))
            .Where(f => FoldedText.Fold(f.Title).Contains(key, StringComparison.Ordinal)).Take(most)];
        return Task.FromResult(found);
    }
}
