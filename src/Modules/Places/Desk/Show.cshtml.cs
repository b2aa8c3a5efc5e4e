using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Hiding;
using Amparo.Places.Impostors;
using Amparo.Places.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk;

/// <summary>All that is known of one entry but where a hidden place is: that has a page and a permission of its own.</summary>
[Requires(PlacesPermissions.View)]
internal sealed class ShowModel(Database db, IOptions<PlacesSettings> settings) : PlacePage(db, PlacesPermissions.View)
{
    private const int HistoryShown = 50;

    public override string TitleKey => "places.desk.show.title";

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();
    public int Reports { get; private set; }
    public int WaitingChanges { get; private set; }

    /// <summary>By what it could pass for another, judged or not.</summary>
    public IReadOnlyList<Warnings.WarningLine> Warned { get; private set; } = [];
    /// <summary>With all others of its area or organisation.</summary>
    public DateTimeOffset? HiddenUntil { get; private set; }
    public Freshness Freshness => Place.FreshnessBy(settings.Value);
    public bool IsExact => Place.Disclosure == Disclosures.Exact;

    /// <summary>What else is known, in the order of the form; what nobody said is left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> MoreFacts => PlaceFacts.Of(W, Place, ClockOf).SkipWhile(f => f.Key != "alternate_name").Where(f => f.Value.Length > 0 && f.Key is not ("town" or "address" or "organization"));

    public IEnumerable<string> States => PlaceStates.Of(PlaceLine.Of(Place), settings.Value, Now);

    /// <summary>The deeds that this person may do upon this entry as it is now: the words of each and where it is done.</summary>
    public IEnumerable<(string Key, string Path)> Deeds()
    {
        var waits = Place.Status == PlaceStatus.Queued;
        if (waits && May(PlacesPermissions.Approve)) yield return ("approve", "approve");
        if (Place.ProposedContacts is { } contacts && !contacts.IsOf(Who.Id!.Value) && May(PlacesPermissions.ConfirmContacts)) yield return ("confirm_contacts", "contacts");
        if (Place.ProposedDisclosure is not null && Place.ProposedBy != Who.Id?.ToString() && May(PlacesPermissions.Disclose)) yield return ("confirm_disclosure", "disclose/confirm");
        if (WaitingChanges > 0 && May(PlacesPermissions.DecideChanges)) yield return ("change", "changes");
        if (Reports > 0 && May(PlacesPermissions.SettleReports)) yield return ("reports", "reports");
        if (Place.Status != PlaceStatus.Withdrawn && May(PlacesPermissions.Assure)) yield return ("assure", "assure");
        if (Place.Status == PlaceStatus.Approved && May(PlacesPermissions.Assure)) yield return ("ask", "ask");
        if (Place is { MayBeFull: true, Status: PlaceStatus.Approved } && May(PlacesPermissions.SayFullCalled)) yield return ("full", "full");
        if (May(PlacesPermissions.Edit)) yield return ("edit", "edit");
        if (Place.IsPublic && May(PlacesPermissions.Record)) yield return ("record", "record");
        if (May(PlacesPermissions.InvitePartner)) yield return ("invite_partner", "invite");
        if (Place.Disclosure != Disclosures.Officers && May(PlacesPermissions.Hide)) yield return ("hide", "hide");
        if (Place.Disclosure != Disclosures.Exact && May(PlacesPermissions.Disclose)) yield return ("disclose", "disclose");
        if (May(PlacesPermissions.SeeWhereabouts)) yield return ("whereabouts", "whereabouts");
        if (Place.Status != PlaceStatus.Withdrawn && May(PlacesPermissions.Withdraw)) yield return ("withdraw", "withdraw");
        if (Place.Status == PlaceStatus.Withdrawn && Place.MergedInto is null && May(PlacesPermissions.BringBack)) yield return ("bring_back", "bring-back");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        var id = Place.Id;
        WaitingChanges = await Db.Set<Proposing.ProposedChange>().CountAsync(c => c.PlaceId == id && c.State == Proposing.ProposalStates.Waits, stop);
        Reports = await Db.Set<ProblemReport>().CountAsync(r => r.PlaceId == id && r.Outcome == ProblemReport.Received, stop);
        HiddenUntil = await Hidden(stop);
        Warned = await Warnings.ListModel.Lines(Db, Who, PlacesPermissions.View, await Db.WarningsFor(Who, PlacesPermissions.View).AsNoTracking().Where(w => (w.PlaceId == id || w.OtherId == id) && w.GoneAt == null).OrderByDescending(w => w.FoundAt).Take(20).ToListAsync(stop), stop);
        // What was done with an entry that was merged into this one is its history too.
        var told = await Db.PlacesFor(Who, PlacesPermissions.View).Where(p => p.MergedInto == id).Select(p => p.Id).ToListAsync(stop);
        told.Add(id);
        History = await Db.Set<AuditEntry>().AsNoTracking().Where(a => a.Record != null && told.Contains(a.Record.Value) && (a.Table == "places_place" || a.Table == "places_whereabouts"))
            .OrderByDescending(a => a.At).Take(HistoryShown).ToListAsync(stop);
        var ids = History.Select(h => h.By).OfType<Guid>().Distinct().ToList();
        People = await Db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        return Page();
    }

    private async Task<DateTimeOffset?> Hidden(CancellationToken stop)
    {
        var (now, place) = (Now, Place);
        var over = await Db.Set<MassHiding>().AsNoTracking().Where(h => h.Until > now).ToListAsync(stop);
        DateTimeOffset? Latest(IEnumerable<MassHiding> hidings) => hidings.Select(h => (DateTimeOffset?)h.Until).Max();
        return HiddenAtOnce.Until(place.Kind, place.IsLastResort, place.Profile.IsPublicHospital,
            Latest(over.Where(h => h.OrganizationId is null && h.Country == place.Country && h.Admin1 == place.Admin1)),
            Latest(over.Where(h => h.OrganizationId is not null && h.OrganizationId == place.OrganizationId && (h.Country is null || h.Country == place.Country))));
    }

    public string NameOf(AuditEntry entry) => entry.By is { } by ? People.GetValueOrDefault(by) ?? W["places.desk.history.gone"] : W["places.desk.history.program"];

    /// <summary>What was done, in words; a purpose is said where the act keeps a code of ours.</summary>
    public string InWords(AuditEntry entry)
    {
        var key = entry.Outcome is AuditOutcomes.Done or AuditOutcomes.Seen ? $"{entry.Act}.done" : "";
        var said = W[key] is var words && words != key ? words : $"{entry.Act} ({entry.Outcome})";
        return entry.Purpose is { } why && WithdrawalReasons.All.Contains(why) ? $"{said}: {W["places.desk.because." + why]}" : said;
    }
}
