using System.Globalization;
using System.Text.Encodings.Web;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public.Packs;

/// <summary>Draws the parts of packs with the views of the pages: what a phone shows is what the server would have shown.</summary>
internal sealed class PackPages(IServiceScopeFactory scopes, Texts texts, HtmlEncoder encoder) : IPackPages
{
    // The drawing keeps its buffers until its scope ends.
    private const int AtOnce = 50;

    public string Recipe { get; } = string.Join('\n', typeof(PackPages).Module.ModuleVersionId, typeof(IPackPages).Module.ModuleVersionId, typeof(Words).Module.ModuleVersionId);

    public async Task<IReadOnlyList<PackLines>> Draw(Edition edition, string country, string language, IReadOnlyList<PublicPlace> places, CancellationToken stop)
    {
        var words = texts.In(language);
        var (centres, whereabouts) = (new List<string>(places.Count), new List<string>(places.Count));
        foreach (var some in places.Chunk(AtOnce))
        {
            stop.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var drawing = new ViewDrawing(scope.ServiceProvider);
            foreach (var place in some)
            {
                centres.Add(await Centre(drawing, place, words, edition));
                whereabouts.Add(ShortLived.Is(place) ? await Where(drawing, place, words, edition) : "");
            }
        }
        return
        [
            new(PackParts.Centres, centres),
            new(PackParts.Live, [.. places.Select(LiveLine.Of)]),
            new(PackParts.Where, whereabouts, ShortLived.Life),
            new(PackParts.Numbers, await Numbers(edition, country, words)),
            new(PackParts.Holidays, [.. Holidays(edition, country)]),
            new(PackParts.Words, Words(words), IsShared: true),
            new(PackParts.Veils, [.. edition.Veils.Where(v => v.Country == country).Select(Veil).Order(StringComparer.Ordinal)]),
        ];
    }

    public byte[] Alone(Pack pack, ReadOnlyMemory<byte> file) => AlonePage.Write(pack, file, texts.In(pack.Manifest.Language));

    private async Task<string> Centre(ViewDrawing drawing, PublicPlace place, Words words, Edition edition)
    {
        var page = new PackPlace(ShortLived.Coarse(place), words, edition);
        var card = await drawing.Draw("/Public/Layout/_Card.cshtml", ((PublicPage)page, Card.WordsOf(page, page.Place, Slots.Words)));
        var whole = await drawing.Draw<PlacePage>("/Public/Centres/Show/_Centre.cshtml", page);
        string Marked(string drawn) => drawn.Replace(place.Slug, Slots.Slug, StringComparison.Ordinal);
        var line = string.Join('\t', encoder.Encode(Plain(place.Name)), PackSlug.Short(place.Slug, Plain(place.Name)), Marked(card).Replace(DrawnCard.FarMark.Value!, Slots.Far, StringComparison.Ordinal), Marked(whole));
        if (place.Profile.Nationals.Count == 0) return line;
        return $"{line}\t{Marked(await drawing.Draw("/Public/Consulates/_Post.cshtml", ((PublicPage)page, page.Place, Slots.Words)))}";
    }

    private static async Task<string> Where(ViewDrawing drawing, PublicPlace place, Words words, Edition edition)
    {
        var html = await drawing.Draw<PlacePage>("/Public/Centres/Show/_Whereabouts.cshtml", new PackPlace(place, words, edition) { IsExact = true });
        return string.Create(CultureInfo.InvariantCulture, $"{html}\t{place.Latitude:0.#####}\t{place.Longitude:0.#####}");
    }

    private async Task<IReadOnlyList<string>> Numbers(Edition edition, string country, Words words)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sheet = new PackSheet(words, edition);
        var html = await new ViewDrawing(scope.ServiceProvider).Draw("/Public/Layout/_Numbers.cshtml", ((PublicPage)sheet, edition.Numbers.Where(n => n.Country == country), Array.Empty<string>(), true));
        return [$"{country}\t{html}"];
    }

    // Neither which it is nor why: a phone must only not pass over in silence that something is missing here.
    private static string Veil(PublicVeil veil) => string.Create(CultureInfo.InvariantCulture, $"{veil.Country}\t{veil.Kind}\t{veil.Until.ToUnixTimeSeconds() / 60}");

    // Whoever asks whether a place is open today must know what day it is there.
    private static IEnumerable<string> Holidays(Edition edition, string country)
    {
        var from = new DateOnly(edition.Info.MadeAt.Year, edition.Info.MadeAt.Month, 1);
        return Enumerable.Range(from.Year, 2).SelectMany(y => HolidayCalendar.For(country).In(y)).Where(h => h.Date >= from && h.Date < from.AddMonths(4))
            .Select(h => string.Create(CultureInfo.InvariantCulture, $"{country}\t{h.Date:yyyy-MM-dd}\t{(h.Holiday.Everywhere ? 1 : 0)}"));
    }

    private List<string> Words(Words words) =>
    [
        .. PackWords.Of(texts).Select(k => Word(k, texts.Find(words.Language, k)!)),
        .. PackWords.Careful.Where(k => words.SpanishBeside(k) is not null).Select(k => $"beside.{k}\t{Plain(words.SpanishBeside(k)!)}"),
        $"icons\t{Icons.Whole}",
    ];

    private static string Word(string key, Text text) => $"{key}\t{Plain(text.Other)}{(text.One is { } one ? "\t" + Plain(one) : "")}";

    private static string Plain(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
