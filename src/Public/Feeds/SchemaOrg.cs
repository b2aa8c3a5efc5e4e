using System.Globalization;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Public.Hsds;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

/// <summary>
/// A centre in the words of schema.org, for search engines: a file of its own, since the page allows no inline script.
/// Nothing is said of sensitive kinds, and no call button is offered for a consulate, a migration office or an invented number.
/// </summary>
internal sealed class SchemaOrg(CurrentEdition current, PublicSettings settings, Texts texts, TimeProvider clock)
{
    private static readonly string[] Official =
        [PlaceKinds.Consular, PlaceKinds.MigrationAuthority, PlaceKinds.Ombudsman, PlaceKinds.Documents, PlaceKinds.ReturnReception, PlaceKinds.RescueMissing, PlaceKinds.Labour];

    private static readonly Dictionary<string, string> Days = new()
    {
        ["MO"] = "Monday", ["TU"] = "Tuesday", ["WE"] = "Wednesday", ["TH"] = "Thursday", ["FR"] = "Friday", ["SA"] = "Saturday", ["SU"] = "Sunday",
    };

    public async Task Send(HttpContext context)
    {
        var (language, slug, now) = ((string)context.Request.RouteValues["lang"]!, (string)context.Request.RouteValues["slug"]!, clock.GetUtcNow());
        if (current.Now?.BySlug(slug) is not { } place || Sensitive.Is(place) || place.ExpiresAt <= now || place.WithdrawnAt <= now)
        {
            await Plain.NotFound(context, "Nothing is said here.");
            return;
        }
        using var room = new MemoryStream();
        await using (var json = new Utf8JsonWriter(room, HsdsWriter.Options)) Write(json, place, texts.In(language), new Moment(now));
        context.Response.ContentType = "application/ld+json";
        context.Response.Headers.CacheControl = "public, max-age=60";
        context.Response.ContentLength = room.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(room.GetBuffer().AsMemory(0, (int)room.Length), context.RequestAborted);
    }

    private void Write(Utf8JsonWriter json, PublicPlace place, Words words, Moment moment)
    {
        var to = new JsonFields(json);
        json.WriteStartObject();
        to.Text("@context", "https://schema.org");
        to.Text("@type", Official.Contains(place.Kind) ? "GovernmentService" : "Service");
        to.Text("@id", $"urn:uuid:{place.Id}");
        to.Text("name", place.Name);
        to.Text("serviceType", words[$"places.kind.{place.Kind}"]);
        to.Text("description", place.Profile.Description);
        if (place.IsDemonstration) to.Text("disambiguatingDescription", words["public.demonstration"]);
        if (settings.PublicUrl is { } site) to.Text("url", $"{site}/{words.Language}/centres/{place.Slug}");
        json.WriteStartObject("areaServed");
        to.Text("@type", "Country");
        to.Text("identifier", place.Country);
        json.WriteEndObject();
        if (place.OrganizationName is { Length: > 0 } organization)
        {
            json.WriteStartObject("provider");
            to.Text("@type", "Organization");
            to.Text("name", organization);
            json.WriteEndObject();
        }
        Channel(to, place, moment);
        json.WriteEndObject();
    }

    private static void Channel(JsonFields to, PublicPlace place, Moment moment)
    {
        to.Json.WriteStartObject("availableChannel");
        to.Text("@type", "ServiceChannel");
        if (place.Profile.Languages.Count > 0)
        {
            to.Json.WriteStartArray("availableLanguage");
            foreach (var code in place.Profile.Languages.Distinct()) to.Json.WriteStringValue(code);
            to.Json.WriteEndArray();
        }
        if (MayCall(place) && place.Profile.Phones.FirstOrDefault(p => p.Type is not "fax" and not "pager") is { } phone)
        {
            to.Json.WriteStartObject("servicePhone");
            to.Text("@type", "ContactPoint");
            to.Text("telephone", phone.Number);
            to.Json.WriteEndObject();
        }
        to.Json.WriteStartObject("serviceLocation");
        Location(to, place, moment);
        to.Json.WriteEndObject();
        to.Json.WriteEndObject();
    }

    private static void Location(JsonFields to, PublicPlace place, Moment moment)
    {
        var isExact = place.Disclosure == Disclosures.Exact;
        to.Text("@type", place.Profile.IsPublicHospital ? "Hospital" : "CivicStructure");
        to.Text("name", place.Name);
        to.Json.WriteStartObject("address");
        to.Text("@type", "PostalAddress");
        if (isExact) to.Text("streetAddress", place.Address);
        to.Text("addressLocality", place.Locality ?? place.AreaName);
        to.Text("addressRegion", place.Admin1Name);
        to.Text("addressCountry", place.Country);
        to.Json.WriteEndObject();
        // A map of a search engine would put a pin on the point of the area.
        if (isExact && place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            to.Json.WriteStartObject("geo");
            to.Text("@type", "GeoCoordinates");
            to.Number("latitude", latitude);
            to.Number("longitude", longitude);
            to.Json.WriteEndObject();
        }
        if (moment.SaysHours(place)) Hours(to, place.Profile.Hours);
    }

    // Only the plain week: what a search engine cannot say of odd weeks and holidays it must not guess.
    private static void Hours(JsonFields to, OpeningHours hours)
    {
        var week = HsdsSchedule.Of(hours).Where(s => s is { Freq: "WEEKLY", SaysTimes: true, Rule: { Interval: null or 1, Count: null, Until: null, ByWeekNo: null, OpensAt: not null, ClosesAt: not null, ByDay: not null } })
            .Where(s => s.Rule.ByDay!.Split(',').All(Days.ContainsKey)).ToList();
        to.Array("openingHoursSpecification", week, schedule =>
        {
            to.Text("@type", "OpeningHoursSpecification");
            to.Json.WriteStartArray("dayOfWeek");
            foreach (var day in schedule.Rule.ByDay!.Split(',')) to.Json.WriteStringValue(Days[day]);
            to.Json.WriteEndArray();
            to.Text("opens", Clock(schedule.Rule.OpensAt!.Value));
            to.Text("closes", Clock(schedule.Rule.ClosesAt!.Value));
            to.Day("validFrom", schedule.Rule.ValidFrom);
            to.Day("validThrough", schedule.Rule.ValidTo);
        });
    }

    private static string Clock(ClockTime at) => at.Minutes == 1440 ? "23:59" : at.ToString();

    private static bool MayCall(PublicPlace place) => !place.IsDemonstration && place.Kind is not PlaceKinds.Consular and not PlaceKinds.MigrationAuthority;
}
