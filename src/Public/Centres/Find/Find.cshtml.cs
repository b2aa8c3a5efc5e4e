using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Find;

[Public("public.find")]
internal sealed class FindModel(Towns towns) : PublicPage
{
    public const int PerPage = 20;
    private const int PerMeaning = 2;

    /// <summary>"Full" never stands alone: so many other places stand with it.</summary>
    private const int BesideFull = 2;

    public Asked Asked { get; private set; } = null!;
    public NearWhat Near { get; private set; } = NearWhat.Nothing;
    public SearchUnderstood Understood { get; private set; } = SearchUnderstood.Nothing;
    public IReadOnlyList<Card> Cards { get; private set; } = [];
    public int Total { get; private set; }
    public bool TotalIsAtLeast { get; private set; }

    /// <summary>Where counting stopped: a round number that is surely less, since the exact one would say how the search works and not how many there are.</summary>
    public int MoreThan => Total > 10 ? (Total - 1) / 10 * 10 : Total - 1;

    /// <summary>Where a word has two meanings in the region: the nearest places of each, side by side.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<Card> Cards)> Meanings { get; private set; } = [];

    /// <summary>The nearest sensible help, where what was asked for is not there.</summary>
    public IReadOnlyList<Card> Instead { get; private set; } = [];
    public IEnumerable<EmergencyNumbers> LastResort => Countries.ByName(W, Edition.Numbers.Where(n => (Asked.Country ?? Near.Country) is not { } country || n.Country == country));

    /// <summary>Countries in which something of what was asked for is out of sight for some days.</summary>
    public IReadOnlyList<string> VeiledCountries { get; private set; } = [];

    public override string TitleKey => "public.title.list";
    public override string PathIn(string language) => Asked.PathIn(language);

    public IActionResult OnGet()
    {
        (HasNearScript, HasAppScript, Facts.HasForm) = (true, true, true);
        Asked = Asked.From(Request.Query);
        Facts.IsPersonal = Asked.IsPersonal;
        Near = NearWhat.Read(Asked.Near, Asked.Country, towns);
        if (Near.Finer)
        {
            Asked = Asked with { Near = Near.Cell! };
            Response.Headers.CacheControl = "no-store";
            return Redirect(Asked.PathIn(Lang));
        }
        if (Near.IsNoPoint) Asked = Asked with { Wrong = [.. Asked.Wrong, "public.wrong.near"] };
        Search();
        return Asked.Wrong.Count > 0 ? Refused(StatusCodes.Status400BadRequest) : Page();
    }

    /// <summary>The boxes that are ticked; what was typed is none of them.</summary>
    public string Choices => (Asked with { Text = "", Near = "", Page = 1 }).PathIn(Lang);

    /// <summary>This list with something changed, from its first page.</summary>
    public string With(Func<Asked, Asked> change) => change(Asked with { Page = 1, Wrong = [] }).PathIn(Lang);

    private void Search()
    {
        var answer = Edition.Search(Question());
        Understood = answer.Understood;
        var veils = Veils.Over(Edition, Asked.Country ?? Near.Country ?? Understood.Place?.Country, Asked.Kinds.Count > 0 ? Asked.Kinds : Understood.Kinds, Now);
        VeiledCountries = [.. veils.Select(v => v.Country).Distinct().Order(StringComparer.Ordinal)];
        if (veils.Count > 0) Facts.Until(veils.Min(v => v.Until));
        Cards = Card.Of(this, Help(answer.Hits));
        // What is not shown (a migration office, what has just expired) is not counted where all that is shown can be counted.
        var isWhole = !answer.TotalIsAtLeast && answer.Total <= PerPage && Asked.Page == 1;
        (Total, TotalIsAtLeast) = (isWhole ? Cards.Count : answer.Total, answer.TotalIsAtLeast);
        if (Asked.Kinds.Count == 0 && Understood.Kinds is { Count: 2 or 3 } meanings) Meanings = [.. meanings.Where(k => k != PlaceKinds.MigrationAuthority).Select(Meaning)];
        if (Cards.Count == 0) Instead = Card.Of(this, NearestSensible());
        else if (Cards.Any(c => c.IsFull) && Cards.Count(c => !c.IsFull) < BesideFull) Instead = BesidesFull();
        // What is open decides which places are here and in what order: such a list is good for a minute.
        Facts.Until(new DateTimeOffset(Now.Ticks - Now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(1));
    }

    private (string, IReadOnlyList<Card>) Meaning(string kind) =>
        (kind, Card.Of(this, Edition.Search(Question() with { Kinds = [kind], Text = Understood.Place?.Name ?? "", Skip = 0, Take = PerMeaning }).Hits));

    private IEnumerable<SearchHit> NearestSensible()
    {
        var asked = Question() with { Skip = 0, Take = 3 };
        SearchQuestion[] wider =
        [
            asked with { OpenNow = false, AsksNoPapers = false },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "" },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "", Country = null },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "", Country = null, Kinds = [PlaceKinds.Shelter, PlaceKinds.ChildProtection, PlaceKinds.Legal] },
        ];
        return wider.Select(q => Help(Edition.Search(q).Hits).ToList()).FirstOrDefault(h => h.Count > 0) ?? [];
    }

    private IReadOnlyList<Card> BesidesFull()
    {
        var full = Cards.First(c => c.IsFull).Place;
        GeoPoint? near = full is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : Near.Point;
        var others = Edition.Search(new() { Language = Lang, Kinds = [full.Kind], Country = full.Country, Near = near, Now = Now, Take = PerPage }).Hits;
        return [.. Card.Of(this, others.Select(h => h with { Kilometres = null })).Where(c => !c.IsFull && Cards.All(shown => shown.Place.Id != c.Place.Id)).Take(BesideFull)];
    }

    // Nobody who looks for help is sent to a migration office: it is listed only for those who ask for it by its kind.
    private IEnumerable<SearchHit> Help(IEnumerable<SearchHit> hits) =>
        hits.Where(h => h.Place.Kind != PlaceKinds.MigrationAuthority || Asked.Kinds.Contains(PlaceKinds.MigrationAuthority));

    private SearchQuestion Question() => new()
    {
        Text = Asked.Text, Language = Lang, Kinds = Asked.Kinds, For = Asked.For, Country = Asked.Country, Near = Near.Point,
        OpenNow = Asked.OpenNow, AsksNoPapers = Asked.AsksNoPapers, Now = Now, Skip = (Asked.Page - 1) * PerPage, Take = PerPage,
    };
}
