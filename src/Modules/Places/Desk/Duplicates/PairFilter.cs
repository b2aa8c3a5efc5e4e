using Amparo.Contracts;
using Amparo.Places.Duplicates;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Duplicates;

internal sealed record Pair(Guid Id, string Reasons, DateTimeOffset At, Guid FirstId, string First, Guid SecondId, string Second, string Country);

/// <summary>Which pairs somebody looks at, all of it in the address.</summary>
internal sealed class PairFilter
{
    public static IReadOnlyList<string> ReasonsKnown { get; } = [DuplicateIndex.SamePhone, DuplicateIndex.SameNameNear, DuplicateIndex.SamePoint, "said"];

    public PairFilter(HttpRequest request)
    {
        string? country = request.Query["country"], reason = request.Query["reason"];
        (Country, Reason) = (RegionCountries.All.Contains(country) ? country : null, ReasonsKnown.Contains(reason) ? reason : null);
        Table = new(request, ListModel.Path, ["since"], ("country", Country), ("reason", Reason));
    }

    public string? Country { get; }
    public string? Reason { get; }
    public ConsoleTable Table { get; }

    public IQueryable<Pair> Of(Database db, CurrentUser who)
    {
        var open = DuplicatesThatWait.Open(db, who).AsNoTracking();
        if (Reason is { } reason) open = open.Where(d => d.Reasons.Contains(reason));
        var pairs = from d in open
                    join first in db.Set<Place>() on d.FirstId equals first.Id
                    join second in db.Set<Place>() on d.SecondId equals second.Id
                    select new { d, first, second };
        if (Country is { } country) pairs = pairs.Where(p => p.first.Country == country);
        return Table.ThenBy(Table.By(pairs, p => p.d.ProposedAt), p => p.d.Id).Select(p => new Pair(p.d.Id, p.d.Reasons, p.d.ProposedAt, p.first.Id, p.first.Name, p.second.Id, p.second.Name, p.first.Country));
    }

    public static string InWords(Words w, string keys) => string.Join(" · ", keys.Split(',').Select(k => w["places.desk.duplicates.reason." + k]));
}
