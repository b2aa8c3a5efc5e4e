using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Desk.Editing.Services;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

[Requires(PlacesPermissions.Propose)]
internal sealed class ServiceMineModel(Database db) : MineSection(db), IService
{
    private OpeningHours? _hours;

    public override string TitleKey => ServiceId is null ? "places.desk.services.new" : "places.desk.services.one";
    public override string Section => "services";

    [FromRoute] public Guid? ServiceId { get; set; }
    [BindProperty(Name = "")] public ServiceForm Form { get; set; } = new();

    public PlaceService? Service => ServiceId is { } id ? Profile.Services.FirstOrDefault(s => s.Id == id) : null;
    public Dictionary<string, string> Times { get; } = [];

    protected override string After => $"{Home}/edit/services";

    // Found in their own entry, or in what they asked for it, and nowhere else.
    protected override async Task<bool> Load(CancellationToken stop) => await base.Load(stop) && (ServiceId is null || Service is not null);

    protected override void Fill()
    {
        Form = this.FormOf(Here.Kind);
        this.FillWeek();
    }

    protected override void Check() => _hours = this.Read(Profile, Request.Form);

    protected override Says Asked() => With(this.Into(Profile, Here.Kind, _hours));
}
