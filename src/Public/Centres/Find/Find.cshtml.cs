using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Find;

[Public("public.find")]
internal sealed class FindModel(Towns towns) : AskedPage(towns)
{
    public const int PerPage = 20;
    protected override bool CanLeadWithSigns => true;
    private const int PerMeaning = 2;

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

    /// <summary>The same question on a map.</summary>
    public string OnMap => (Asked with { Page = 1 }).PathIn(Lang, "map");

    public override string? Description => PathIn(Lang) == $"/{Lang}/centres" ? W["public.description"] : null;

    public IActionResult OnGet()
    {
        (HasNearScript, HasAppScript, HasAloudScript, Facts.HasForm) = (true, true, true, true);
        if (Read() is { } elsewhere) return elsewhere;
        Answer();
        return Asked.Wrong.Count > 0 ? Refused(StatusCodes.Status400BadRequest) : Page();
    }

    /// <summary>The boxes that are ticked; what was typed is none of them.</summary>
    public string Choices => (Asked with { Text = "", Near = "", Page = 1 }).PathIn(Lang);

    private void Answer()
    {
        var answer = Search((Asked.Page - 1) * PerPage, PerPage);
        Cards = Card.Of(this, Help(answer.Hits));
        // What is not shown (a migration office, what has just expired) is not counted where all that is shown can be counted.
        var isWhole = !answer.TotalIsAtLeast && answer.Total <= PerPage && Asked.Page == 1;
        (Total, TotalIsAtLeast) = (isWhole ? Cards.Count : answer.Total, answer.TotalIsAtLeast);
        if (Asked.Kinds.Count == 0 && Understood.Kinds is { Count: 2 or 3 } meanings) Meanings = [.. meanings.Where(k => k != PlaceKinds.MigrationAuthority).Select(Meaning)];
        Instead = Card.Of(this, Cards.Count == 0 ? NearestSensible() : BesidesFull([.. Cards.Select(c => (c.Place, c.IsFull))]));
        HoldsForAMinute();
    }

    private (string, IReadOnlyList<Card>) Meaning(string kind) =>
        (kind, Card.Of(this, Edition.Search(Question() with { Kinds = [kind], Text = Understood.Place?.Name ?? "", Take = PerMeaning }).Hits));

    private IEnumerable<SearchHit> NearestSensible()
    {
        var asked = Question() with { Take = 3 };
        SearchQuestion[] wider =
        [
            asked with { OpenNow = false, AsksNoPapers = false },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "" },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "", Country = null },
            asked with { OpenNow = false, AsksNoPapers = false, For = [], Text = "", Country = null, Kinds = [PlaceKinds.Shelter, PlaceKinds.ChildProtection, PlaceKinds.Legal] },
        ];
        return wider.Select(q => Help(Edition.Search(q).Hits).ToList()).FirstOrDefault(h => h.Count > 0) ?? [];
    }
}
