using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Whom one calls, who answers, and in which language.</summary>
internal static class HsdsPeople
{
    /// <summary>People's names are for officers: a reader needs the number of the desk, not who sits there.</summary>
    public static void Read(Draft draft, HsdsTables tables, HsdsRow? location, IReadOnlyList<HsdsRow> services)
    {
        var contacts = Linked(tables, "contacts", location, services).DistinctBy(c => c.Id).Take(10)
            .Select(c => string.Join(", ", new[] { c["name"], c["title"], c["department"], c["email"], c["phone_number"] is { Length: >= 7 and <= 14 } number ? number : null }.Concat(tables.Of("phones", "contact_id", c.Id).Select(p => p["number"])).OfType<string>()));
        draft.StaffContact = Clean.Lines(draft, "contacts", string.Join('\n', contacts.Append(draft.StaffContact).OfType<string>()), 1000);
    }

    public static IReadOnlyList<PlacePhone> Phones(Draft draft, HsdsTables tables, HsdsRow? location, IReadOnlyList<HsdsRow> services)
    {
        var rows = Linked(tables, "phones", location, services).Concat(tables.Named("phones", location?.Links("location_phones") ?? [])).Concat(services.SelectMany(s => s.Links("service_phones")).Select(id => tables.One("phones", id)).OfType<HsdsRow>()).ToList();
        if (rows.Count == 0) rows = [.. services.Select(s => s["organization_id"]).Append(location?["organization_id"]).OfType<string>().Distinct().SelectMany(o => tables.Of("phones", "organization_id", o)).Where(p => p["location_id"] is null && p["service_id"] is null)];
        var phones = new List<PlacePhone>();
        foreach (var row in rows.DistinctBy(r => r.Row + r.Id).Take(40))
        {
            var description = PersonalData.Mask(draft, "phones.description", Clean.OneLine(draft, "phones.description", row["description"]));
            Contacts.Add(draft, phones, "phone", row["number"], row["type"] is { } type && Types.Contains(type.ToLowerInvariant()) ? type.ToLowerInvariant() : null, row["extension"], description);
        }
        return phones;
    }

    public static IReadOnlyList<string> Languages(Draft draft, HsdsTables tables, HsdsRow? location, IReadOnlyList<HsdsRow> services)
    {
        var codes = new List<string>();
        foreach (var row in Linked(tables, "languages", location, services))
        {
            if ((row["name"] is { } name ? Vocabulary.Language(name) : null) is { } known || (row["code"] is { } code && (known = Vocabulary.Language(code)) is not null)) codes.Add(known);
            else draft.Note(Reasons.ValueUnknown, "languages", row.First("name", "code"));
        }
        return [.. codes.Distinct()];
    }

    private static readonly string[] Types = ["voice", "fax", "text", "cell", "video", "pager", "textphone", "whatsapp", "hotline"];

    private static IEnumerable<HsdsRow> Linked(HsdsTables tables, string table, HsdsRow? location, IReadOnlyList<HsdsRow> services)
    {
        var here = location is null ? [] : tables.Of(table, "location_id", location.Id).Concat(tables.Of("service_at_location", "location_id", location.Id).SelectMany(l => tables.Of(table, "service_at_location_id", l.Id)));
        return here.Concat(services.SelectMany(s => tables.Of(table, "service_id", s.Id))).DistinctBy(r => r.Row + r.Id);
    }
}

internal static class HsdsAddress
{
    private static readonly HashSet<string> States =
    [
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
        "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
    ];

    /// <summary>The country that is written, or that of a state of the United States with its postal code.</summary>
    public static string? Country(HsdsRow address) =>
        address["country"] is { } said && Countries.CodeOf(said) is { } code ? code
        : address["state_province"] is { } state && States.Contains(state.ToUpperInvariant()) && address["postal_code"] is { Length: >= 5 } postal && postal[..5].All(char.IsAsciiDigit) ? "US" : null;

    public static void Read(Draft draft, HsdsRow? address)
    {
        if (address is null) return;
        var parts = new[] { address["address_1"], address["address_2"], address["address_3"], address["address_4"], address["postal_code"] };
        draft.Address = Clean.OneLine(draft, "address", string.Join(", ", parts.OfType<string>()));
        draft.Locality = Clean.OneLine(draft, "locality", address["city"], 100);
        draft.Admin1Name = Clean.OneLine(draft, "admin1", address.First("state_province", "region"), 100);
        draft.StaffContact = Clean.OneLine(draft, "attention", address["attention"]);
    }
}

/// <summary>Our kind of a service by the words of its taxonomy, else of its name; <c>other</c> where none is known.</summary>
internal static class HsdsKinds
{
    public static string Of(IReadOnlyList<PlaceTerm> terms, string name, ListProfile profile)
    {
        // Terms that say for whom (Women, Children, Refugees) do not say what.
        var what = terms.Where(t => t.Taxonomy is not { } taxonomy || !(taxonomy.Contains("Situation", StringComparison.OrdinalIgnoreCase) || taxonomy.Contains("Eligib", StringComparison.OrdinalIgnoreCase) && !taxonomy.Contains("Services", StringComparison.OrdinalIgnoreCase)));
        foreach (var kind in what.Select(t => Vocabulary.Kind(t.Name)).OfType<string>().Where(k => k != PlaceKinds.Other)) return kind;
        return Vocabulary.KindIn(name) ?? profile.Defaults.GetValueOrDefault("kind", PlaceKinds.Other);
    }
}
