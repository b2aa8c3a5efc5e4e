using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Desk.Deeds;

/// <summary>Two organisations, or one and a document. The first of two adds a look; the second makes the entry public.</summary>
[Requires(PlacesPermissions.Approve)]
internal sealed class ApproveModel(Database db, IOptions<PlacesSettings> settings) : DeedPage(db, PlacesPermissions.Approve)
{
    public override string TitleKey => "places.desk.approve.title";

    [BindProperty] public string? Document { get; set; }

    public string OfficeName => settings.Value.OfficeOf(Place.Country);

    /// <summary>Organisations that looked before.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(context, next);
        if (Place is null) return;
        var ids = Place.Verifications.Select(v => v.Organisation).OfType<Guid>().ToList();
        if (ids.Count > 0) Names = await Db.Set<Organization>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, context.HttpContext.RequestAborted);
    }

    protected override Task<string> Do(CancellationToken stop) =>
        Task.FromResult(Place.Verify(Who.Id!.Value, Who.Organisation, Document, Now) ? "place_approved" : "place_verified");
}
