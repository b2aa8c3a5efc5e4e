using Amparo.Contracts.Places;

namespace Amparo.Places.Desk.Editing.Services;

/// <summary>One service as it is typed. Its identifier and the terms of its list stay as they came.</summary>
internal sealed class ServiceForm
{
    public const int LongestName = 200, LongestText = 2000, Oldest = 120;

    // The words of HSDS.
    public static IReadOnlyList<string> Statuses { get; } = ["active", "inactive", "defunct", "temporarily closed"];

    public string? Name { get; set; }
    public string? Kind { get; set; }
    public string? Status { get; set; }
    public string? Description { get; set; }
    public string? ApplicationProcess { get; set; }
    public string? Fees { get; set; }
    public string? Eligibility { get; set; }
    public string? MinimumAge { get; set; }
    public string? MaximumAge { get; set; }
    public string? Url { get; set; }
    public string? Email { get; set; }

    /// <summary>A choice of <see cref="IHours"/>.</summary>
    public string? Hours { get; set; }
    public string? Holidays { get; set; }
    public bool Remove { get; set; }

    internal static ServiceForm Of(PlaceService service) => new()
    {
        Name = service.Name, Kind = service.Kind, Status = service.Status, Description = service.Description, ApplicationProcess = service.ApplicationProcess, Fees = service.Fees, Eligibility = service.Eligibility,
        MinimumAge = ConditionsForm.Number(service.MinimumAge), MaximumAge = ConditionsForm.Number(service.MaximumAge), Url = service.Url, Email = service.Email,
        Hours = service.Hours is { } own ? HoursTyped.ChoiceOf(own) : IHours.ThePlaces, Holidays = service.Hours is { } known ? HoursTyped.HolidaysOf(known) : "",
    };

    internal IEnumerable<(string Field, string Key)> Mistakes()
    {
        if (Name?.Trim() is not { Length: > 1 and <= LongestName }) yield return ("Name", "places.desk.services.wrong_name");
        if (!PlaceKinds.All.Contains(Kind)) yield return ("Kind", "places.desk.edit.wrong_kind");
        if (!Statuses.Contains(Status)) yield return ("Status", "places.desk.services.wrong_status");
        foreach (var (field, text) in new[] { ("Description", Description), ("ApplicationProcess", ApplicationProcess), ("Fees", Fees), ("Eligibility", Eligibility) })
            if (text?.Length > LongestText) yield return (field, "places.desk.services.too_long");
        if (!string.IsNullOrWhiteSpace(Url) && !EditForm.IsUrl(Url)) yield return ("Url", "places.desk.edit.wrong_url");
        if (EditForm.Said(Email) is { } email && !EditForm.IsEmail(email)) yield return ("Email", "places.desk.edit.wrong_email");
        if (Hours is not (null or IHours.ThePlaces or "keep" or "unknown" or "always" or "week")) yield return ("hours", "places.desk.edit.wrong_hours");
        foreach (var (field, text) in new[] { ("MinimumAge", MinimumAge), ("MaximumAge", MaximumAge) })
            if (!string.IsNullOrWhiteSpace(text) && ConditionsForm.Whole(text, Oldest) is null) yield return (field, "places.desk.services.wrong_age");
        if (ConditionsForm.Whole(MinimumAge, Oldest) > ConditionsForm.Whole(MaximumAge, Oldest)) yield return ("MaximumAge", "places.desk.services.wrong_age");
    }

    /// <param name="hours">Its own; null: those of the place.</param>
    internal PlaceService Into(PlaceService service, OpeningHours? hours) => service with
    {
        Name = Name!.Trim(), Kind = Kind!, Status = Status!, Description = EditForm.Said(Description), ApplicationProcess = EditForm.Said(ApplicationProcess), Fees = EditForm.Said(Fees), Eligibility = EditForm.Said(Eligibility),
        MinimumAge = ConditionsForm.Whole(MinimumAge, Oldest), MaximumAge = ConditionsForm.Whole(MaximumAge, Oldest),
        Url = EditForm.Said(Url), Email = EditForm.Said(Email), Hours = hours,
    };
}
