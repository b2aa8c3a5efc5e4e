using System.Xml;
using Amparo.Contracts.Places;
using Amparo.Public.Hsds;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

/// <summary>The entries that changed last, as Atom (RFC 4287), for whoever keeps a list of their own.</summary>
internal sealed class ChangesFeed(CurrentEdition current, Catalogues catalogues, PublicSettings settings, Texts texts, TimeProvider clock)
{
    private const int Most = 50;
    private const string Space = "http://www.w3.org/2005/Atom";

    public async Task Send(HttpContext context)
    {
        if (current.Now is not { } edition)
        {
            await Plain.Send(context, StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", "No edition is published yet.\n");
            return;
        }
        var language = (string)context.Request.RouteValues["lang"]!;
        var (words, places) = (texts.In(language), Latest(catalogues.Of(edition)));
        await Xml.Send(context, "application/atom+xml; charset=utf-8", async xml =>
        {
            await xml.WriteStartElementAsync(null, "feed", Space);
            await xml.WriteAttributeStringAsync("xml", "lang", null, language);
            await xml.Element("id", Space, $"urn:uuid:{StableId.Of("atom", settings.PublicUrl ?? "", language)}");
            await xml.Element("title", Space, Sensitive.SiteName);
            await xml.Element("updated", Space, FieldsOf.Stamp(places.Count > 0 ? places[0].ModifiedAt : edition.Info.MadeAt));
            await xml.WriteStartElementAsync(null, "author", Space);
            await xml.Element("name", Space, Sensitive.SiteName);
            await xml.WriteEndElementAsync();
            await Link(xml, "self", $"{settings.PublicUrl}/{language}/changes.atom", "application/atom+xml");
            await Link(xml, "alternate", $"{settings.PublicUrl}/{language}/", "text/html");
            if (edition.Info.IsDemonstration) await xml.Element("subtitle", Space, words["public.demonstration"]);
            foreach (var place in places) await Entry(xml, place, words);
            await xml.WriteEndElementAsync();
        });
    }

    private async Task Entry(XmlWriter xml, PublicPlace place, Words words)
    {
        var isSensitive = Sensitive.Is(place);
        await xml.WriteStartElementAsync(null, "entry", Space);
        await xml.Element("id", Space, $"urn:uuid:{place.Id}");
        await xml.Element("title", Space, isSensitive ? Sensitive.SiteName : place.Name);
        await xml.Element("updated", Space, FieldsOf.Stamp(place.ModifiedAt));
        await Link(xml, "alternate", $"{settings.PublicUrl}/{words.Language}/centres/{place.Slug}", "text/html");
        if (!isSensitive) await xml.Element("summary", Space, string.Join(" · ", new[] { words[$"places.kind.{place.Kind}"], place.Locality ?? place.AreaName, place.Country }.Where(s => !string.IsNullOrEmpty(s))));
        await xml.WriteEndElementAsync();
    }

    private List<PublicPlace> Latest(Catalogue catalogue)
    {
        var now = clock.GetUtcNow();
        var (seen, latest) = (new HashSet<int>(), new List<PublicPlace>(Most));
        foreach (var row in catalogue.Links(now).OrderByDescending(r => catalogue.Rows[r].Modified).ThenBy(r => catalogue.Rows[r].Ordinal))
        {
            if (!seen.Add(catalogue.Rows[row].Ordinal)) continue;
            latest.Add(catalogue.PlaceOf(row));
            if (latest.Count == Most) break;
        }
        return latest;
    }

    private static async Task Link(XmlWriter xml, string relation, string address, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Space);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
