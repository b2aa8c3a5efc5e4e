using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Makes a draft of a location and the services that are given there.</summary>
internal sealed class HsdsDrafts(HsdsTables tables, string list, ListProfile profile)
{
    private static readonly string[] Statuses = ["active", "inactive", "defunct", "temporarily closed"];
    private readonly string? _onlyCountry = tables["addresses"].Select(HsdsAddress.Country).OfType<string>().Distinct().ToList() is [var only] ? only : null;

    public Draft Of(HsdsRow? location, IReadOnlyList<HsdsRow> services)
    {
        var main = location ?? services[0];
        var address = location is null ? null : tables.Of("addresses", "location_id", location.Id).Concat(tables.Named("addresses", location.Links("location_address"))).OrderBy(a => a["address_type"] == "physical" ? 0 : 1).ToList() is [var first, ..] ? first : null;
        var draft = new Draft { Row = main.Row, Key = Clean.Storable(main.Id) is { Length: > 0 and <= 200 } key ? key : null, Source = main.Fields, OrderIsKnown = false };
        var organization = OrganizationOf(draft, [.. services.Select(s => s["organization_id"]), main["organization_id"]]);
        draft.Country = CountryOf(draft, address);
        HsdsAddress.Read(draft, address);
        (draft.Latitude, draft.Longitude) = Point(draft, location);
        Name(draft, location, services, organization);
        var attributes = new List<PlaceAttribute>();
        var given = services.Select(s => Service(draft, s, attributes, services.Count > 1)).ToList();
        draft.Kind = given.Where(s => s.Kind != PlaceKinds.Other).GroupBy(s => s.Kind).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? PlaceKinds.Other;
        if (given.Count > 0 && given.All(s => s.Status is "inactive" or "defunct")) draft.Note(Reasons.ServicesInactive, "status", given[0].Status);
        Profile(draft, location, services, given, attributes);
        HsdsPeople.Read(draft, tables, location, services);
        return draft;
    }

    private string CountryOf(Draft draft, HsdsRow? address)
    {
        if (address is not null && HsdsAddress.Country(address) is { } said) return said;
        if (profile.Defaults.GetValueOrDefault("country") is { } set && Countries.CodeOf(set) is { } code) return code;
        if (_onlyCountry is { } only)
        {
            draft.Note(Reasons.CountryOfTheList, "country", only);
            return only;
        }
        draft.Note(Reasons.CountryMissing, "country");
        return "";
    }

    private static (double?, double?) Point(Draft draft, HsdsRow? location)
    {
        if (location?["latitude"] is not { } latitude || location["longitude"] is not { } longitude) return default;
        if (Readings.Degrees(latitude) is { } north && Readings.Degrees(longitude) is { } east) return north == 0 && east == 0 ? default : (north, east);
        draft.Note(Reasons.CoordinateUnreadable, "latitude", $"{latitude}, {longitude}");
        return default;
    }

    private DraftOrganization? OrganizationOf(Draft draft, IReadOnlyList<string?> ids)
    {
        var found = ids.OfType<string>().SelectMany(i => i.Split(',')).Distinct().Select(i => tables.One("organizations", i.Trim())).OfType<HsdsRow>().FirstOrDefault();
        if (found is null || Clean.OneLine(draft, "organization", found["name"], 200) is not { } name) return null;
        return draft.Organization = new(found.Id, name)
        {
            AlternateName = Clean.OneLine(draft, "organization.alternate_name", found["alternate_name"], 200), Description = PersonalData.Mask(draft, "organization.description", Clean.Lines(draft, "organization.description", found["description"])),
            Url = Contacts.Url(draft, found.First("website", "url")), Email = Contacts.Email(draft, found["email"]),
        };
    }

    // Many lists call a location by its address: what people look for is who is there.
    private static void Name(Draft draft, HsdsRow? location, IReadOnlyList<HsdsRow> services, DraftOrganization? organization)
    {
        var own = Clean.OneLine(draft, "name", location?["name"], 200);
        if (own is not null && !(char.IsAsciiDigit(own[0]) && own.Contains(' ', StringComparison.Ordinal)))
        {
            draft.Name = own;
            return;
        }
        draft.Address ??= own;
        var service = services.Count == 1 || organization is null ? Clean.OneLine(draft, "name", (services.Count > 0 ? services[0]["name"] : null), 200) : null;
        draft.Name = string.Join(" – ", new[] { organization?.Name, service }.OfType<string>()) is { Length: > 0 } made ? made : own ?? "";
    }

