using System.Diagnostics;
using System.Globalization;
using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Names;

namespace Amparo.Bench;

/// <summary>One file of FEBRL: invented Australians, with copies that were spoilt at random. The truth is in the number of the record.</summary>
internal sealed class Linkage
{
    private readonly List<(string Id, Prepared Record)> _records = [];
    private readonly List<(int A, int B, Match Match)> _pairs = [];
    private int _true, _blocked;
    private double _perSecond;

    // Of the weight of the fields that FEBRL has at all: no record there says a sex, a mother or a nationality.
    private double _asked;

    public static Linkage Of(string path, bool withOrigin)
    {
        Field[] fields = withOrigin ? [Field.Given, Field.Surnames, Field.Birth, Field.Origin] : [Field.Given, Field.Surnames, Field.Birth];
        var run = new Linkage { _asked = fields.Sum(Weights.MostOf) / Enum.GetValues<Field>().Where(f => f != Field.Document).Sum(Weights.MostOf) };
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            run._records.Add((cells[0], new(new Evidence { Name = NameOf(cells[1], cells[2]), Birth = BirthOf(cells[9]), Origin = withOrigin && cells[6].Length > 0 ? cells[6] : null })));
        }
        run._true = run._records.GroupBy(r => Person(r.Id)).Sum(g => g.Count() * (g.Count() - 1) / 2);
        run.Compare();
        return run;
    }

    private void Compare()
    {
        var key = new byte[32];
        var blocks = new Dictionary<(BlockKind, uint), List<int>>();
        for (var i = 0; i < _records.Count; i++)
        {
            foreach (var tag in Blocks.Of(_records[i].Record).Select(b => (b.Kind, BlindTag.Of(key, "team", b))).Distinct())
            {
                if (!blocks.TryGetValue(tag, out var members)) blocks[tag] = members = [];
                members.Add(i);
            }
        }
        var met = new HashSet<(int, int)>();
        foreach (var members in blocks.Values) for (var i = 0; i < members.Count; i++) for (var j = i + 1; j < members.Count; j++) met.Add((members[i], members[j]));
        var compared = Stopwatch.GetTimestamp();
        foreach (var (a, b) in met) _pairs.Add((a, b, Match.Of(_records[a].Record, _records[b].Record)));
        _perSecond = _pairs.Count / Stopwatch.GetElapsedTime(compared).TotalSeconds;
        _blocked = _pairs.Count(p => IsTrue(p.A, p.B));
    }

    /// <summary>The threshold with the best F1.</summary>
    public double Best()
    {
        var tried = Enumerable.Range(0, 100).Select(i => (At: i / 100.0, Counts(i / 100.0).F1)).ToList();
        // Where several are equally good, the middle one.
        var best = tried.Where(t => t.F1 >= tried.Max(x => x.F1) - 1e-9).ToList();
        return best[best.Count / 2].At;
    }

    public IEnumerable<(Finding Finding, double InOne, double InTwo)> Estimated()
    {
        var chance = new Random(1);
        var random = Enumerable.Range(0, 200_000).Select(_ => (A: chance.Next(_records.Count), B: chance.Next(_records.Count))).Where(p => p.A != p.B).Select(p => Match.Of(_records[p.A].Record, _records[p.B].Record)).ToList();
        return Estimate.Of([.. _pairs.Select(p => p.Match)], random);
    }

    public string Told(double least)
    {
        var (precision, recall, f1) = Counts(least);
        return $"F1 {f1:0.000}\tprecision {precision:0.000}\trecall {recall:0.000}\tblocks {(double)_blocked / _true:0.000} of true pairs in {_pairs.Count} pairs\t{_perSecond:0} pairs/s";
    }

    public IEnumerable<string> Misses(double least)
    {
        var met = _pairs.Select(p => (p.A, p.B)).ToHashSet();
        var below = _pairs.Where(p => IsTrue(p.A, p.B) && !Counts(p.Match, least)).GroupBy(p => p.Match.Comparable < Match.LeastComparable * _asked ? "too little known" : string.Join(' ', p.Match.Found.Where(f => f.Finding is { } x && Weights.Of(x) < 1).Select(f => f.Finding))).OrderByDescending(g => g.Count());
        yield return $"no block: {_true - _blocked}";
        foreach (var group in below.Take(12)) yield return $"{group.Count()}: {group.Key}";
        foreach (var group in _pairs.Where(p => !IsTrue(p.A, p.B) && Counts(p.Match, least)).GroupBy(p => string.Join(' ', p.Match.Found.Where(f => f.Finding is { }).Select(f => f.Finding))).OrderByDescending(g => g.Count()).Take(12)) yield return $"false {group.Count()}: {group.Key}";
    }

    private (double Precision, double Recall, double F1) Counts(double least)
    {
        int said = 0, right = 0;
        foreach (var (a, b, match) in _pairs)
        {
            if (!Counts(match, least)) continue;
            said++;
            if (IsTrue(a, b)) right++;
        }
        var (precision, recall) = (said == 0 ? 0 : (double)right / said, (double)right / _true);
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private bool Counts(Match match, double least) => match.Comparable >= Match.LeastComparable * _asked && match.Agreeing >= least;

    private bool IsTrue(int a, int b) => Person(_records[a].Id) == Person(_records[b].Id);

    private static string Person(string id) => id.Split('-')[1];

    private static PersonName NameOf(string given, string surname) => new() { Given = given.Length > 0 ? [given] : [], Surnames = surname.Length > 0 ? [surname] : [] };

    private static BirthSpan? BirthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? BirthSpan.OnDate(date.Year, date.Month, date.Day) : null;
}
