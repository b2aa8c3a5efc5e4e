using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>The holidays of one country as they stand in its file.</summary>
internal sealed record HolidayFile
{
    public required string Country { get; init; }
    public required string Source { get; init; }
    public required string Checked { get; init; }
    public string? Note { get; init; }
    public required IReadOnlyList<HolidayRule> Holidays { get; init; }
}

/// <summary>
/// One holiday: a fixed date (month, day), an offset from Easter Sunday (easter), or the nth weekday of a month (month, nth, weekday,
/// and plusDays after it). "moves" shifts it by days according to the weekday on which it falls; "adds" keeps it and adds a day.
/// </summary>
internal sealed record HolidayRule
{
    public required string Es { get; init; }
    public required string En { get; init; }
    public bool Everywhere { get; init; } = true;
    public int Month { get; init; }
    public int Day { get; init; }
    public int? Easter { get; init; }
    public int Nth { get; init; }
    public string? Weekday { get; init; }
    public int PlusDays { get; init; }
    public Dictionary<string, int>? Moves { get; init; }
    public Dictionary<string, int>? Adds { get; init; }
    public int From { get; init; }
    public int? To { get; init; }
    public int EveryYears { get; init; } = 1;

    [JsonIgnore]
    public Holiday Holiday => new(Es, En, Everywhere);

    public IEnumerable<DateOnly> In(int year)
    {
        if (year < From || year > To || (EveryYears > 1 && (year - From) % EveryYears != 0)) yield break;
        var date = Base(year);
        var code = ByParts.Code(date.DayOfWeek);
        yield return date.AddDays(Moves?.GetValueOrDefault(code) ?? 0);
        if (Adds is not null && Adds.TryGetValue(code, out var more)) yield return date.AddDays(more);
    }

    private DateOnly Base(int year)
    {
        if (Easter is { } offset) return Kernel.Easter.Sunday(year).AddDays(offset);
        if (Weekday is null) return new DateOnly(year, Month, Day);
        var wanted = ByParts.TryDay(Weekday, out var day) ? day : throw new InvalidDataException($"weekday {Weekday}");
        var first = new DateOnly(year, Month, 1);
        return first.AddDays(((int)wanted - (int)first.DayOfWeek + 7) % 7 + 7 * (Nth - 1) + PlusDays);
    }
}
