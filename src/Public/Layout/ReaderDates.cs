using System.Globalization;

namespace Amparo.Public.Layout;

/// <summary>Days and times as readers write them, from our own words: the framework knows no Haitian Creole and would write English.</summary>
internal sealed class ReaderDates(Words words)
{
    // Six hours behind UTC all year: most of the region, and so the clock of the footer.
    private static readonly TimeSpan Region = TimeSpan.FromHours(-6);
    private readonly string[] _months = words["public.months"].Split(' ');
    private readonly string[] _days = words["public.days"].Split(' ');

    public string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {_months[day.Month - 1]} {day.Year}");

    public string ShortDay(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Weekday(day.DayOfWeek)} {day.Day} {_months[day.Month - 1]}");

    public string Weekday(DayOfWeek day) => _days[((int)day + 6) % 7];

    public string Moment(DateTimeOffset instant)
    {
        var there = instant.ToOffset(Region);
        return $"{Day(DateOnly.FromDateTime(there.DateTime))}, {Clock(there)} (UTC−6)";
    }

    public static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