    private PlaceService Service(Draft draft, HsdsRow row, List<PlaceAttribute> attributes, bool several)
    {
        var name = Clean.OneLine(draft, "services.name", row["name"], 200) ?? "";
        var terms = tables.Of("attributes", "link_id", row.Id).Select(a => tables.One("taxonomy_terms", a["taxonomy_term_id"])).OfType<HsdsRow>().DistinctBy(t => t.Id)
            .Select(t => new PlaceTerm(Clean.OneLine(draft, "terms", t.Id, 100) ?? "", Clean.OneLine(draft, "terms", t["name"] ?? t.Id, 200) ?? "", Clean.OneLine(draft, "terms", t["taxonomy"], 100))).ToList();
        foreach (var field in new[] { "interpretation_services", "wait_time", "accreditations", "licenses", "alert", "assured_date", "last_modified", "alternate_name" })
            Add(draft, attributes, $"service_{field}", row[field], several ? name : null);
        foreach (var area in tables.Of("service_areas", "service_id", row.Id)) Add(draft, attributes, "service_area", area.First("name", "description"), several ? name : null);
        foreach (var funding in tables.Of("funding", "service_id", row.Id)) Add(draft, attributes, "funding", funding["source"], several ? name : null);
        if (tables.One("programs", row["program_id"]) is { } program) Add(draft, attributes, "program", program["name"], several ? name : null);
        if (row["assurer_email"] is { } assurer) draft.Notes = draft.Notes is null ? assurer : $"{draft.Notes}\n{assurer}";
        var status = row["status"]?.ToLowerInvariant() ?? "active";
        if (!Statuses.Contains(status)) draft.Note(Reasons.ValueUnknown, "services.status", row["status"]);
        var (regular, words, always) = HsdsHours.Read(draft, tables.Of("schedules", "service_id", row.Id).Where(s => s["location_id"] is null && s["service_at_location_id"] is null));
        foreach (var text in words) Add(draft, attributes, HoursFields.AsWritten, text, several ? name : null);
        var eligibility = string.Join("; ", new[] { row["eligibility_description"] }.Concat(tables.Of("eligibility", "service_id", row.Id).Select(e => e["eligibility"])).OfType<string>());
        string? Text(string field, string? value) => PersonalData.Mask(draft, field, Clean.Lines(draft, field, value));
        return new(Guid.TryParse(row.Id, out var id) && id != Guid.Empty ? id : StableId.Of("service", list, row.Id), name, HsdsKinds.Of(terms, name, profile), Text("services.description", row["description"]),
            Statuses.Contains(status) ? status : "active", Contacts.Url(draft, row["url"]), Contacts.Email(draft, row["email"]), Text("services.application_process", row["application_process"]),
            Text("services.fees", row.First("fees_description", "fees")), Text("services.eligibility", eligibility), row["minimum_age"] is { } from ? Readings.Whole(from, 0, 150) : null,
            row["maximum_age"] is { } to ? Readings.Whole(to, 0, 150) : null, regular.Count > 0 || always ? new() { Regular = regular, AlwaysOpen = always } : null, terms.Count > 0 ? terms : null);
    }

    private void Profile(Draft draft, HsdsRow? location, IReadOnlyList<HsdsRow> services, List<PlaceService> given, List<PlaceAttribute> attributes)
    {
        var here = location is null ? [] : tables.Of("schedules", "location_id", location.Id).Concat(tables.Named("schedules", location.Links("location_schedule"))).Concat(tables.Of("service_at_location", "location_id", location.Id).SelectMany(l => tables.Of("schedules", "service_at_location_id", l.Id))).DistinctBy(s => s.Row + s.Id);
        var (regular, words, always) = HsdsHours.Read(draft, here);
        foreach (var text in words) Add(draft, attributes, HoursFields.AsWritten, text, null);
        foreach (var field in new[] { "location_type", "external_identifier", "external_identifier_type" })
            if (Clean.OneLine(draft, field, location?[field]) is { } said) attributes.Add(new(field, said));
        foreach (var link in location is null ? [] : tables.Of("service_at_location", "location_id", location.Id)) Add(draft, attributes, "service_at_location_description", link["description"], null);
        var hours = regular.Count > 0 || always ? new OpeningHours { Regular = regular, AlwaysOpen = always } : given.Count == 1 ? given[0].Hours ?? OpeningHours.NotKnown : OpeningHours.NotKnown;
        draft.Profile = new()
        {
            AlternateName = Clean.OneLine(draft, "alternate_name", location?["alternate_name"], 200), Description = PersonalData.Mask(draft, "description", Clean.Lines(draft, "description", location?["description"])),
            TextLanguage = profile.Defaults.GetValueOrDefault("text_language", "en"), Url = Contacts.Url(draft, location?["url"]) ?? draft.Organization?.Url, Email = draft.Organization?.Email,
            Phones = HsdsPeople.Phones(draft, tables, location, services), Services = given, Hours = hours, Languages = HsdsPeople.Languages(draft, tables, location, services),
            Accessibility = location is null ? [] : [.. tables.Of("accessibility", "location_id", location.Id).Select(a => Clean.OneLine(draft, "accessibility", string.Join(". ", new[] { a["description"], a["details"] }.OfType<string>()))).OfType<string>().Distinct()],
            Serves = [.. given.SelectMany(s => s.Terms ?? []).Select(t => Vocabulary.Population(t.Name)).OfType<string>().Distinct()],
            RequiredDocuments = [.. services.SelectMany(s => tables.Of("required_documents", "service_id", s.Id)).Select(d => Clean.OneLine(draft, "required_documents", d["document"])).OfType<string>().Distinct()],
            Costs = [.. services.SelectMany(s => tables.Of("cost_options", "service_id", s.Id)).Select(c => Cost(draft, c)).OfType<PlaceCost>()],
            GettingThere = PersonalData.Mask(draft, "getting_there", Clean.Lines(draft, "getting_there", location?["transportation"])), Attributes = attributes,
        };
    }

    private static PlaceCost? Cost(Draft draft, HsdsRow row)
    {
        var words = Clean.OneLine(draft, "cost_options", string.Join(" – ", new[] { row["option"], row["amount_description"] }.OfType<string>()));
        var amount = row["amount"] is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000 ? (long?)decimal.Round(number * 100) : null;
        return words is null && amount is null ? null : new(words ?? "", amount, row["currency"] is { Length: 3 } currency && currency.All(char.IsAsciiLetter) ? currency.ToUpperInvariant() : null);
    }

    private static void Add(Draft draft, List<PlaceAttribute> attributes, string name, string? value, string? of)
    {
        if (PersonalData.Mask(draft, name, Clean.OneLine(draft, name, value, 1000)) is { } text && attributes.Count < 200) attributes.Add(new(name, of is null ? text : $"{of}: {text}"));
    }
}
