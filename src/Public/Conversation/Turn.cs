using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Public.Conversation;

/// <summary>One message of a conversation and what it is answered with. Danger is looked for before anything else.</summary>
internal sealed partial class Turn(Visit visit, Typed typed, string? likely, Edition edition, Texts texts, string? site, DateTimeOffset now)
{
    private static readonly string[] ForHurt = [PlaceKinds.CareAfterSexualViolence, PlaceKinds.TraffickingHotline, PlaceKinds.Women];
    private static readonly Signs Signs = Signs.Current;
    private const int ShortestName = 4;

    private Words W => texts.In(visit.Language);
    private NumberLines Numbers => new(edition, W);

    /// <summary>Nothing in it was understood: a machine may have written it, or it is the middle of a long message that came in pieces.</summary>
    public bool IsLost { get; private set; }

    /// <returns>Null where there is nothing to say: to thanks.</returns>
    public Answer? Reply()
    {
        if (typed.IsEmpty || StopWords.IsBegin(typed.Text)) return Help();
        if (Signs.IsAll("thanks", typed) is not null) return null;
        if (typed.IsOfAnotherScript)
        {
            visit.Speak("en");
            return Help();
        }
        if (Languages.All.FirstOrDefault(l => Signs.IsAll("speak_" + l, typed) is not null) is { } language) return SpeakFrom(language);
        if (Signs.IsAll("more", typed) is not null) return More();
        if (Signs.IsAll("numbers_of_posts", typed) is not null && IsConsular(visit.Need)) return Consulates(visit.Need!, visit.Place, null, withNumbers: true);
        if (visit.Choices.Count > 0 && typed.Folded is ['1' or '2' or '3'] && typed.Folded[0] - '1' is var chosen && chosen < visit.Choices.Count) return Chosen(visit.Choices[chosen]);
        visit.LastText = typed.Text;
        return Read();
    }

    private Answer Read()
    {
        var (danger, despair, numbers) = (Signs.IsIn("danger", typed), Signs.IsIn("despair", typed), Signs.IsIn("numbers", typed));
        var child = Signs.IsIn("child_alone", typed);
        var help = danger is null && child is null ? Signs.IsAll("help", typed) : null;
        var search = edition.Search(new() { Text = typed.Question, Language = visit.Language, Now = now, Take = Looked });
        var understood = search.Understood;
        if ((danger ?? child ?? despair ?? understood.Language ?? numbers ?? help) is { } spoken) visit.Speak(spoken);
        if (help is not null) return Help();
        visit.Choices = [];
        var need = new Need(typed.Question, understood.Kinds, understood.HasTwoMeanings, understood.Nationality, understood.Place is not null || understood.Country is not null);
        var (place, country) = (understood.Place, understood.Country ?? understood.Place?.Country);
        if (place is not null) visit.Place = place;

        if (child is not null || understood.Kinds is [PlaceKinds.ChildProtection, ..] || understood.For.Contains(Populations.UnaccompaniedChildren)) return Child(country ?? visit.Place?.Country, place ?? visit.Place);
        var isHurt = understood.Kinds is [var first, ..] && ForHurt.Contains(first);
        if (danger is not null || despair is not null || isHurt) return Danger(need, place ?? visit.Place, country ?? visit.Place?.Country, isHurt);
        if (numbers is not null && (place is null || understood.Kinds.Count == 0)) return AllNumbers(country ?? visit.Place?.Country);
        if (place is not null && Ambiguous(understood) is { Count: > 1 } towns && !IsConsular(need)) return Ask(need, towns);
        if (understood.Kinds.Count > 0)
        {
            visit.Need = need;
            if (IsConsular(need)) return Consulates(need, place ?? visit.Place, understood.Country, withNumbers: false);
            if (place is null && country is null && visit.Place is null) return AskTown();
            return Look(need, place ?? (country is null ? visit.Place : null), country, place is not null && understood.Choices.Count > 0);
        }
        if (place is null && country is null) return ByName(search) ?? NotUnderstood();
        if (visit.Need is { } waiting) return IsConsular(waiting) ? Consulates(waiting, place, country, withNumbers: false) : Look(waiting, place, country, place is not null && understood.Choices.Count > 0);
        return place is null ? AllNumbers(country) : Says(before: [new(Line.Must, W.Say("public.sms.what", ("town", place.Name)))]);
    }

    private static bool IsConsular(Need? need) => need is { Kinds: [PlaceKinds.Consular, ..] };

    private Answer SpeakFrom(string language)
    {
        visit.Choose(language);
        if (visit.LastText is not { } text) return Help();
        visit.Choices = [];
        return new Turn(visit, new(text), likely, edition, texts, site, now).Read();
    }

    private Answer More()
    {
        if (visit.Answer is { } answer && visit.Shown < answer.Entries.Count && answer.Entries.Count > 0) return answer;
        return Says(before: [new(Line.Must, W["public.sms.no_more"])]);
    }

    private Answer Chosen(GazetteerPlace place)
    {
        (visit.Place, visit.Choices) = (place, []);
        if (visit.Need is { } need) return Look(need, place, place.Country);
        return Says(before: [new(Line.Must, W.Say("public.sms.what", ("town", place.Name)))]);
    }

    // Of two towns that are equally known nobody can say which is meant; a far better known one is.
    private List<GazetteerPlace> Ambiguous(SearchUnderstood understood)
    {
        var place = understood.Place!;
        if (understood.Country is not null) return [];
        var equals = understood.Choices.Where(c => c.Prominence >= place.Prominence).ToList();
        return equals.Count == 0 ? [] : [.. equals.Append(place).OrderByDescending(p => p.Prominence).ThenBy(p => p.Country == likely ? 0 : 1).ThenBy(p => ReferenceEquals(p, place) ? 0 : 1).Take(MostChoices)];
    }

    private Answer Ask(Need need, List<GazetteerPlace> towns)
    {
        (visit.Choices, visit.Place) = (towns, null);
        if (need.Kinds.Count > 0) visit.Need = need;
        var choices = towns.Select((t, i) => new Line(Line.Must, $"{i + 1} {t.Name}, {t.AreaSaid}, {Layout.Countries.NameOf(W, t.Country)}", $"{i + 1} {t.AreaSaid}, {t.Country}"));
        return Says(before: [new(Line.Must, W["public.sms.which"]), .. choices]);
    }

    private Answer AskTown() => Says(before: [new(Line.Must, W["public.sms.town"])]);

    private Answer? ByName(SearchAnswer search)
    {
        var words = typed.Words.Where(w => w.Length >= ShortestName).ToList();
        var named = search.Hits.Where(h => !Discretion.IsUnnamed(h.Place) && FoldedText.Fold(h.Place.Name).Split(' ').Any(words.Contains)).ToList();
        return named.Count == 0 ? null : Entries(named, null);
    }
}
