using Amparo.Contracts.Places;
using Amparo.Publication;
using Amparo.Tests.Search.Pocket;

namespace Amparo.Tests.Public.Pocket;

/// <summary>Addresses as readers open them and as strangers make them up, at instants at which something turns. The same for the same seed.</summary>
internal sealed class PocketAddresses(int seed, IReadOnlyList<PublicPlace> places)
{
    private const int LongestText = 230;
    private static readonly string[] Towns = ["tegucigalpa-hn", "San Salvador", "san antonio", "La Libertad", "el-porvenir-olancho-hn", "San Pedro Sula", "Santa Rosa de Copán, Copan", "Atlantis", "12", "95,200", "14.0712,-87.1921", "+13.7,-89.2", "choluteca-hn"];
    private static readonly TimeSpan[] Turns =
    [
        TimeSpan.Zero, TimeSpan.FromHours(3.5), TimeSpan.FromHours(9), TimeSpan.FromHours(18.9), TimeSpan.FromHours(19), TimeSpan.FromDays(2), TimeSpan.FromDays(5.2), TimeSpan.FromDays(6.9), TimeSpan.FromDays(9.3), TimeSpan.FromDays(21.6),
    ];

    private readonly Random _random = new(seed);
    private readonly HardQuestions _questions = new(seed);

    public IEnumerable<(string Language, string Path, DateTimeOffset Now)> Take(int count) => _questions.Take(count).Select((q, i) =>
    {
        var language = Languages.All[i % Languages.All.Count];
        return (language, $"/{language}/{Page(q)}", ReaderPlaces.Now + Turns[_random.Next(Turns.Length)]);
    });

    private string Page(SearchQuestion question) => _random.Next(10) switch
    {
        0 or 1 or 2 => $"centres/{(_random.Next(9) == 0 ? "casa-que-no-existe-7" : places[_random.Next(places.Count)].Slug)}{Pick("", "", "?look=signs")}",
        // A country that no form offers has no name on a phone: it is told by its code.
        3 => $"consulates?from={Pick("HN", "GT", "VE", "US", "MX", "", "xx", "CU")}&in={Pick("HN", "SV", "HN", "SV", "", "<b>")}",
        4 => Pick("danger", "danger?country=HN", "danger?country=SV", "danger?country=zz", "emergency", "child", "child?country=HN", "child?country=SV"),
        _ => List(question),
    };

    private string List(SearchQuestion question)
    {
        var said = new List<(string, string)>();
        // NUL and addresses of two kilobytes are refused before any page is asked; both have their tests in ServingTests.
        var text = new string([.. question.Text.Where(c => c != '\0').Take(LongestText)]);
        if (text.Length > 0) said.Add(("q", text));
        said.AddRange(question.Kinds.Select(k => ("kind", k)));
        said.AddRange(question.For.Select(f => ("for", f)));
        if (question.Country is not null) said.Add(("country", Pick("HN", "SV", "zz")));
        if (_random.Next(3) == 0) said.Add(("near", Towns[_random.Next(Towns.Length)]));
        else if (question.Near is { IsValid: true } near && _random.Next(2) == 0) said.Add(("near", Cell.Of(near).ToString()));
        if (question.OpenNow) said.Add(("open", _random.Next(9) == 0 ? "later" : "now"));
        if (question.AsksNoPapers) said.Add(("papers", "no"));
        if (_random.Next(5) == 0) said.Add(("page", Pick("2", "3", "1", "0", "700", "x")));
        if (_random.Next(4) == 0) said.Add(("look", Pick("signs", "signs", "words")));
        return "centres" + string.Concat(said.Select(((string Name, string Value) s, int i) => $"{(i == 0 ? '?' : '&')}{s.Name}={Uri.EscapeDataString(s.Value)}"));
    }

    private string Pick(params string[] some) => some[_random.Next(some.Length)];
}
