using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>Writes HSDS objects straight from the entries of an edition, as they are at one moment.</summary>
internal sealed class HsdsWriter(Utf8JsonWriter json, Catalogue catalogue, Moment moment, Words words)
{
    // Nothing of it is ever put into HTML; the framework would write each accent as six bytes.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    private static readonly ConcurrentDictionary<Guid, byte[]> Written = new();

    private readonly JsonFields _to = new(json);
    private readonly PlaceShapes _places = new(words);
    private readonly ServiceShapes _services = new(words);

    public void Service(int service, bool full)
    {
        int[] rows = [.. catalogue.RowsOf(service, moment.Now)];
        json.WriteStartObject();
        _services.Service(_to, catalogue, rows);
        OrganizationInside(rows[0]);
        if (full)
        {
            ServiceParts(rows[0]);
            _to.Array("service_at_locations", rows, row => Link(row, true));
        }
        json.WriteEndObject();
    }

    public void MinimalService(int service)
    {
        int[] rows = [.. catalogue.RowsOf(service, moment.Now)];
        var place = catalogue.PlaceOf(rows[0]);
        var said = catalogue.Rows[rows[0]].In(place);
        json.WriteStartObject();
        _to.Id(said.Id);
        _to.Text("name", said.Name is { Length: > 0 } name ? name : place.Name);
        _to.Text("status", ServiceShapes.StatusOf(said));
        _to.Instant("last_modified", ServiceShapes.ModifiedAt(catalogue, rows));
        _to.Instant("modified_date", ServiceShapes.ModifiedAt(catalogue, rows));
        json.WriteEndObject();
    }

    public void ServiceAtLocation(int row, bool full)
    {
        json.WriteStartObject();
        Link(row, full);
        json.WriteStartObject("service");
        _services.Service(_to, catalogue, [row]);
        OrganizationInside(row);
        if (full) ServiceParts(row);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Organization(HsdsOrganization organization)
    {
        json.WriteStartObject();
        ServiceShapes.Organization(_to, organization);
        json.WriteEndObject();
    }

    /// <summary>An organisation with its places and services; it may hold thousands of them, so the caller is asked in between.</summary>
    public async Task FullOrganization(HsdsOrganization organization, bool fullServices, Func<ValueTask> breathe)
    {
        int[] rows = [.. organization.Rows.Where(r => catalogue.IsThere(r, moment.Now))];
        json.WriteStartObject();
        ServiceShapes.Organization(_to, organization);
        json.WriteStartArray("locations");
        foreach (var ordinal in rows.Select(r => catalogue.Rows[r].Ordinal).Distinct().Order())
        {
            json.WriteStartObject();
            Location(catalogue.Edition.At(ordinal), true);
            json.WriteEndObject();
            await breathe();
        }
        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in rows.Select(catalogue.ServiceOfRow).Distinct())
        {
            if (fullServices) Service(service, true);
            else MinimalService(service);
            await breathe();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void TaxonomyTerm(Term term)
    {
        json.WriteStartObject();
        ServiceShapes.Term(_to, term);
        json.WriteStartObject("taxonomy_detail");
        ServiceShapes.Taxonomy(_to, term.Taxonomy);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Taxonomy(Taxonomy taxonomy)
    {
        json.WriteStartObject();
        ServiceShapes.Taxonomy(_to, taxonomy);
        json.WriteEndObject();
    }

    private void OrganizationInside(int row)
    {
        json.WriteStartObject("organization");
        ServiceShapes.Organization(_to, catalogue.Organizations[catalogue.Rows[row].Organization]);
        json.WriteEndObject();
    }

    private void ServiceParts(int row)
    {
        var place = catalogue.PlaceOf(row);
        var service = catalogue.Rows[row].In(place);
        var (costs, documents) = (place.Profile.Costs, place.Profile.RequiredDocuments);
        _to.Array("cost_options", [.. Enumerable.Range(0, costs.Count)], i => ServiceShapes.Cost(_to, service.Id, costs[i], i));
        _to.Array("required_documents", [.. Enumerable.Range(0, documents.Count)], i => ServiceShapes.Document(_to, service.Id, documents[i], i));
        var terms = ServiceTerms.IdsOf(place, service);
        _to.Array("attributes", [.. Enumerable.Range(0, terms.Count)], i => Attribute(service.Id, Attributes.OfService, catalogue.Terms.Find(terms[i])!, 0, null));
    }

    // Everything but the service, so that it can stand inside one.
    private void Link(int row, bool full)
    {
        var place = catalogue.PlaceOf(row);
        var link = catalogue.Rows[row];
        ServiceShapes.Link(_to, link.Service, place);
        if (full && moment.SaysHours(place)) Schedules(Row.LinkOf(link.Service, place.Id), link.In(place).Hours, place);
        json.WriteStartObject("location");
        Location(place, full);
        json.WriteEndObject();
    }

    private void Location(PublicPlace place, bool full)
    {
        PlaceShapes.Location(_to, place);
        if (!full) return;
        _to.Array("languages", [.. place.Profile.Languages.Distinct()], code => _places.Language(_to, place.Id, "location_id", code));
        if (PlaceShapes.HasAddress(place)) _to.Array("addresses", [place], p => PlaceShapes.Address(_to, p));
        _to.Array("accessibility", [.. place.Profile.Accessibility.Where(a => a.Length > 0).Distinct()], what => PlaceShapes.Accessibility(_to, place, what));
        _to.Array("phones", PlaceShapes.Phones(place), i => Phone(place, i));
        if (moment.SaysHours(place)) Schedules(place.Id, place.Profile.Hours, place);
        var said = Attributes.Of(place, moment);
        _to.Array("attributes", [.. Enumerable.Range(0, said.Count)], i => Attribute(place.Id, Attributes.OfLocation, said[i].Term, i, said[i].Value));
    }

    private void Phone(PublicPlace place, int number)
    {
        _places.Phone(_to, place, number);
        var id = PlaceShapes.IdOfPhone(place, number);
        _to.Array("languages", [.. (place.Profile.Phones[number].Languages ?? []).Distinct()], code => _places.Language(_to, id, "phone_id", code));
    }

    private void Schedules(Guid owner, OpeningHours? hours, PublicPlace place)
    {
        var offset = moment.OffsetOf(place);
        var schedules = HsdsSchedule.Of(hours);
        _to.Array("schedules", [.. Enumerable.Range(0, schedules.Count)], i => schedules[i].To(_to, HsdsSchedule.IdOf(owner, i), offset));
    }

    private void Attribute(Guid owner, string entity, Term term, int number, string? value)
    {
        Attributes.One(_to, owner, entity, term, number, value);
        json.WritePropertyName("taxonomy_term");
        json.WriteRawValue(BytesOf(term), skipInputValidation: true);
    }

    // Our own terms are the same in every attribute; those of sources may be many and are written each time.
    private static byte[] BytesOf(Term term) => ReferenceEquals(term.Taxonomy, Hsds.Taxonomy.Profile) ? Written.GetOrAdd(term.Id, _ => Write(term)) : Write(term);

    private static byte[] Write(Term term)
    {
        using var room = new MemoryStream();
        using (var one = new Utf8JsonWriter(room, Options))
        {
            one.WriteStartObject();
            ServiceShapes.Term(new JsonFields(one), term);
            one.WriteEndObject();
        }
        return room.ToArray();
    }
}
