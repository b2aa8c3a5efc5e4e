using System.Buffers;
using System.Text.Json;
using Amparo.Contracts.Places;

namespace Amparo.Public.Hsds;

/// <summary>One answer while it is written.</summary>
internal sealed class Writing(Catalogue catalogue, Asked asked, Moment moment, AnswerBody body, Words words, string? publicUrl) : IDisposable
{
    private const string Specification = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";
    // The order of a search may depend on what is open.
    private static readonly TimeSpan SearchHolds = TimeSpan.FromMinutes(1);
    private readonly Utf8JsonWriter _json = new(body.Room, HsdsWriter.Options);
    private HsdsWriter? _writer;

    private HsdsWriter To => _writer ??= new(_json, catalogue, moment, words);

    public void Dispose() => _json.Dispose();

    public async Task One()
    {
        var id = asked.Id.GetValueOrDefault();
        switch (asked.Resource)
        {
            case Resource.Api: Api(); break;
            case Resource.Services:
                var service = catalogue.ServiceOf(id);
                if (service < 0 || !catalogue.RowsOf(service, moment.Now).Any()) throw Unknown("service");
                To.Service(service, full: true);
                break;
            case Resource.ServiceAtLocations:
                var row = catalogue.RowOfLink(id);
                if (row < 0 || !catalogue.IsThere(row, moment.Now)) throw Unknown("service_at_location");
                To.ServiceAtLocation(row, full: true);
                break;
            case Resource.Organizations:
                if (!catalogue.Organizations.TryGetValue(id, out var organization) || !IsThere(organization)) throw Unknown("organization");
                await To.FullOrganization(organization, asked.FullService, Breathe);
                break;
            case Resource.Taxonomies: To.Taxonomy(catalogue.Terms.FindTaxonomy(id) ?? throw Unknown("taxonomy")); break;
            default: To.TaxonomyTerm(catalogue.Terms.Find(id) ?? throw Unknown("taxonomy_term")); break;
        }
        await _json.FlushAsync();
    }

    public Task List()
    {
        // What goes by itself changes what a list holds and how many there are.
        moment.Until(catalogue.NextGone(moment.Now));
        if (asked.Search is not null) moment.Until(moment.Now + SearchHolds);
        switch (asked.Resource)
        {
            case Resource.Services:
                return Pages(Finding.Services(catalogue, asked, moment.Now), s => { if (asked.Minimal) To.MinimalService(s); else To.Service(s, asked.Full); return default; });
            case Resource.ServiceAtLocations:
                return Pages(Finding.Rows(catalogue, asked, moment.Now), r => { To.ServiceAtLocation(r, asked.Full); return default; });
            case Resource.Organizations:
                return Pages([.. catalogue.OrganizationIds.Select(i => catalogue.Organizations[i]).Where(o => IsThere(o) && Says(o.Name))], Organization);
            case Resource.Taxonomies:
                return Pages([.. catalogue.Terms.Taxonomies.Where(t => Says(t.Name) || Says(t.Description))], t => { To.Taxonomy(t); return default; });
            default:
                return Pages(Terms(), t => { To.TaxonomyTerm(t); return default; });
        }
    }

    private async ValueTask Organization(HsdsOrganization organization)
    {
        if (asked.Full || asked.FullService) await To.FullOrganization(organization, asked.FullService, Breathe);
        else To.Organization(organization);
    }

    private Term[] Terms()
    {
        // Our terms and those of the sources are flat: none has a parent.
        if (asked.Parent is not null) return [];
        var taxonomy = asked.Taxonomy is { } named ? catalogue.Terms.TaxonomyIdOf(named) ?? throw Problem.Bad("The parameter taxonomy_id is a UUID or a name, as /taxonomies lists them.") : (Guid?)null;
        return [.. catalogue.Terms.All.Where(t => (taxonomy is null || t.Taxonomy.Id == taxonomy) && (Says(t.Name) || Says(t.Description) || Says(t.Code)))];
    }

    private async Task Pages<T>(T[] all, Func<T, ValueTask> write)
    {
        if (asked.Lines)
        {
            foreach (var item in all)
            {
                await write(item);
                await _json.FlushAsync();
                _json.Reset();
                body.Room.Write("\n"u8);
                await body.Breathe();
            }
            return;
        }
        var pages = (all.Length + asked.Size - 1) / asked.Size;
        var from = (int)Math.Min(all.Length, (asked.Page - 1L) * asked.Size);
        var count = Math.Min(asked.Size, all.Length - from);
        _json.WriteStartObject();
        _json.WriteNumber("total_items", all.Length);
        _json.WriteNumber("total_pages", pages);
        _json.WriteNumber("page_number", asked.Page);
        _json.WriteNumber("size", count);
        _json.WriteBoolean("first_page", asked.Page == 1);
        _json.WriteBoolean("last_page", asked.Page >= pages);
        _json.WriteBoolean("empty", count == 0);
        _json.WriteStartArray("contents");
        for (var i = from; i < from + count; i++)
        {
            await write(all[i]);
            await Breathe();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync();
    }

    private async ValueTask Breathe()
    {
        // What the writer still holds lies in the room that is emptied when a piece is sent on.
        await _json.FlushAsync();
        await body.Breathe();
    }

    private void Api()
    {
        _json.WriteStartObject();
        _json.WriteString("version", "3.0");
        // The terms of our profile describe themselves; an address of our own can be said only where somebody set it.
        _json.WriteString("profile", publicUrl is { } site && Checked.Uri($"{site}{HsdsApi.Root}/taxonomy_terms?taxonomy_id={Taxonomy.Profile.Name}") is { } address ? address : $"urn:uuid:{Taxonomy.Profile.Id}");
        _json.WriteString("openapi_url", Specification);
        _json.WriteEndObject();
    }

    private bool IsThere(HsdsOrganization organization) => organization.Rows.Exists(r => catalogue.IsThere(r, moment.Now));

    private bool Says(string text) => asked.Search is null || FoldedText.Fold(text).Contains(FoldedText.Fold(asked.Search), StringComparison.Ordinal);

    private static Problem Unknown(string what) => Problem.NotFound($"No {what} has this identifier in the current edition.");
}
