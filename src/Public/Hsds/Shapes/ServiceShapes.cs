using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>The flat fields of services and of what hangs on them.</summary>
internal sealed class ServiceShapes(Words words)
{
    private static readonly string[] Statuses = ["active", "inactive", "defunct", "temporarily closed"];

    /// <param name="rows">Those that are still there, at least one: the first says what the service is.</param>
    public void Service(IFields to, Catalogue catalogue, IReadOnlyList<int> rows)
    {
        var place = catalogue.PlaceOf(rows[0]);
        var (service, profile) = (catalogue.Rows[rows[0]].In(place), place.Profile);
        to.Id(service.Id);
        to.Link("organization_id", Row.OrganizationOf(place));
        to.Text("name", service.Name is { Length: > 0 } name ? name : place.Name);
        to.Text("description", service.Description);
        to.Text("url", Checked.Uri(service.Url) ?? Checked.Uri(profile.Url));
        to.Text("email", Checked.Email(service.Email) ?? Checked.Email(profile.Email));
        to.Text("status", StatusOf(service));
        to.Text("interpretation_services", string.Join(", ", profile.Interpreters.Select(c => Centres.Show.Tongue.NameOf(words, c))));
        to.Text("application_process", service.ApplicationProcess);
        to.Text("fees_description", service.Fees);
        to.Text("eligibility_description", service.Eligibility ?? profile.Eligibility);
        if (service.MinimumAge is { } least) to.Number("minimum_age", least);
        if (service.MaximumAge is { } most) to.Number("maximum_age", most);
        to.Day("assured_date", AssuredOn(catalogue, rows));
        to.Text("alert", Alert(place, service));
        to.Instant("last_modified", ModifiedAt(catalogue, rows));
    }

    public static string StatusOf(PlaceService service) => Statuses.Contains(service.Status) ? service.Status : "active";

    public static DateTimeOffset ModifiedAt(Catalogue catalogue, IEnumerable<int> rows) => new(rows.Max(r => catalogue.Rows[r].Modified), TimeSpan.Zero);

    /// <summary>Where it is given at several places, the oldest assurance counts, and none where one was never assured.</summary>
    private static DateOnly? AssuredOn(Catalogue catalogue, IEnumerable<int> rows) =>
        rows.Min(r => catalogue.Rows[r].AssuredDay) is > 0 and var day ? DateOnly.FromDayNumber(day) : null;

    // Whoever flees her country must not be sent to its consulate by a machine either.
    private string Alert(PublicPlace place, PlaceService service) => string.Join(" ", new[]
    {
        place.IsDemonstration ? words["public.demonstration"] : null,
        PlaceKinds.Consular == place.Kind || PlaceKinds.Consular == service.Kind ? words["public.asylum.before_consulate"] : null,
        PlaceKinds.MigrationAuthority == place.Kind || PlaceKinds.MigrationAuthority == service.Kind ? words["public.migration.what_can_happen"] : null,
    }.Where(s => s is not null));

    public static void Cost(IFields to, Guid service, PlaceCost cost, int number)
    {
        to.Id(StableId.Of("hsds", "cost_option", service.ToString(), number.ToString(CultureInfo.InvariantCulture)));
        to.Link("service_id", service);
        to.Text("option", cost.Description);
        if (cost.Amount is not { } amount || cost.Currency is null) return;
        to.Text("currency", cost.Currency);
        to.Number("amount", amount / 100.0);
    }

    public static void Document(IFields to, Guid service, string document, int number)
    {
        to.Id(StableId.Of("hsds", "required_document", service.ToString(), number.ToString(CultureInfo.InvariantCulture)));
        to.Link("service_id", service);
        to.Text("document", document);
    }

    public static void Organization(IFields to, HsdsOrganization organization)
    {
        to.Id(organization.Id);
        to.Text("name", organization.Name);
        to.Text("description", organization.Name);
    }

    public static void Link(IFields to, Guid service, PublicPlace place)
    {
        to.Id(Row.LinkOf(service, place.Id));
        to.Link("service_id", service);
        to.Link("location_id", place.Id);
    }

    public static void Term(IFields to, Term term)
    {
        to.Id(term.Id);
        to.Text("code", term.Code);
        to.Text("name", term.Name);
        to.Text("description", term.Description);
        to.Text("taxonomy", term.Taxonomy.Name);
        to.Text("language", term.Language);
        to.Text("taxonomy_id", term.Taxonomy.Id.ToString());
    }

    public static void Taxonomy(IFields to, Taxonomy taxonomy)
    {
        to.Id(taxonomy.Id);
        to.Text("name", taxonomy.Name);
        to.Text("description", taxonomy.Description);
    }
}
