using System.Text;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search.Pocket;

/// <summary>Questions as they come from a road: mistyped, in any language, of any length, at any instant. The same for the same seed.</summary>
internal sealed class HardQuestions(int seed)
{
    private static readonly IReadOnlyList<GoldenQuery> Golden =
        [.. GoldenRunner.Read("queries.json", "tune"), .. GoldenRunner.Read("queries.json", "held"), .. GoldenRunner.Read("real-queries.json", "tune"), .. GoldenRunner.Read("real-queries.json", "held")];
    internal static readonly string[] Hostile =
        ["\uD83D\uDE00", "\uD83D", "\uDE00", "مأوى", "שלום", "\u202E", "\u200F", "\0", "\u0007", "%", "'", "\"", "<script>", "ß", "İ", "ǅ", "\uFEFF", "e\u0301\u0301", "12345678901234567890", "a-b.c", "#", "~dental", "|", "\u2028", "Ａ", "ﬁ", "\u0085", "प्रवासी", "避难所", "Ξένος"];
    private static readonly string[] Words =
        ["san", "martin", "scalabrini", "hospital", "la", "paz", "hidalgo", "us", "embassy", "consulado de", "british", "british embassy", "guatemala", "hn", "mx", "pa", "ni", "cerca", "abierto", "gratis", "dentista", "15", "anos", "san jose", "la libertad",
            "chiapas", "olancho", "tecun uman", "paso canoas", "mi marido", "me pega", "no quiero volver", "refugio", "asilo", "permiso", "cita", "x", "k", "q", "ayuda", "santa clara", "san juan diego", "Petén", "CDMX", "naucalpan"];
    private static readonly string[] Countries = ["MX", "GT", "HN", "SV", "NI", "CR", "PA", "BZ", "US", "zz9"];
    private static readonly DateTimeOffset[] Turns =
    [
        new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero), new(2027, 3, 14, 10, 0, 0, TimeSpan.Zero), new(2026, 11, 16, 6, 0, 0, TimeSpan.Zero), new(2026, 11, 18, 22, 0, 0, TimeSpan.Zero),
        new(2026, 12, 25, 6, 0, 0, TimeSpan.Zero), new(2027, 3, 26, 15, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 23, 59, 0, TimeSpan.Zero),
    ];

    private readonly Random _random = new(seed);

    public IEnumerable<SearchQuestion> Take(int count) => Enumerable.Range(0, count).Select(_ => Next());

    private SearchQuestion Next()
    {
        var golden = Golden[_random.Next(Golden.Count)];
        var town = Geodata.Gazetteer.All[_random.Next(Geodata.Gazetteer.All.Count)];
        return new()
        {
            Text = Text(golden), Language = _random.Next(4) > 0 ? golden.Lang : _random.Next(9) == 0 ? "xx" : Languages.All[_random.Next(5)],
            Kinds = _random.Next(4) == 0 ? [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => PlaceKinds.All[_random.Next(PlaceKinds.All.Count)]).Distinct()] : _random.Next(40) == 0 ? ["nonsense", ""] : [],
            For = _random.Next(6) == 0 ? [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Populations.All[_random.Next(Populations.All.Count)]).Distinct()] : [],
            Country = _random.Next(5) == 0 ? Countries[_random.Next(Countries.Length)] : null,
            Near = _random.Next(8) switch { 0 or 1 => null, 2 => new GeoPoint(town.Point.Latitude + _random.NextDouble(), town.Point.Longitude - _random.NextDouble()), 3 => Odd(), _ => Cell.Of(town.Point).Centre },
            OpenNow = _random.Next(4) == 0, AsksNoPapers = _random.Next(8) == 0, Now = Instant(),
            Skip = _random.Next(8) == 0 ? _random.Next(-2, 60) : 0, Take = _random.Next(30) switch { 0 => 400, 1 => 0, 2 => 3, _ => 20 },
        };
    }

    private GeoPoint Odd() => _random.Next(5) switch
    {
        0 => new(double.MaxValue, 0), 1 => new(90, -180), 2 => new(-34.6, 151.2), 3 => new(0, 0), _ => new(_random.NextDouble() * 180 - 90, _random.NextDouble() * 360 - 180),
    };

    private DateTimeOffset Instant() => _random.Next(4) switch
    {
        0 => GoldenRunner.Now.AddHours(_random.Next(24 * 20)).AddMilliseconds(_random.Next(3_600_000)),
        1 => Turns[_random.Next(Turns.Length)].AddMinutes(_random.Next(-200, 200)),
        // About the full hours at which doors open and close, to the minute and the last millisecond before it.
        2 => new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero).AddHours(_random.Next(24 * 30)).AddMilliseconds(_random.Next(-1, 2)),
        _ => new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero).AddDays(_random.Next(200)).AddMinutes(_random.Next(1440)),
    };

    private string Text(GoldenQuery golden) => _random.Next(12) switch
    {
        0 => "", 1 => Joined(_random.Next(1, 6)), 2 => $"{golden.Q} {Words[_random.Next(Words.Length)]}", 3 => Spoilt(Spoilt(golden.Q)), 4 => Spoilt(golden.Q), 5 => Begun(golden.Q),
        6 => $"{Words[_random.Next(Words.Length)]} {Spoilt(Geodata.Gazetteer.All[_random.Next(Geodata.Gazetteer.All.Count)].Name)}", 7 => Wild(), 8 => golden.Q.ToUpperInvariant(), _ => golden.Q,
    };

    private string Joined(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[_random.Next(Words.Length)]));

    private string Begun(string text) => text[.._random.Next(text.Length + 1)];

    // A letter left out, doubled, exchanged with its neighbour, or another in its place.
    private string Spoilt(string text)
    {
        if (text.Length < 4) return text;
        var at = _random.Next(1, text.Length - 1);
        return _random.Next(6) switch
        {
            0 => text.Remove(at, 1), 1 => text.Insert(at, text[at].ToString()), 2 => text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..], 3 => text[..at] + (char)('a' + _random.Next(26)) + text[(at + 1)..],
            4 => text.Replace('v', 'b').Replace('c', 's').Replace("h", "", StringComparison.Ordinal), _ => text.Remove(at, 1).Insert(at, " "),
        };
    }

    private string Wild()
    {
        var text = new StringBuilder();
        for (var length = _random.Next(9); length > 0; length--)
            text.Append(_random.Next(4) == 0 ? ((char)_random.Next(char.MaxValue + 1)).ToString() : _random.Next(2) == 0 ? Hostile[_random.Next(Hostile.Length)] : Words[_random.Next(Words.Length)]).Append(_random.Next(2) == 0 ? " " : "");
        if (_random.Next(10) == 0) text.Append((char)('w' + _random.Next(3)), 10_000);
        return text.ToString();
    }
}
