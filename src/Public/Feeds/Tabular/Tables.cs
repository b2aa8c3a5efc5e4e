using System.Text.Json;

namespace Amparo.Public.Feeds;

/// <summary>
/// The tables of an HSDS 3.0 package, in its order. Each field is NAME[:TYPE][{VALUES}][!][*][>TABLE]: ! is required, * is
/// unique, > is a reference to the identifier of another table; a field without a type is text.
/// </summary>
internal static class Tables
{
    private const string Said = """
        organization organizations.csv id:uuid!* name! alternate_name description! email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid
        program programs.csv id:uuid!* organization_id:uuid!*>organization name! alternate_name description!
        service services.csv id:uuid!* organization_id:uuid!>organization program_id:uuid>program name! alternate_name description url:uri email:email status{active|inactive|defunct|temporarily+closed}! interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:datetime
        attribute attributes.csv id:uuid!* link_id:uuid! taxonomy_term_id:uuid!>taxonomy_term link_type link_entity! value
        service_at_location service_at_location.csv id:uuid!* service_id:uuid!>service location_id:uuid!>location description
        location locations.csv id:uuid!* location_type{physical|postal|virtual}! url:uri organization_id:uuid>organization name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type
        phone phones.csv id:uuid!* location_id:uuid>location service_id:uuid>service organization_id:uuid>organization contact_id:uuid>contact service_at_location_id:uuid>service_at_location number! extension:number type description
        contact contacts.csv id:uuid!* organization_id:uuid>organization service_id:uuid>service service_at_location_id:uuid>service_at_location location_id:uuid>location name title department email:email
        address addresses.csv id:uuid!* location_id:uuid>location attention address_1! address_2 city! region state_province! postal_code! country! address_type{physical|postal|virtual}!
        schedule schedules.csv id:uuid!* service_id:uuid>service location_id:uuid>location service_at_location_id:uuid>service_at_location valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst{MO|TU|WE|TH|FR|SA|SU} freq{WEEKLY|MONTHLY} interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes
        funding funding.csv id:uuid!* organization_id:uuid>organization service_id:uuid>service source
        service_area service_areas.csv id:uuid!* service_id:uuid>service name description extent extent_type uri
        required_document required_documents.csv id:uuid!* service_id:uuid>service document uri:uri
        language languages.csv id:uuid!* service_id:uuid>service location_id:uuid>location phone_id:uuid>phone name code note
        accessibility accessibility.csv id:uuid!* location_id:uuid>location description details url:uri
        taxonomy_term taxonomy_terms.csv id:uuid!* code* name! description! parent_id:uuid taxonomy language taxonomy_id:uuid>taxonomy term_uri:uri
        metadata metadata.csv id:uuid!* resource_id:uuid! resource_type! last_action_date:date! last_action_type! field_name! previous_value! replacement_value! updated_by!
        meta_table_description meta_table_descriptions.csv id:uuid!* name language character_set
        cost_option cost_options.csv id:uuid!* service_id:uuid!>service valid_from:date valid_to:date option currency amount:number amount_description
        organization_identifier organization_identifiers.csv id:uuid!* organization_id:uuid!>organization identifier_scheme identifier_type! identifier!
        taxonomy taxonomies.csv id:uuid!* name! description! uri:uri version
        """;

    public static IReadOnlyList<Table> All { get; } = [.. Said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Table.Read)];
}

internal sealed record Table(string Name, string File, IReadOnlyList<Field> Fields)
{
    public static Table Read(string line)
    {
        var parts = line.Split(' ');
        return new(parts[0], parts[1], [.. parts.Skip(2).Select(Field.Read)]);
    }

    public void Describe(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("path", File);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in Fields) field.Describe(json);
        json.WriteEndArray();
        json.WriteString("primaryKey", "id");
        var links = Fields.Where(f => f.Of is not null).ToList();
        if (links.Count > 0) json.WriteStartArray("foreignKeys");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("fields", link.Name);
            json.WriteStartObject("reference");
            json.WriteString("resource", link.Of);
            json.WriteString("fields", "id");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        if (links.Count > 0) json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <param name="Of">The table that it refers to.</param>
internal sealed record Field(string Name, string Type, string[] Values, bool IsRequired, bool IsUnique, string? Of)
{
    private static readonly string[] Types = ["number", "date", "time", "datetime"];

    public static Field Read(string text)
    {
        var (rest, of) = Cut(text, '>');
        var (required, unique) = (rest.Contains('!'), rest.Contains('*'));
        var (before, values) = Cut(rest.TrimEnd('*', '!'), '{');
        var (name, type) = Cut(before, ':');
        return new(name, type ?? "string", values is null ? [] : [.. values.TrimEnd('}').Split('|').Select(v => v.Replace('+', ' '))], required, unique, of);
    }

    public void Describe(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("type", Types.Contains(Type) ? Type : "string");
        if (Type != "string" && !Types.Contains(Type)) json.WriteString("format", Type);
        json.WriteStartObject("constraints");
        json.WriteBoolean("required", IsRequired);
        json.WriteBoolean("unique", IsUnique);
        if (Values.Length > 0)
        {
            json.WriteStartArray("enum");
            foreach (var value in Values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (string Before, string? After) Cut(string text, char at) =>
        text.IndexOf(at) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, null);
}
