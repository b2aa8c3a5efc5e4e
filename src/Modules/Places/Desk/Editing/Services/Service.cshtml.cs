using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Services;

/// <summary>One service of the place, or a new one. A new web address or mailbox of it waits like that of the place.</summary>
[Requires(PlacesPermissions.Edit)]
internal sealed class ServiceModel(Database db) : SectionPage(db), IService
{
    private OpeningHours? _hours;

    public override string TitleKey => ServiceId is null ? "places.desk.services.new" : "places.desk.services.one";
    public override string Section => "services";

    [FromRoute] public Guid? ServiceId { get; set; }
    [BindProperty(Name = "")] public ServiceForm Form { get; set; } = new();

    public PlaceService? Service => ServiceId is { } id ? Place.Profile.Services.FirstOrDefault(s => s.Id == id) : null;
    public Dictionary<string, string> Times { get; } = [];

    protected override string After => $"{Path}/edit/services";

    // The service is found in the entry that the person reaches, never by its identifier alone.
    protected override async Task<bool> Load(CancellationToken stop) => await base.Load(stop) && (ServiceId is null || Service is not null);

    protected override Task Fill(CancellationToken stop)
    {
        Form = this.FormOf(Place.Kind);
        this.FillWeek();
        return Task.CompletedTask;
    }

    protected override Task Check(CancellationToken stop)
    {
        _hours = this.Read(Place.Profile, Request.Form);
        return Task.CompletedTask;
    }

    protected override Task Write(CancellationToken stop)
    {
        Say(PlaceTexts.Of(Place) with { Profile = this.Into(Place.Profile, Place.Kind, _hours) });
        return Task.CompletedTask;
    }
}
