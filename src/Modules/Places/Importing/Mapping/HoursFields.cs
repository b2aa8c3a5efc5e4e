using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Hours as one text or as columns. What is not understood is kept in the list's own words and counts as unknown.</summary>
internal static class HoursFields
{
    public const string AsWritten = "hours_as_written";

    public static (OpeningHours Hours, List<PlaceAttribute> Attributes) Read(Draft draft, Func<string, string?> field) => field("hours") is { } text
        ? Read(draft, text, Schedules.Parse(text))
        : field("hours_open") is { } opens
            ? Read(draft, $"{field("hours_days")} {opens} - {field("hours_close")}".Trim(' ', '-'), Schedules.Parse(field("hours_days"), opens, field("hours_close")))
            : (OpeningHours.NotKnown, []);

    private static (OpeningHours, List<PlaceAttribute>) Read(Draft draft, string text, HoursReading reading)
    {
        if (reading.Hours is { } hours) return (hours, []);
        draft.Note(reading.Problem!.Key, "hours", text);
        var words = PersonalData.Mask(draft, "hours", Clean.OneLine(draft, "hours", text, 400));
        return (OpeningHours.NotKnown, words is null ? [] : [new(AsWritten, words)]);
    }
}
