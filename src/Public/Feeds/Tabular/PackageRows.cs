using Amparo.Contracts.Places;
using Amparo.Public.Hsds;

namespace Amparo.Public.Feeds;

/// <summary>The rows of all tables, from the same fields that the interface writes.</summary>
internal sealed class PackageRows(Catalogue catalogue, Moment moment, Words words, IReadOnlyDictionary<string, CsvTable> tables)
{
    private readonly PlaceShapes _places = new(words);
    private readonly ServiceShapes _services = new(words);

    public void WriteServices(CancellationToken stop)
    {
        foreach (var service in catalogue.Services(moment.Now))
        {
            stop.ThrowIfCancellationRequested();
            int[] rows = [.. catalogue.RowsOf(service, moment.Now)];
            Row("service", to => _services.Service(to, catalogue, rows));
            var place = catalogue.PlaceOf(rows[0]);
            var said = catalogue.Rows[rows[0]].In(place);
            foreach (var (i, cost) in place.Profile.Costs.Index()) Row("cost_option", to => ServiceShapes.Cost(to, said.Id, cost, i));
            foreach (var (i, document) in place.Profile.RequiredDocuments.Index()) Row("required_document", to => ServiceShapes.Document(to, said.Id, document, i));
            foreach (var term in ServiceTerms.IdsOf(place, said)) Attribute(said.Id, Attributes.OfService, catalogue.Terms.Find(term)!, 0, null);
            foreach (var row in rows) Link(row);
        }
    }

    public void WritePlaces(CancellationToken stop)
    {
        foreach (var place in catalogue.Places(moment.Now))
        {
            stop.ThrowIfCancellationRequested();
            Row("location", to => PlaceShapes.Location(to, place));
            if (PlaceShapes.HasAddress(place)) Row("address", to => PlaceShapes.Address(to, place));
            foreach (var code in place.Profile.Languages.Distinct()) Row("language", to => _places.Language(to, place.Id, "location_id", code));
            foreach (var what in place.Profile.Accessibility.Where(a => a.Length > 0).Distinct()) Row("accessibility", to => PlaceShapes.Accessibility(to, place, what));
            foreach (var i in PlaceShapes.Phones(place)) Phone(place, i);
            if (moment.SaysHours(place)) Schedules(place.Id, "location_id", place.Profile.Hours, place);
            foreach (var (i, (term, value)) in Attributes.Of(place, moment).Index()) Attribute(place.Id, Attributes.OfLocation, term, i, value);
        }
    }

    public void WriteTerms()
    {
        foreach (var id in catalogue.OrganizationIds)
            if (catalogue.Organizations[id].Rows.Exists(r => catalogue.IsThere(r, moment.Now))) Row("organization", to => ServiceShapes.Organization(to, catalogue.Organizations[id]));
        foreach (var term in catalogue.Terms.All) Row("taxonomy_term", to => ServiceShapes.Term(to, term));
        foreach (var taxonomy in catalogue.Terms.Taxonomies) Row("taxonomy", to => ServiceShapes.Taxonomy(to, taxonomy));
    }

    private void Link(int row)
    {
        var place = catalogue.PlaceOf(row);
        var link = catalogue.Rows[row];
        Row("service_at_location", to => ServiceShapes.Link(to, link.Service, place));
        if (moment.SaysHours(place)) Schedules(Hsds.Row.LinkOf(link.Service, place.Id), "service_at_location_id", link.In(place).Hours, place);
    }

    private void Phone(PublicPlace place, int number)
    {
        Row("phone", to => _places.Phone(to, place, number));
        var id = PlaceShapes.IdOfPhone(place, number);
        foreach (var code in (place.Profile.Phones[number].Languages ?? []).Distinct()) Row("language", to => _places.Language(to, id, "phone_id", code));
    }

    private void Schedules(Guid owner, string ownerField, OpeningHours? hours, PublicPlace place)
    {
        var offset = moment.OffsetOf(place);
        foreach (var (i, schedule) in HsdsSchedule.Of(hours).Index())
            Row("schedule", to => { to.Link(ownerField, owner); schedule.To(to, HsdsSchedule.IdOf(owner, i), offset); });
    }

    private void Attribute(Guid owner, string entity, Term term, int number, string? value) => Row("attribute", to => Attributes.One(to, owner, entity, term, number, value));

    private void Row(string table, Action<IFields> write)
    {
        write(tables[table]);
        tables[table].End();
    }
}
