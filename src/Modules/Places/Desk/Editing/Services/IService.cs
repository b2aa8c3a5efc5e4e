using Amparo.Contracts.Places;

namespace Amparo.Places.Desk.Editing.Services;

/// <summary>A page that holds one service of a place, or a new one.</summary>
internal interface IService : IHours
{
    const int Most = 40;

    ServiceForm Form { get; }
    PlaceService? Service { get; }
    string? IHours.Choice => Form.Hours;
    string? IHours.Holidays => Form.Holidays;
    OpeningHours IHours.HoursBefore => Service?.Hours ?? OpeningHours.NotKnown;
    bool IHours.MayBeThePlaces => true;
}

internal static class OneService
{
    public static ServiceForm FormOf(this IService page, string kind) =>
        page.Service is { } service ? ServiceForm.Of(service) : new() { Kind = kind, Status = ServiceForm.Statuses[0], Hours = IHours.ThePlaces };

    /// <summary>Reads the form and names what is wrong with it.</summary>
    /// <returns>Its own hours; null: those of the place.</returns>
    public static OpeningHours? Read(this IService page, PlaceProfile profile, Microsoft.AspNetCore.Http.IFormCollection posted)
    {
        if (page.Service is null && profile.Services.Count >= IService.Most) page.Wrong[""] = "places.desk.services.too_many";
        if (page.Form.Remove && page.Service is not null) return null;
        foreach (var (field, key) in page.Form.Mistakes()) page.Wrong[field] = key;
        return page.Form.Hours is null ? page.Service?.Hours : page.ReadHours(posted);
    }

    public static PlaceProfile Into(this IService page, PlaceProfile profile, string kind, OpeningHours? hours) => profile with
    {
        Services = (page.Service, page.Form.Remove) switch
        {
            (null, _) => [.. profile.Services, page.Form.Into(new(Guid.CreateVersion7(), "", kind), hours)],
            ({ } before, true) => [.. profile.Services.Where(s => s != before)],
            ({ } before, _) => [.. profile.Services.Select(s => s == before ? page.Form.Into(s, hours) : s)],
        },
    };
}
