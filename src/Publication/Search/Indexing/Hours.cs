namespace Amparo.Publication;

/// <summary>Whether an entry receives people, best first; the numbers are compared.</summary>
internal enum Door
{
    Open,

    /// <summary>Closed, and open within two hours.</summary>
    Soon,

    /// <summary>Never treated as open nor as closed.</summary>
    Unknown,
    Closed,
}

/// <summary>Hours that many entries share, with the answer for the minute that was asked last.</summary>
internal sealed class Hours(CompiledHours compiled, Clock clock, HolidayCalendar holidays)
{
    private long _last = -1;

    public static Hours NotKnown { get; } = new(CompiledHours.From(OpeningHours.NotKnown), new Clock(TimeZoneInfo.Utc), HolidayCalendar.None);

    public Door At(long minute)
    {
        var last = Interlocked.Read(ref _last);
        if (last >> 2 == minute) return (Door)(last & 3);
        var moments = clock.At(minute);
        var door = compiled.StateAt(moments.Now, holidays) switch
        {
            OpeningState.Open => Door.Open,
            OpeningState.Unknown => Door.Unknown,
            _ => compiled.StateAt(moments.Soon, holidays) == OpeningState.Open ? Door.Soon : Door.Closed,
        };
        Interlocked.Exchange(ref _last, minute << 2 | (long)door);
        return door;
    }
}

/// <summary>The wall clock of a zone, read once a minute for all its places.</summary>
internal sealed class Clock(TimeZoneInfo zone)
{
    private const int SoonMinutes = 120;
    private volatile Moments? _last;

    public Moments At(long minute)
    {
        if (_last is { } last && last.Minute == minute) return last;
        var now = DateTimeOffset.UnixEpoch.AddMinutes(minute);
        return _last = new(minute, LocalMoment.Of(now, zone), LocalMoment.Of(now.AddMinutes(SoonMinutes), zone));
    }

    internal sealed record Moments(long Minute, LocalMoment Now, LocalMoment Soon);
}
