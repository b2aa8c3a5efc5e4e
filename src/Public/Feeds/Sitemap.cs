using System.Globalization;
using System.Xml;
using Amparo.Public.Hsds;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

/// <summary>
/// Where search engines find every page, in five languages that know of each other. Absolute addresses come from the
/// installation's own setting and never from what a request claims to have called.
/// </summary>
internal sealed class Sitemap(CurrentEdition current, Catalogues catalogues, PublicSettings settings, TimeProvider clock)
{
    public const int AddressesInOne = 10_000;
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string NoAddress = "This installation has no public address, so there is no sitemap: set AMPARO__PublicUrl.";
    private static readonly int PlacesInOne = AddressesInOne / Languages.All.Count;
    private static readonly string[] Pages = ["", "centres", "consulates", "emergency", "danger", "child", "institutions", "privacy"];

    public async Task Index(HttpContext context)
    {
        if (await Site(context) is not { } site) return;
        var parts = (Ordinals().Length + PlacesInOne - 1) / PlacesInOne;
        await Xml.Send(context, "application/xml; charset=utf-8", async xml =>
        {
            await xml.WriteStartElementAsync(null, "sitemapindex", Space);
            for (var part = 0; part <= parts; part++)
            {
                await xml.WriteStartElementAsync(null, "sitemap", Space);
                await xml.Element("loc", Space, string.Create(CultureInfo.InvariantCulture, $"{site}/sitemap/{part}.xml"));
                await xml.WriteEndElementAsync();
            }
            await xml.WriteEndElementAsync();
        });
    }

    /// <summary>Part 0 holds the pages of the site, each other part two thousand centres.</summary>
    public async Task Part(HttpContext context)
    {
        if (await Site(context) is not { } site) return;
        var ordinals = Ordinals();
        if (!int.TryParse((string?)context.Request.RouteValues["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var part) || part > (ordinals.Length + PlacesInOne - 1) / PlacesInOne)
        {
            await Plain.NotFound(context, "The sitemap has no such part: /sitemap.xml lists them.");
            return;
        }
        await Xml.Send(context, "application/xml; charset=utf-8", async xml =>
        {
            await xml.WriteStartElementAsync(null, "urlset", Space);
            await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
            if (part == 0)
                foreach (var page in Pages) await Page(xml, site, page, null);
            else
                for (var i = (part - 1) * PlacesInOne; i < Math.Min(part * PlacesInOne, ordinals.Length); i++)
                {
                    var place = current.Now!.At(ordinals[i]);
                    await Page(xml, site, $"centres/{place.Slug}", place.ModifiedAt);
                }
            await xml.WriteEndElementAsync();
        });
    }

    public Task Robots(HttpContext context) => Plain.Send(context, StatusCodes.Status200OK, "text/plain; charset=utf-8",
        // A search or a form is nobody's page; each would only cost a small server its breath.
        "User-agent: *\nDisallow: /*/centres?\nDisallow: /*/report\nDisallow: /*/complaint\nDisallow: /api/\nDisallow: /data/\n" + (settings.PublicUrl is { } site ? $"\nSitemap: {site}/sitemap.xml\n" : ""));

    private static async Task Page(XmlWriter xml, string site, string path, DateTimeOffset? modified)
    {
        foreach (var language in Languages.All)
        {
            await xml.WriteStartElementAsync(null, "url", Space);
            await xml.Element("loc", Space, $"{site}/{language}/{path}");
            if (modified is { } at) await xml.Element("lastmod", Space, FieldsOf.Stamp(at));
            foreach (var other in Languages.All) await Alternate(xml, other, $"{site}/{other}/{path}");
            await Alternate(xml, "x-default", $"{site}/{Languages.Base}/{path}");
            await xml.WriteEndElementAsync();
        }
    }

    private static async Task Alternate(XmlWriter xml, string language, string address)
    {
        await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
        await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
        await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }

    private int[] Ordinals() => [.. catalogues.Of(current.Now!).Ordinals(clock.GetUtcNow())];

    private async Task<string?> Site(HttpContext context)
    {
        if (current.Now is null) await Plain.Send(context, StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", "No edition is published yet.\n");
        else if (settings.PublicUrl is null) await Plain.NotFound(context, NoAddress);
        else return settings.PublicUrl;
        return null;
    }
}
