using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;

namespace Amparo.Kernel;

/// <summary>
/// A table of the console as its address says it: what is looked for, in which order, which page. The page, its file and a link
/// that is sent to a colleague mean the same rows. Nothing that names a person may be among its filters: an address stays in
/// histories and logs.
/// </summary>
public sealed partial class ConsoleTable
{
    public const int PageSize = 50;

    /// <summary>How many rows a file holds at most.</summary>
    public const int MostInFile = 100_000;

    // Whoever would turn more pages filters instead; a page costs what lies before it.
    private const int LastPage = 200;

    private readonly string _path;
    private readonly IReadOnlyList<string> _sorts;
    private readonly IReadOnlyList<(string Name, string? Value)> _filters;

    /// <param name="path">Of its page.</param>
    /// <param name="sorts">The columns by which it can be ordered; a minus before one: from the end, as newest first. The first is its order where nothing else is asked.</param>
    /// <param name="filters">Its filters as the page understood them, by the names that they have in the address.</param>
    public ConsoleTable(HttpRequest request, string path, IReadOnlyList<string> sorts, params IReadOnlyList<(string Name, string? Value)> filters)
    {
        (_path, _sorts, _filters) = (path, sorts, filters);
        var said = request.Query["sort"].ToString();
        Sort = sorts.Any(s => Bare(s) == Bare(said)) ? said : sorts[0];
        Number = int.TryParse(request.Query["page"], out var number) ? Math.Clamp(number, 1, LastPage) : 1;
    }

    /// <summary>The order as the address says it.</summary>
    public string Sort { get; }
    public string Column => Bare(Sort);
    public bool IsDown => Sort.StartsWith('-');
    public int Number { get; }
    public bool HasMore { get; private set; }

    /// <summary>Its rows were looked for by something that stands in no address: no link leads to them in another order, nor to their file.</summary>
    public bool IsFixed { get; init; }

    public bool IsFiltered => _filters.Any(f => !string.IsNullOrEmpty(f.Value));

    public IOrderedQueryable<T> By<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key) => IsDown ? rows.OrderByDescending(key) : rows.OrderBy(key);
    public IOrderedQueryable<T> ThenBy<T, TKey>(IOrderedQueryable<T> rows, Expression<Func<T, TKey>> key) => IsDown ? rows.ThenByDescending(key) : rows.ThenBy(key);

    /// <summary>The rows of this page. <see cref="HasMore"/> says afterwards whether another one follows.</summary>
    public async Task<IReadOnlyList<T>> Page<T>(IQueryable<T> ordered, CancellationToken stop)
    {
        var found = await ordered.Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        HasMore = found.Count > PageSize && Number < LastPage;
        return [.. found.Take(PageSize)];
    }

    /// <summary>The same question elsewhere, in another order, at another page, or with something besides.</summary>
    public string Link(string? path = null, string? sort = null, int number = 1, (string Name, string Value)? more = null)
    {
        var parts = _filters.Append(("sort", (sort ?? Sort) == _sorts[0] ? null : sort ?? Sort)).Append(("page", number > 1 ? $"{number}" : null)).Append((more?.Name ?? "", more?.Value));
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return (path ?? _path) + (query.Length == 0 ? "" : "?" + query);
    }

    private static string Bare(string sort) => sort.TrimStart('-');
}
