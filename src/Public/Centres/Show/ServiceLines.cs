using Amparo.Contracts.Places;

namespace Amparo.Public.Centres.Show;

/// <summary>What a place offers, as a reader of any language can use it.</summary>
/// <param name="Kinds">Kinds of which the place says nothing more, in the reader's language.</param>
/// <param name="Named">What it says of a kind, in its own words and language.</param>
internal sealed record ServiceLines(IReadOnlyList<string> Kinds, IReadOnlyList<(string Kind, string Words)> Named)
{
    private const int Most = 12;

    // Words that every office puts before what it does: "Atención de salud" says no more than "Salud".
    private static readonly HashSet<string> Empty = ["atencion", "apoyo", "ayuda", "servicio", "servicios", "service", "services", "support", "help", "aide", "soutien", "atendimento", "apoio", "ajuda", "servico", "servicos", "sevis"];

    public static ServiceLines Of(PublicPlace place, Words w)
    {
        var (kinds, named) = (new List<string>(), new List<(string, string)>());
        foreach (var service in place.Profile.Services.Where(s => s.Status == "active").Take(Most))
        {
            var kind = PlaceKinds.All.Contains(service.Kind) ? w[$"places.kind.{service.Kind}"] : w["public.show.kind"];
            var words = Said(service, place.Profile.TextLanguage, w);
            if (words.Length > 0) named.Add((kind, words));
            else kinds.Add(kind);
        }
        if (kinds.Count + named.Count == 0) kinds.Add(w[$"places.kind.{place.Kind}"]);
        return new([.. kinds.Where(k => named.All(n => n.Item1 != k)).Distinct()], named);
    }

    private static string Said(PlaceService service, string language, Words w)
    {
        string?[] said = [SaysMore(service, language, w) ? service.Name : null, service.Description];
        var words = string.Join(". ", said.Where(s => !string.IsNullOrEmpty(s)));
        return string.IsNullOrEmpty(service.Fees) ? words : words.Length == 0 ? service.Fees : $"{words} · {service.Fees}";
    }

    private static bool SaysMore(PlaceService service, string language, Words w)
    {
        if (!PlaceKinds.All.Contains(service.Kind)) return true;
        var name = Content(service.Name);
        return new[] { w, w.In(language.Split('-')[0]), w.In(Languages.Base) }.All(l => !name.IsSubsetOf(Content(l[$"places.kind.{service.Kind}"])));
    }

    private static HashSet<string> Content(string text) => [.. FoldedText.Fold(text).Split(' ').Where(word => word.Length > 3 && !Empty.Contains(word))];
}
