using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Public.Centres.Show;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Consulates;

/// <summary>"I am from X, I am in Y." Whoever flees her country is warned before she is answered.</summary>
[Public("public.consulates")]
internal sealed class ConsulatesModel : PublicPage
{
    private const int Most = 400;

    public string? From { get; private set; }
    public string? In { get; private set; }
    public bool IsWrong { get; private set; }
    public IReadOnlyList<(PublicPlace Place, StateWords State)> Posts { get; private set; } = [];
    public bool IsAsked => From is not null && In is not null;

    public override string TitleKey => "public.title.list";
    public override string PathIn(string language) => $"/{language}/consulates{(IsAsked ? $"?from={From}&in={In}" : "")}";

    public IActionResult OnGet()
    {
        Facts.HasForm = true;
        (From, In) = (Code("from"), Code("in"));
        if (IsWrong) return Refused(StatusCodes.Status400BadRequest);
        if (!IsAsked) return Page();
        var found = Edition.Search(new() { Language = Lang, Kinds = [PlaceKinds.Consular], Country = In, Now = Now, Take = Most }).Hits;
        Posts = [.. found.Select(h => h.Place).Where(p => p.Profile.Nationals.Contains(From!) && !PlaceState.IsGone(p, Now)).OrderBy(p => p.Profile.IsHonorary).ThenBy(p => p.Locality, StringComparer.Ordinal).Select(Said)];
        return Page();
    }

    private (PublicPlace, StateWords) Said(PublicPlace place)
    {
        var state = PlaceState.Of(place, Now);
        Facts.Until(state.GoodUntil);
        return (place, StateWords.Of(state, place, W, Dates));
    }

    private string? Code(string name)
    {
        var said = Request.Query[name].FirstOrDefault(v => !string.IsNullOrEmpty(v));
        if (said is null) return null;
        if (Countries.IsCode(said)) return said;
        IsWrong = true;
        return null;
    }
}
