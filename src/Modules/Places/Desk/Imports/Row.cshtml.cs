using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>What a list says of an entry that people have published or edited: beside what is there, for one person to decide.</summary>
[Requires(PlacesPermissions.Approve)]
internal sealed class RowModel(Database db) : ImportPage(db, PlacesPermissions.Approve)
{
    public override string TitleKey => "places.desk.imports.row.title";

    [FromRoute] public Guid ChangeId { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Decision { get; set; }

    public ImportChange Change { get; private set; } = null!;
    public Place Place { get; private set; } = null!;
    public PlaceContent? Proposed { get; private set; }
    public bool IsBehind { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        RuleBroken.Unless(Proposed is not null, "places.imports.already_decided");
        if (Version != Place.Version)
        {
            IsBehind = true;
            return Refused(Microsoft.AspNetCore.Http.StatusCodes.Status409Conflict);
        }
        if (Decision is not ("yes" or "no")) Wrong[""] = "places.desk.second.choose";
        if (Wrong.Count > 0) return Refused();
        var waits = Decision == "yes" && await Apply(Proposed!, stop);
        Change.Decide(Decision == "yes" ? ChangeOutcomes.Applied : ChangeOutcomes.Declined);
        Change.Content = null;
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?outcome=waits&done={(Decision == "no" ? "import_row_declined" : waits ? "place_edited_waits" : "import_row_applied")}");
    }

    /// <summary>Where the two differ. Where a hidden place is stays out: only that the list says something else of it.</summary>
    public IEnumerable<(string Field, string Now, string Listed)> Differences()
    {
        var (now, listed) = (Place, Proposed!);
        string Phones(PlaceProfile p) => string.Join(", ", p.Phones.Select(x => x.Number));
        var all = new (string, string?, string?)[]
        {
            ("name", now.Name, listed.Name), ("kind", W["places.kind." + now.Kind], W["places.kind." + listed.Kind]), ("phones", Phones(now.Profile), Phones(listed.Profile)), ("url", now.Profile.Url, listed.Profile.Url),
            ("description", now.Profile.Description, listed.Profile.Description), ("hours", HoursLines.Of(W, now.Profile.Hours), HoursLines.Of(W, listed.Profile.Hours)),
            ("languages", string.Join(", ", now.Profile.Languages.Select(l => PlaceCodes.LanguageName(W, l))), string.Join(", ", listed.Profile.Languages.Select(l => PlaceCodes.LanguageName(W, l)))), ("serves", string.Join(", ", now.Profile.Serves.Select(s => W["places.for." + s])), string.Join(", ", listed.Profile.Serves.Select(s => W["places.for." + s]))),
        };
        foreach (var (field, is_, says) in all.Where(f => (f.Item2 ?? "") != (f.Item3 ?? ""))) yield return (field, is_ ?? "—", says ?? "—");
    }

    public bool LiesElsewhere => (Place.Whereabouts.Address, Place.Whereabouts.Latitude, Place.Whereabouts.Longitude, Place.Locality, Place.Country) != (Proposed!.Address, Proposed.Latitude, Proposed.Longitude, Proposed.Locality, Proposed.Country);
    public string ListedAddress => Place.Disclosure == Disclosures.Exact ? string.Join(", ", new[] { Proposed!.Address, Proposed.Locality, Proposed.Country }.Where(s => !string.IsNullOrEmpty(s))) : W["places.desk.imports.row.hidden"];

    private async Task<bool> Apply(PlaceContent listed, CancellationToken stop)
    {
        RuleBroken.Unless(Place.Status != PlaceStatus.Withdrawn, "places.imports.withdrawn");
        var reach = Who.ReachFor(PlacesPermissions.Approve);
        RuleBroken.Unless(reach.Everywhere || reach.Countries.Contains(listed.Country), "places.imports.outside");
        var organization = listed.OrganizationId is { } id && await Db.Set<Organization>().AnyAsync(o => o.Id == id, stop) ? listed.OrganizationId : Place.OrganizationId;
        var waits = (listed with { OrganizationId = organization }).Into(Place, Who.Id!.Value, Now);
        Place.LookAnew();
        return waits;
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return false;
        var run = Job.RunId;
        if (await Db.ChangesFor(Who, PlacesPermissions.Approve, run).SingleOrDefaultAsync(c => c.Id == ChangeId, stop) is not { } change) return false;
        Change = change;
        Place = await Db.PlacesFor(Who, PlacesPermissions.Approve).Include(p => p.Verifications).SingleAsync(p => p.Id == change.PlaceId, stop);
        if (change is { What: ImportChange.Waits, Outcome: null, Content: { } content }) Proposed = PlaceContent.FromJson(content);
        return true;
    }
}
