using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Map;

/// <summary>The answer to a list's question for a map to draw: README.md says what each part of it means.</summary>
[Public("public.map")]
internal sealed class PointsModel(Towns towns) : AskedPage(towns)
{
    /// <summary>Nobody finds her way among more, and a phone draws so many at once.</summary>
    public const int Most = 300;

    protected override string Door => "map/points";

    public IActionResult OnGet()
    {
        Facts.ContentType = "application/json; charset=utf-8";
        if (Read() is { } elsewhere) return elsewhere;
        if (Asked.Wrong.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Content(JsonSerializer.Serialize(Answer(), CompactJson.Options));
    }

    private MapAnswer Answer()
    {
        var answer = Search(0, Most);
        var shown = Help(answer.Hits).Where(h => !PlaceState.IsGone(h.Place, Now)).Select(Told).ToList();
        shown.AddRange(BesidesFull([.. shown.Select(s => (s.Place, s.Said.Tone == StateWords.Full))]).Select(Told));
        HoldsForAMinute();
        List<MapPoint> points = [.. shown.Select(s => MapPoint.Of(this, s.Place, s.Said, s.Kilometres)).OfType<MapPoint>()];
        return new()
        {
            Points = points, Unplaced = shown.Count - points.Count, More = answer.TotalIsAtLeast || answer.Total > Most,
            Wrong = [.. Asked.Wrong.Distinct().Select(key => W[key])],
        };
    }

    private (PublicPlace Place, StateWords Said, double? Kilometres) Told(SearchHit hit)
    {
        var state = PlaceState.Of(hit.Place, Now);
        Facts.Until(state.GoodUntil);
        return (hit.Place, StateWords.Of(state, hit.Place, W, Dates), hit.Kilometres);
    }
}
