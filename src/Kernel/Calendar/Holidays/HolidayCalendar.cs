using System.Collections.Concurrent;
using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>
/// The public holidays of a country. They are data, one file per country, gathered from general knowledge and to be verified against
/// the official calendar of each year; <see cref="Source"/> and <see cref="Checked"/> say so to readers.
/// </summary>
public sealed class HolidayCalendar
{
    private static readonly ConcurrentDictionary<string, HolidayCalendar> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private readonly ConcurrentDictionary<int, Year> _years = new();
    private readonly HolidayFile? _file;

    private HolidayCalendar(HolidayFile? file) => _file = file;

    /// <summary>A calendar without holidays, for a country of which none are recorded.</summary>
    public static HolidayCalendar None { get; } = new(null);

    /// <summary>The countries that have a file, as ISO 3166-1 alpha-2.</summary>
    public static IReadOnlyList<string> Countries { get; } = ["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"];

    /// <summary>Whether holidays of this country are recorded at all.</summary>
    public bool IsKnown => _file is not null;

    /// <summary>Where the holidays come from, in words.</summary>
    public string? Source => _file?.Source;

    /// <summary>When and by whom they were checked, or "to be verified".</summary>
    public string? Checked => _file?.Checked;

    /// <summary>The calendar of a country (ISO 3166-1 alpha-2, any case); <see cref="None"/> where there is no file for it.</summary>
    public static HolidayCalendar For(string? country) =>
        country is not null && Countries.Contains(country, StringComparer.OrdinalIgnoreCase) ? Known.GetOrAdd(country.ToUpperInvariant(), Load) : None;

    /// <summary>The holiday of this day, or null. Where two fall together the one that holds everywhere.</summary>
    public Holiday? On(DateOnly date) => _file is null ? null : YearOf(date.Year).Days.GetValueOrDefault(date.DayNumber);

    /// <summary>The holidays of a year in order.</summary>
    public IReadOnlyList<(DateOnly Date, Holiday Holiday)> In(int year) =>
        _file is null ? [] : [.. YearOf(year).Order.Select(n => (DateOnly.FromDayNumber(n), YearOf(year).Days[n]))];

    /// <summary>The day number of the first holiday on or after this day number.</summary>
    internal int NextFrom(int dayNumber)
    {
        if (_file is null) return int.MaxValue;
        for (var year = DateOnly.FromDayNumber(dayNumber).Year; ; year++)
        {
            var order = YearOf(year).Order;
            var at = Array.BinarySearch(order, dayNumber);
            if (at < 0) at = ~at;
            if (at < order.Length) return order[at];
        }
    }

    private static HolidayCalendar Load(string country)
    {
        using var stream = typeof(HolidayCalendar).Assembly.GetManifestResourceStream($"Amparo.Kernel.Calendar.Holidays.{country}.json")
            ?? throw new InvalidOperationException($"The holidays of {country} are not embedded in the assembly.");
        return new HolidayCalendar(JsonSerializer.Deserialize<HolidayFile>(stream, Json));
    }

    internal static HolidayCalendar Read(string json) => new(JsonSerializer.Deserialize<HolidayFile>(json, Json));

    private Year YearOf(int year) => _years.TryGetValue(year, out var known) ? known : _years.GetOrAdd(year, Build);

    // A rule of the year before or after may move a day into this one.
    private Year Build(int year)
    {
        var days = new Dictionary<int, Holiday>();
        foreach (var rule in _file!.Holidays)
            foreach (var date in Enumerable.Range(year - 1, 3).SelectMany(rule.In).Where(d => d.Year == year))
                if (!days.TryGetValue(date.DayNumber, out var other) || (rule.Everywhere && !other.Everywhere)) days[date.DayNumber] = rule.Holiday;
        return new Year(days, [.. days.Keys.Order()]);
    }

    private sealed record Year(Dictionary<int, Holiday> Days, int[] Order);
}
