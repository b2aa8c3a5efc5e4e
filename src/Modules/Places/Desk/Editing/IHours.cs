using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Editing;

/// <summary>A page on which somebody writes when something is open.</summary>
internal interface IHours
{
    const string ThePlaces = "place";

    Words W { get; }
    Dictionary<string, string> Wrong { get; }

    /// <summary><c>keep</c>, <c>unknown</c>, <c>always</c>, <c>week</c>, and of a service <see cref="ThePlaces"/>.</summary>
    string? Choice { get; }

    /// <summary><c>open</c>, <c>closed</c>, else nobody said.</summary>
    string? Holidays { get; }

    /// <summary>Times of the week as they stand in the form, by field.</summary>
    Dictionary<string, string> Times { get; }

    /// <summary>The hours before the form was filled in.</summary>
    OpeningHours HoursBefore { get; }

    /// <summary>A service may have the hours of its place.</summary>
    bool MayBeThePlaces { get; }
}

internal static class HoursTyped
{
    private const int MostTimes = 28;

    public static string ChoiceOf(OpeningHours hours) => hours switch { { AlwaysOpen: true } => "always", { IsEmpty: true } => "unknown", var h => WeekForm.Fits(h) ? "week" : "keep" };
    public static string HolidaysOf(OpeningHours hours) => hours.OnHolidays switch { HolidayHours.Open => "open", HolidayHours.Closed => "closed", _ => "" };

    public static void FillWeek(this IHours page)
    {
        if (WeekForm.WeekOf(page.HoursBefore) is not { } week) return;
        for (var day = 0; day < 7; day++)
            for (var n = 0; n < week.Days[day].Count; n++) (page.Times[$"from.{day}.{n}"], page.Times[$"to.{day}.{n}"]) = (week.Days[day][n].Opens.ToString(), week.Days[day][n].Closes.ToString());
    }

    /// <returns>The hours; null where they cannot be read, which is named, or are those of the place.</returns>
    public static OpeningHours? ReadHours(this IHours page, IFormCollection posted)
    {
        foreach (var field in posted.Where(f => f.Key.StartsWith("from.", StringComparison.Ordinal) || f.Key.StartsWith("to.", StringComparison.Ordinal)).Take(MostTimes)) page.Times[field.Key] = field.Value.ToString();
        var onHolidays = page.Holidays switch { "open" => HolidayHours.Open, "closed" => HolidayHours.Closed, _ => HolidayHours.Unknown };
        switch (page.Choice)
        {
            case "unknown": return OpeningHours.NotKnown;
            case "always": return OpeningHours.DayAndNight;
            case "keep": return page.HoursBefore;
            case IHours.ThePlaces when page.MayBeThePlaces: return null;
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
