using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Publication;

namespace Amparo.Public.Conversation;

/// <summary>Answers that are numbers first, and what every answer ends with.</summary>
internal sealed partial class Turn
{
    private Answer Danger(Need need, GazetteerPlace? place, string? country, bool isHurt)
    {
        var before = new List<Line> { new(Line.Must, Numbers.Danger(country, likely)) };
        if (Numbers.Others(country) is { } others) before.Add(new(Line.Wanted, others));
        if (Numbers.AreToBeVerified(country)) before.Add(new(Line.Spare, W["public.sms.unverified"]));
        if (place is null) return Says([.. before, new(Line.Useful, W["public.sms.town"])]);
        // What she asked for besides stands behind the numbers; of who cares for the hurt only numbers.
        var hits = need.Kinds.Count == 0 ? [] : edition.Search(new() { Language = visit.Language, Near = place.Point, Kinds = isHurt ? ForHurt : [.. need.Kinds.Where(k => k is not (PlaceKinds.MigrationAuthority or PlaceKinds.Consular))], Now = now, Take = 6 }).Hits
            .Where(h => !PlaceState.IsGone(h.Place, now) && h.Place.Kind is not (PlaceKinds.MigrationAuthority or PlaceKinds.Consular)).ToList();
        var lines = new EntryLines(W, now, edition.Info.IsDemonstration);
        return Says(before, [.. hits.Select(h => lines.Of(h.Place, h.Kilometres, place.Name, saysFull: false))]);
    }

    /// <summary>A child alone gets one answer, and is asked nothing more.</summary>
    private Answer Child(string? country, GazetteerPlace? place)
    {
        var offices = country is null ? [] : edition.Search(new() { Language = visit.Language, Kinds = [PlaceKinds.ChildProtection], Country = country, Near = place?.Point, Now = now, Take = 2 }).Hits
            .Where(h => !PlaceState.IsGone(h.Place, now) && h.Place.Profile.Phones.Count > 0).Take(1).ToList();
        var lines = new EntryLines(W, now, edition.Info.IsDemonstration);
        return Says([new(Line.Must, Numbers.Child(country, likely))], [.. offices.Select(h => lines.Of(h.Place, null, place?.Name, saysFull: false))]);
    }

    private Answer AllNumbers(string? country) =>
        Says([new(Line.Must, Numbers.All(country, likely), Numbers.Danger(country, likely)), .. Numbers.AreToBeVerified(country) ? [new Line(Line.Useful, W["public.sms.unverified"])] : Array.Empty<Line>()]);

    private Answer NotUnderstood()
    {
        IsLost = true;
        return Says([new(Line.Must, W["public.sms.not_understood"])]);
    }

    private Answer Help() => new(visit.Language, Marked([new(Line.Must, W["public.sms.help"])]), [], null,
        [.. site is null ? Array.Empty<Line>() : [new Line(Line.Wanted, W.Say("public.ask.sms_speak_up", ("address", site + SpeakUp.Path)))], new(Line.Must, W["public.sms.operator"]), new(Line.Must, W["public.sms.erase"])]);

    /// <param name="isConsular">The warning stands before everything else, even before the mark of a demonstration.</param>
    private Answer Says(IReadOnlyList<Line> before, IReadOnlyList<Line>? entries = null, IReadOnlyList<Line>? behind = null, bool isConsular = false, int together = 1)
    {
        var answer = new Answer(visit.Language, isConsular ? [before[0], .. Marked(before.Skip(1))] : Marked(before), entries ?? [], new(Line.Must, W["public.sms.more"]),
        [
            .. behind ?? [],
            new(Line.Must, W["public.sms.legal"]),
            .. site is null ? Array.Empty<Line>() : [new Line(Line.Wanted, W.Say("public.ask.sms_speak_up", ("address", site + SpeakUp.Path)))],
            new(Line.Spare, W["public.sms.operator"]),
            new(Line.Must, W["public.sms.erase"]),
        ], together);
        (visit.Answer, visit.Shown) = (answer, 0);
        return answer;
    }

    private IReadOnlyList<Line> Marked(IEnumerable<Line> lines)
    {
        var marks = new List<Line>();
        if (edition.Info.IsDemonstration) marks.Add(new(Line.Must, W["public.ask.demonstration_sms"].Trim()));
        if (edition.Info.ExpiresAt <= now) marks.Add(new(Line.Must, W["public.sms.old"]));
        return [.. marks, .. lines];
    }
}
