using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Editing;

/// <summary>A page that holds the plain fields of an entry: one that is edited, or one that begins.</summary>
internal interface IBasics
{
    Words W { get; }
    EditForm Form { get; }
    Dictionary<string, string> Wrong { get; }

    /// <summary>Times of the week as they stand in the form, by field.</summary>
    Dictionary<string, string> Times { get; }

    /// <summary>The hours before the form was filled in.</summary>
    OpeningHours HoursBefore { get; }
}

internal static class Basics
{
    private const int MostTimes = 28;

    /// <summary>Reads the form and names what is wrong with it.</summary>
    /// <returns>The hours; null where they cannot be read.</returns>
    public static OpeningHours? Read(this IBasics page, IFormCollection posted)
    {
        foreach (var field in posted.Where(f => f.Key.StartsWith("from.", StringComparison.Ordinal) || f.Key.StartsWith("to.", StringComparison.Ordinal)).Take(MostTimes)) page.Times[field.Key] = field.Value.ToString();
        foreach (var (field, key) in page.Form.Mistakes()) page.Wrong[field] = key;
        return HoursTyped(page);
    }

    public static void FillWeek(this IBasics page)
    {
        if (WeekForm.WeekOf(page.HoursBefore) is not { } week) return;
        for (var day = 0; day < 7; day++)
            for (var n = 0; n < week.Days[day].Count; n++) (page.Times[$"from.{day}.{n}"], page.Times[$"to.{day}.{n}"]) = (week.Days[day][n].Opens.ToString(), week.Days[day][n].Closes.ToString());
    }

    private static OpeningHours? HoursTyped(IBasics page)
    {
        var onHolidays = page.Form.Holidays switch { "open" => HolidayHours.Open, "closed" => HolidayHours.Closed, _ => HolidayHours.Unknown };
        switch (page.Form.Hours)
        {
            case "unknown": return OpeningHours.NotKnown;
            case "always": return OpeningHours.DayAndNight;
            case "keep": return page.HoursBefore;
        }
        // What was not touched stays as it came: the same week can be written in several ways.
        if (WeekForm.Read(f => page.Times.GetValueOrDefault(f) ?? "", onHolidays, out var wrong) is not { } typed)
        {
            page.Wrong[$"from.{wrong}.0"] = "places.desk.edit.wrong_times";
            return null;
        }
        return HoursLines.Of(page.W, typed) == HoursLines.Of(page.W, page.HoursBefore) && typed.OnHolidays == page.HoursBefore.OnHolidays ? page.HoursBefore : typed;
    }
}
