using System.Globalization;
using System.Text.RegularExpressions;

namespace Amparo.Places.Importing;

/// <summary>
/// Schedules of packages. Version 3 has the parts of RFC 5545; older exporters write "8:30AM" into whatever column was
/// free, dates among them: there the times and the days are taken in the order in which they stand.
/// </summary>
internal static partial class HsdsHours
{
    private static readonly string[] Times = ["opens_at", "closes_at", "opens", "closes", "weekday", "valid_from", "valid_to", "dtstart", "until", "start_date", "end_date"];
    private static readonly string[] Dates = ["valid_from", "valid_to", "dtstart", "until"];

    /// <summary>The schedules that can be computed, and in words those that cannot.</summary>
    public static (List<Schedule> Regular, List<string> Words, bool Always) Read(Draft draft, IEnumerable<HsdsRow> rows)
    {
        var (regular, words, always) = (new List<Schedule>(), new List<string>(), false);
        foreach (var row in rows)
        {
            if (IsOfVersionThree(row) && Whole(draft, row) is { } schedule)
            {
                regular.Add(schedule);
                continue;
            }
            var text = Text(row);
            if (text.Length == 0) continue;
            var reading = Schedules.Parse(text);
            if (reading.Hours is { } hours)
            {
                regular.AddRange(hours.Regular);
                always |= hours.AlwaysOpen;
                continue;
            }
            draft.Note(reading.Problem!.Key, "hours", text);
            words.Add(text);
        }
        return ([.. regular.Distinct()], [.. words.Distinct()], always);
    }

    private static bool IsOfVersionThree(HsdsRow row) =>
        row["weekday"] is null && Dates.All(d => row[d] is not { } value || Readings.Day(value, []) is not null)
        && (row["freq"] is null or "WEEKLY" or "MONTHLY" or "DAILY" or "YEARLY") && (row["byday"] is not { } days || ByDay().IsMatch(days))
        && (row["opens_at"] is not { } opens || Clock(opens) is not null) && (row["closes_at"] is not { } closes || Clock(closes) is not null);

    private static Schedule? Whole(Draft draft, HsdsRow row)
    {
        string? Words(string field) => PersonalData.Mask(draft, $"schedules.{field}", Clean.OneLine(draft, $"schedules.{field}", row[field], 1000));
        string? Part(string field) => row[field] is { Length: <= 200 } part && part.All(c => char.IsAsciiLetterOrDigit(c) || c is ',' or '-' or '+' or ' ') ? part : null;
        var schedule = new Schedule
        {
            ValidFrom = Day(row, "valid_from"), ValidTo = Day(row, "valid_to"), DtStart = Day(row, "dtstart"), Until = Day(row, "until"), Count = Number(row, "count"), Interval = Number(row, "interval"),
            Freq = row["freq"] is { } freq && Enum.TryParse<Frequency>(freq, ignoreCase: true, out var often) ? often : null,
            ByDay = Part("byday"), ByMonthDay = Part("bymonthday"), ByWeekNo = Part("byweekno"), ByYearDay = Part("byyearday"), WkSt = Part("wkst"),
            OpensAt = row["opens_at"] is { } opens ? Clock(opens) : null, ClosesAt = row["closes_at"] is { } closes ? Clock(closes) : null,
            Description = Words("description"), AttendingType = Words("attending_type"), Notes = Words("notes"),
        };
        return schedule == new Schedule() ? null : schedule;
    }

    private static string Text(HsdsRow row)
    {
        if (row["original_text"] is { } original) return original;
        var found = Times.Select(t => row[t]).OfType<string>().Where(v => ClockText().IsMatch(v)).ToList();
        var days = new[] { row["weekday"], row["byday"], row["freq"] }.OfType<string>().Where(d => !ClockText().IsMatch(d)).Distinct().ToList();
        if (found.Count == 0) return row["description"] ?? "";
        var note = row["holiday"] is { } holiday ? $" {holiday}" : "";
        return $"{string.Join(' ', days.Take(1))} {string.Join(" - ", found.Take(2))}{note}".Trim();
    }

    private static DateOnly? Day(HsdsRow row, string field) => row[field] is { } text ? Readings.Day(text, []) : null;

    private static int? Number(HsdsRow row, string field) => row[field] is { } text ? Readings.Whole(text, 0, 10_000) : null;

    private static ClockTime? Clock(string text) => ClockTime.TryParse(text.TrimEnd('Z').Split('+')[0], out var time) ? time : null;

    [GeneratedRegex(@"^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(\s*,\s*[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$", RegexOptions.None, 1000)]
    private static partial Regex ByDay();

    [GeneratedRegex(@"\d{1,2}([:.]\d{2})?\s*([ap]\.?m\.?)?$|24\s*h", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ClockText();

}
