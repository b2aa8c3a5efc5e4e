using Amparo.Contracts.Places;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Services;

/// <summary>
/// One service of the place, or a new one. Its own web address and e-mail are shown and not typed here: of a published
/// entry they would reach readers without a second look.
/// </summary>
[Requires(PlacesPermissions.Edit)]
internal sealed class ServiceModel(Database db) : SectionPage(db)
{
    public const int Most = 40;

    public override string TitleKey => ServiceId is null ? "places.desk.services.new" : "places.desk.services.one";
    public override string Section => "services";

    [FromRoute] public Guid? ServiceId { get; set; }
    [BindProperty(Name = "")] public ServiceForm Form { get; set; } = new();

    public PlaceService? Service => ServiceId is { } id ? Place.Profile.Services.FirstOrDefault(s => s.Id == id) : null;

    protected override string After => $"{Path}/edit/services";

    // The service is found in the entry that the person reaches, never by its identifier alone.
    protected override async Task<bool> Load(CancellationToken stop) => await base.Load(stop) && (ServiceId is null || Service is not null);

    protected override Task Fill(CancellationToken stop)
    {
        Form = Service is { } service ? ServiceForm.Of(service) : new() { Kind = Place.Kind, Status = ServiceForm.Statuses[0] };
        return Task.CompletedTask;
    }

    protected override Task Check(CancellationToken stop)
    {
        if (!(Form.Remove && Service is not null))
            foreach (var (field, key) in Form.Mistakes()) Wrong[field] = key;
        if (ServiceId is null && Place.Profile.Services.Count >= Most) Wrong[""] = "places.desk.services.too_many";
        return Task.CompletedTask;
    }

    protected override Task Write(CancellationToken stop)
    {
        var before = Service;
        IReadOnlyList<PlaceService> services = (before, Form.Remove) switch
        {
            (null, _) => [.. Place.Profile.Services, Form.Into(new(Guid.CreateVersion7(), "", Place.Kind))],
            (_, true) => [.. Place.Profile.Services.Where(s => s != before)],
            _ => [.. Place.Profile.Services.Select(s => s == before ? Form.Into(s) : s)],
        };
        Place.Profile = Place.Profile with { Services = services };
        return Task.CompletedTask;
    }
}
