using System.Globalization;

namespace Amparo.Publication;

/// <summary>
/// Which entries stood in packs that a phone may still hold, by the hash of their address and the last day: out of this, and of
/// nothing else, the list of what is revoked is made. Days only; no pack lasts longer than what is kept here.
/// </summary>
internal sealed class GivenEntries
{
    private const int Days = 32;
    private readonly string _path;
    private readonly Dictionary<string, (DateOnly Entry, DateOnly? Address)> _given = [];
    private bool _isChanged;

    public GivenEntries(string path)
    {
        _path = path;
        if (!File.Exists(path)) return;
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            if (cells.Length == 3 && DateOnly.TryParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                _given[cells[0]] = (day, DateOnly.TryParseExact(cells[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var address) ? address : null);
        }
    }

    /// <param name="name">See <see cref="RevokedList.NameOf"/>.</param>
    public void Add(string name, bool withAddress, DateOnly today)
    {
        var known = _given.GetValueOrDefault(name);
        var now = (Entry: known.Entry > today ? known.Entry : today, Address: withAddress ? today : known.Address);
        if (now == known) return;
        _given[name] = now;
        _isChanged = true;
    }

    /// <summary>What was given and is not there any more; and what is there without the exact address that was given.</summary>
    /// <param name="isThere">Whether an entry is in the edition of now, and whether with its exact address.</param>
    public (List<string> Entries, List<string> Addresses) Gone(Func<string, (bool Entry, bool Address)> isThere, DateOnly today)
    {
        var (entries, addresses) = (new List<string>(), new List<string>());
        foreach (var (name, given) in _given.ToList())
        {
            if (given.Entry < today.AddDays(-Days)) continue;
            var there = isThere(name);
            if (!there.Entry) entries.Add(name);
            else if (!there.Address && given.Address >= today.AddDays(-Days)) addresses.Add(name);
            // What is there can be fetched in a pack today.
            if (there.Entry) Add(name, there.Address && given.Address is not null, today);
        }
        entries.Sort(StringComparer.Ordinal);
        addresses.Sort(StringComparer.Ordinal);
        return (entries, addresses);
    }

    public void Save(DateOnly today)
    {
        foreach (var old in _given.Where(g => g.Value.Entry < today.AddDays(-Days)).Select(g => g.Key).ToList()) _isChanged |= _given.Remove(old);
        if (!_isChanged) return;
        using var text = new MemoryStream();
        using (var lines = new StreamWriter(text, leaveOpen: true) { NewLine = "\n" })
            foreach (var (name, given) in _given.OrderBy(g => g.Key, StringComparer.Ordinal))
                lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{given.Entry:yyyy-MM-dd}\t{given.Address:yyyy-MM-dd}"));
        EditionStore.Replace(_path, text.GetBuffer().AsSpan(0, (int)text.Length));
        _isChanged = false;
    }
}
