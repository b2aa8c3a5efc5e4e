using System.Text;
using Amparo.Contracts.Places;
using Amparo.Publication;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Words = Amparo.Kernel.Words;

namespace Amparo.Tests.Public.Pocket;

/// <summary>
/// The main part of a page as one text: every element with its attributes, every link, every word. Left out is what a phone says
/// otherwise on purpose, each with its reason; all else must be the same.
/// </summary>
internal static class PageSaid
{
    public static string ByServer(string html, DateTimeOffset now, Words w)
    {
        var main = Body(html);
        foreach (var note in main.QuerySelectorAll("p.note.warn")) if (note.ChildElementCount == 0) note.TextContent = Unknown(note.TextContent, w);
        foreach (var told in main.QuerySelectorAll("section.panel > p[lang], dl > dd[lang]")) if (PocketPlaces.Shortened.TryGetValue(told.TextContent, out var begun)) told.TextContent = begun;
        foreach (var link in main.QuerySelectorAll("a[href*='near=']")) link.SetAttribute("href", ByCell(link.GetAttribute("href")!));
        return Said(main, now, w);
    }

    public static string ByPhone(string html, DateTimeOffset now, Words w)
    {
        var main = Body(html);
        // A phone holds some countries only, and says of which its list is.
        main.QuerySelector("#held")?.Remove();
        // Long texts begin only, and the page says so and leads to the whole of them.
        if (main.QuerySelector("a[href$='?net=1']")?.ParentElement is { } whole)
        {
            whole.PreviousElementSibling!.Remove();
            whole.Remove();
        }
        return Said(main, now, w);
    }

    private static string Said(IElement main, DateTimeOffset now, Words w)
    {
        // The week and its exceptions are drawn from the first day of the month on, and no day is marked as today: PackPlace says why.
        foreach (var week in main.QuerySelectorAll("table")) week.Remove();
        // Seven days after it was made a pack has no address of a house that must not be found any more; the server, with a network, has.
        if (now >= ReaderPlaces.Now + ShortLived.Life)
            foreach (var there in main.QuerySelectorAll("section.panel").Where(s => s.QuerySelector("h2")?.TextContent == w["public.show.there"])) there.Remove();
        // A mark of how it was drawn for packs; the views leave it empty on a page.
        foreach (var element in main.QuerySelectorAll("[data-live]")) element.RemoveAttribute("data-live");
        var said = new StringBuilder();
        Write(said, main);
        return said.ToString();
    }

    private static void Write(StringBuilder into, INode node)
    {
        if (node is IText text)
        {
            var words = string.Join(' ', text.Data.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0) into.Append("  ").AppendLine(words);
            return;
        }
        if (node is not IElement element) return;
        into.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)) into.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Name == "class" ? attribute.Value.Trim() : attribute.Value);
        into.AppendLine();
        foreach (var child in element.ChildNodes) Write(into, child);
        into.Append('/').AppendLine(element.LocalName);
    }

    private static IElement Body(string html) => new HtmlParser().ParseDocument(html).QuerySelector("main")!;

    // "Of the whole region" would not be true of a phone that holds two countries.
    private static string Unknown(string text, Words w)
    {
        var (begin, end) = (w["public.near.unknown"].Split("{place}")[0], w["public.near.unknown"].Split("{place}")[1]);
        return text.StartsWith(begin, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal) ? w.Say("public.pocket.unknown", ("place", text[begin.Length..^end.Length])) : text;
    }

    // A phone knows no municipalities: towns that only these tell apart it names by their cell.
    private static string ByCell(string href)
    {
        var at = href.IndexOf("near=", StringComparison.Ordinal) + 5;
        var end = href.IndexOf('&', at) is >= 0 and var next ? next : href.Length;
        if (PocketPlaces.Towns.BySlug(href[at..end]) is not { } town) return href;
        string Joined(string text) => FoldedText.Fold(text).Replace(' ', '-');
        var country = town.Country.ToLowerInvariant();
        return town.Slug == $"{Joined(town.Name)}-{country}" || town.Slug == $"{Joined(town.Name)}-{Joined(town.AreaSaid)}-{country}" ? href : href[..at] + Uri.EscapeDataString(Cell.Of(town.Point).ToString()) + href[end..];
    }
}
