using System.Globalization;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>
/// How often a pack was downloaded on a day. Counted in memory, by name and day and nothing else, and added to a file of totals
/// now and then: no address, no browser, no hour, so that nobody can be found in it, and nobody can be made to say who it was.
/// </summary>
internal sealed class DownloadCounts(PackStore store, TimeProvider clock) : IDisposable
{
    /// <summary>A smaller figure is not said.</summary>
    public const int Least = 11;

    private const int DaysKept = 400;
    private readonly Lock _turning = new();
    private static readonly TimeSpan SaveEvery = TimeSpan.FromHours(1);
    private Dictionary<(DateOnly Day, string Pack), long> _fresh = [];
    private DateTimeOffset? _savedAt;

    private string Path => System.IO.Path.Combine(store.Folder, "downloads.tsv");

    public void Add(string pack)
    {
        var now = clock.GetUtcNow();
        var key = (DateOnly.FromDateTime(now.UtcDateTime), pack);
        lock (_turning)
        {
            _fresh[key] = _fresh.GetValueOrDefault(key) + 1;
            if (now < (_savedAt ??= now) + SaveEvery) return;
            _savedAt = now;
        }
        Save();
    }

    /// <summary>Adds what is in memory to the totals on the disk.</summary>
    public void Save()
    {
        lock (_turning)
        {
            if (_fresh.Count == 0) return;
            var all = Read();
            foreach (var (key, count) in _fresh) all[key] = all.GetValueOrDefault(key) + count;
            var oldest = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysKept);
            var text = string.Concat(all.Where(a => a.Key.Day >= oldest).OrderBy(a => a.Key.Day).ThenBy(a => a.Key.Pack, StringComparer.Ordinal).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Key.Day:yyyy-MM-dd}\t{a.Key.Pack}\t{a.Value}\n")));
            Directory.CreateDirectory(store.Folder);
            File.WriteAllText(Path + ".new", text);
            File.Move(Path + ".new", Path, overwrite: true);
            _fresh = [];
        }
    }

    /// <summary>The last thirty whole days by pack, those alone that are not too few to say; no sum of them, out of which the others could be reckoned.</summary>
    public IReadOnlyDictionary<string, long> LastThirtyDays()
    {
        lock (_turning)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var days = Read();
            foreach (var (key, count) in _fresh) days[key] = days.GetValueOrDefault(key) + count;
            return days.Where(d => d.Key.Day < today && d.Key.Day >= today.AddDays(-30)).GroupBy(d => d.Key.Pack).Select(g => (g.Key, Sum: g.Sum(d => d.Value))).Where(g => g.Sum >= Least).ToDictionary(g => g.Key, g => g.Sum);
        }
    }

    private Dictionary<(DateOnly Day, string Pack), long> Read()
    {
        var all = new Dictionary<(DateOnly, string), long>();
        if (!File.Exists(Path)) return all;
        foreach (var line in File.ReadLines(Path))
            if (line.Split('\t') is [var day, var pack, var count] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                all[(on, pack)] = number;
        return all;
    }

    public void Dispose() => Save();
}
