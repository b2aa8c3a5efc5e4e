using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Hours that are the same once, with the clocks and the holidays that they are read by. Number zero is "not known".</summary>
internal sealed class PocketHoursTable
{
    private readonly Numbered _hours = new(), _zones = new(), _holidays = new();

    public PocketHoursTable()
    {
        _hours.NumberOf(into => PocketHours.Write(into, OpeningHours.NotKnown));
        // Number zero of both is none: hours that nobody knows need no clock.
        _zones.NumberOf(into => PocketTables.WriteZone(into, TimeZoneInfo.Utc));
        _holidays.NumberOf(into => PocketTables.WriteHolidays(into, HolidayCalendar.None));
    }

    public int NumberOf(PublicPlace place)
    {
        var said = Row.Said(place);
        var hours = HoursTable.Said(said.Profile);
        if (hours.IsEmpty || HoursTable.ZoneOf(place.TimeZone) is not { } zone) return 0;
        return _hours.NumberOf(into =>
        {
            PocketHours.Write(into, hours);
            into.Number(_zones.NumberOf(z => PocketTables.WriteZone(z, zone), place.TimeZone));
            into.Number(_holidays.NumberOf(h => PocketTables.WriteHolidays(h, HolidayCalendar.For(place.Country)), place.Country));
        });
    }

    public void WriteTo(PocketBytes into)
    {
        PocketTables.WriteBounds(into);
        _zones.WriteTo(into);
        _holidays.WriteTo(into);
        _hours.WriteTo(into);
    }

    /// <summary>Pieces of the file that are written once, in the order in which they were first met.</summary>
    private sealed class Numbered
    {
        private readonly List<byte[]> _pieces = [];
        private readonly Dictionary<string, int> _numbers = [];
        private readonly Dictionary<string, int> _named = [];

        /// <param name="name">Spares writing what was written under this name before.</param>
        public int NumberOf(Action<PocketBytes> write, string? name = null)
        {
            if (name is not null && _named.TryGetValue(name, out var known)) return known;
            var into = new PocketBytes();
            write(into);
            var piece = into.ToArray();
            var key = Convert.ToHexString(piece);
            if (!_numbers.TryGetValue(key, out var number))
            {
                _numbers[key] = number = _pieces.Count;
                _pieces.Add(piece);
            }
            if (name is not null) _named[name] = number;
            return number;
        }

        public void WriteTo(PocketBytes into)
        {
            into.Number(_pieces.Count);
            foreach (var piece in _pieces) into.Raw(piece);
        }
    }
}
