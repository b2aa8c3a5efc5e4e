namespace Amparo.Places.Desk;

/// <summary>Opening hours in one short text for officers.</summary>
internal static class HoursLines
{
    // A date inside any plain week: schedules that hold for a season only are shown by their words.
    public static string Of(Words w, OpeningHours hours)
    {
        if (hours.AlwaysOpen) return w["places.desk.hours.always"];
        if (hours.IsEmpty) return w["places.desk.hours.unknown"];
        if (WeekForm.WeekOf(hours) is not { } week) return string.Join("; ", hours.Regular.Select(s => s.Description).OfType<string>().DefaultIfEmpty(w["places.desk.hours.complex"]));
        var lines = week.Days.Select((day, i) => (Day: w["places.desk.day." + i], Times: day.Count == 0 ? w["places.desk.hours.closed"] : string.Join(", ", day.Select(t => $"{t.Opens}–{t.Closes}"))));
        return string.Join("; ", lines.Select(l => $"{l.Day} {l.Times}"));
    }
}
