using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Conversation;

/// <summary>Answers that lead to places.</summary>
internal sealed partial class Turn
{
    private const int Looked = 24, Most = 9, MostChoices = 3, BeforeFull = 2;

    /// <param name="saysWhich">Other towns have the name too: distances from the wrong one would send somebody away.</param>
    private Answer Look(Need need, GazetteerPlace? place, string? country, bool saysWhich = false)
    {
        visit.Need = need;
        var kinds = need.Kinds.Where(k => k != PlaceKinds.MigrationAuthority).ToList();
        var isMigration = need.Kinds is [PlaceKinds.MigrationAuthority, ..];
        var question = new SearchQuestion { Language = visit.Language, Near = place?.Point, Country = place is null ? country : null, Now = now, Take = Looked };
        var asIs = need.NamesPlace && place is not null && !FoldedText.Fold(need.Text).Contains(FoldedText.Fold(place.Name), StringComparison.Ordinal);
        IEnumerable<SearchHit> found =
            isMigration ? edition.Search(question with { Kinds = [PlaceKinds.Legal, PlaceKinds.AsylumAuthority] }).Hits
            : need.Kinds is [PlaceKinds.Legal, ..] && place is not null ? SideBySide([PlaceKinds.Legal, PlaceKinds.AsylumAuthority], question)
            : need.HasTwoMeanings ? SideBySide(kinds.Take(MostMeanings), question)
            : asIs ? edition.Search(question with { Kinds = [need.Kinds[0]] }).Hits
            : edition.Search(question with { Text = need.Text }).Hits;
        var hits = found.Where(h => h.Place.Kind != PlaceKinds.MigrationAuthority && !PlaceState.IsGone(h.Place, now)).ToList();
        if (hits.Count == 0) return Nothing(place, country ?? place?.Country);
        var before = new List<Line>();
        if (saysWhich && place is not null) before.Add(new(Line.Wanted, $"{place.Name}, {place.AreaSaid}, {Countries.NameOf(W, place.Country)}:"));
        if (isMigration) before.Add(new(Line.Must, W["public.sms.migration"]));
        if (need.HasTwoMeanings) before.Add(new(Line.Useful, W["public.sms.two_meanings"]));
        if (Veils.Over(edition, country ?? place?.Country, kinds, now) is [var veil, ..] && Numbers.Veil(country ?? place?.Country ?? veil.Country) is { } instead) before.Add(new(Line.Wanted, instead));
        return Entries(hits, place, before, need.HasTwoMeanings ? MostMeanings : 1);
    }

    private const int MostMeanings = 2;

    // "Refugio" is a bed and it is asylum: one of each in turn, since she knows which she means and we do not.
    private List<SearchHit> SideBySide(IEnumerable<string> kinds, SearchQuestion question)
    {
        var of = kinds.Select(k => edition.Search(question with { Kinds = [k] }).Hits).ToList();
        var mixed = new List<SearchHit>();
        for (var i = 0; i < Most; i++)
            foreach (var hits in of)
                if (i < hits.Count && mixed.All(h => h.Place.Id != hits[i].Place.Id)) mixed.Add(hits[i]);
        return mixed;
    }

    private Answer Entries(IReadOnlyList<SearchHit> hits, GazetteerPlace? near, List<Line>? before = null, int together = 1)
    {
        var lines = new EntryLines(W, now, edition.Info.IsDemonstration);
        // Who is full comes last, and says so only behind two others: "full" alone would turn somebody away from the town.
        var ordered = hits.OrderBy(h => PlaceState.Of(h.Place, now).FullSaidAt is null ? 0 : 1).Take(Most).ToList();
        var said = ordered.Select((h, i) => lines.Of(h.Place, near is null ? null : h.Kilometres, near?.Name, saysFull: i >= BeforeFull)).ToList();
        if (ordered.Exists(h => PlaceState.Of(h.Place, now).FullSaidAt is not null) && (near?.Country ?? ordered[0].Place.Country) is var there) (before ??= []).Add(new(Line.Useful, Numbers.Child(there, likely)));
        return Says(before ?? [], said, together: together);
    }

    private Answer Nothing(GazetteerPlace? place, string? country)
    {
        var health = edition.Search(new() { Language = visit.Language, Near = place?.Point, Country = place is null ? country : null, Kinds = [PlaceKinds.Health], Now = now, Take = 3 }).Hits.Where(h => !PlaceState.IsGone(h.Place, now) && !Discretion.IsUnnamed(h.Place));
        var lines = new EntryLines(W, now, edition.Info.IsDemonstration);
        return Says([new(Line.Must, W["public.sms.nothing"]), new(Line.Must, Numbers.Danger(country, likely))], [.. health.Select(h => lines.Of(h.Place, place is null ? null : h.Kilometres, place?.Name, saysFull: false))]);
    }

    private Answer Consulates(Need need, GazetteerPlace? place, string? country, bool withNumbers)
    {
        visit.Need = need;
        var warning = new Line(Line.Must, W["public.sms.before_consulate"]);
        if (need.Nationality is not { } nation) return Says([warning, new(Line.Must, W["public.sms.whose_consulate"])], isConsular: true);
        var where = country ?? place?.Country ?? (likely != nation ? likely : null);
        var posts = Posts(nation, where, place);
        var before = new List<Line> { warning };
        if (posts.Count == 0 && where is not null)
        {
            before.Add(new(Line.Must, W.Say("public.consulates.none", ("from", Countries.NameOf(W, nation)), ("in", Countries.NameOf(W, where)))));
            posts = Posts(nation, null, place);
        }
        else if (posts.Count == 0) before.Add(new(Line.Must, W["public.sms.no_consulate"]));
        var lines = new EntryLines(W, now, edition.Info.IsDemonstration);
        var said = posts.Take(Most).Select(h => lines.Of(h.Place, place is null ? null : h.Kilometres, place?.Name, saysFull: false, withNumbers)).ToList();
        // Its number comes in a second step: whoever flees must not have it under the thumb.
        return Says(before, said, said.Count > 0 && !withNumbers ? [new(Line.Wanted, W["public.sms.post_numbers"])] : [], isConsular: true);
    }

    private List<SearchHit> Posts(string nation, string? country, GazetteerPlace? place) =>
        [.. edition.Search(new() { Language = visit.Language, Kinds = [PlaceKinds.Consular], Country = country, Near = place?.Point, Now = now, Take = 400 }).Hits
            .Where(h => h.Place.Profile.Nationals.Contains(nation) && !PlaceState.IsGone(h.Place, now)).OrderBy(h => h.Place.Profile.IsHonorary)];
}
