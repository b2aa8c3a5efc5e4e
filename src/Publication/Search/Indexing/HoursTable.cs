using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Keeps hours that are the same once: of a hundred thousand entries most open from Monday to Friday.</summary>
internal sealed class HoursTable
{
    private readonly Dictionary<(OpeningHours, string, string), Hours> _known = [];
    private readonly Dictionary<string, Clock?> _clocks = [];

    public Hours Of(PublicPlace place)
    {
        var hours = Said(place.Profile);
        if (hours.IsEmpty) return Hours.NotKnown;
        lock (_known)
        {
            var key = (hours, place.TimeZone, place.Country);
            if (_known.TryGetValue(key, out var known)) return known;
            return _known[key] = ClockOf(place.TimeZone) is { } clock ? new(CompiledHours.From(hours), clock, HolidayCalendar.For(place.Country)) : Hours.NotKnown;
        }
    }

    // Where the place says nothing and its only service says when, that is when it can be reached.
    public static OpeningHours Said(PlaceProfile profile) =>
        profile.Hours.IsEmpty && profile.Services is [{ Status: "active", Hours: { } only }] ? only : profile.Hours;

    /// <summary>Null where this machine knows no such zone: the hours are then not known.</summary>
    public static TimeZoneInfo? ZoneOf(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : null;

    private Clock? ClockOf(string zone)
    {
        if (_clocks.TryGetValue(zone, out var clock)) return clock;
        return _clocks[zone] = ZoneOf(zone) is { } known ? new(known) : null;
    }
}
