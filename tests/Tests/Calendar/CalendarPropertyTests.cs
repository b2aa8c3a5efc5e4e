namespace Amparo.Tests.Calendar;

public sealed class CalendarPropertyTests
{
    [Fact]
    public void Compiled_hours_say_what_the_plain_way_says()
    {
        var quick = 0;
        for (var seed = 0; seed < CalendarRandom.Cases(5_000); seed++)
        {
            var random = new CalendarRandom(seed);
            var hours = random.Hours(weeklyOnly: seed % 2 == 0);
            var (zone, holidays, instant) = (random.Zone(), random.Holidays(), random.Instant());
            var compiled = CompiledHours.From(hours);
            var slow = hours.At(instant, zone, holidays);
            Assert.True(slow == compiled.At(instant, zone, holidays), $"seed {seed}");
            Assert.True(slow.State == compiled.StateAt(LocalMoment.Of(instant, zone), holidays), $"seed {seed}");
            if (compiled.IsPlainWeekly) quick++;
        }
        Assert.InRange(quick, 1_000, int.MaxValue);
    }

    [Fact]
    public void The_next_change_really_changes_and_nothing_changes_before_it()
    {
        for (var seed = 0; seed < CalendarRandom.Cases(2_000); seed++)
        {
            var random = new CalendarRandom(seed + 100_000);
            var (hours, zone, holidays, instant) = (random.Hours(), random.Zone(), random.Holidays(), random.Instant());
            var now = hours.At(instant, zone, holidays);
            if (now.NextChange is not { } change) continue;
            Assert.True(change > instant, $"seed {seed}");
            Assert.True(Answer(now) != Answer(hours.At(change, zone, holidays)), $"seed {seed}");
            var pick = new Random(seed);
            for (var i = 0; i < 5; i++)
            {
                var between = instant + (change - instant) * pick.NextDouble();
                if (between < change) Assert.True(Answer(now) == Answer(hours.At(between, zone, holidays)), $"seed {seed} {between:O}");
            }
            Assert.True(Answer(now) == Answer(hours.At(change.AddTicks(-1), zone, holidays)), $"seed {seed}");
        }
    }

    [Fact]
    public void Open_until_is_the_first_instant_that_is_not_open()
    {
        var seen = 0;
        for (var seed = 0; seed < CalendarRandom.Cases(3_000); seed++)
        {
            var random = new CalendarRandom(seed + 200_000);
            var (hours, zone, holidays, instant) = (random.Hours(), random.Zone(), random.Holidays(), random.Instant());
            if (hours.At(instant, zone, holidays).OpenUntil is not { } until) continue;
            seen++;
            Assert.True(hours.At(until, zone, holidays).State != OpeningState.Open, $"seed {seed}");
            Assert.True(hours.At(until.AddTicks(-1), zone, holidays).State == OpeningState.Open, $"seed {seed}");
        }
        Assert.InRange(seen, 500, int.MaxValue);
    }

    [Fact]
    public void Opens_next_is_open_and_not_open_the_moment_before()
    {
        for (var seed = 0; seed < CalendarRandom.Cases(2_000); seed++)
        {
            var random = new CalendarRandom(seed + 300_000);
            var (hours, zone, holidays, instant) = (random.Hours(), random.Zone(), random.Holidays(), random.Instant());
            if (hours.At(instant, zone, holidays).OpensNext is not { } opens) continue;
            Assert.True(hours.At(opens, zone, holidays).State == OpeningState.Open, $"seed {seed}");
            Assert.True(hours.At(opens.AddTicks(-1), zone, holidays).State != OpeningState.Open, $"seed {seed}");
        }
    }

    // The oracle knows nothing of edges or timelines: a minute is open where some schedule of that day, or of the day before, covers it.
    [Fact]
    public void A_plain_week_is_open_exactly_in_the_minutes_that_its_schedules_cover()
    {
        for (var seed = 0; seed < CalendarRandom.Cases(150); seed++)
        {
            var random = new CalendarRandom(seed + 400_000);
            var schedules = Enumerable.Range(0, 1 + seed % 4).Select(_ => random.Weekly() with { ValidFrom = null, ValidTo = null, Until = null })
                .Where(s => s.OpensAt != s.ClosesAt && s.ClosesAt?.Minutes != 1439).ToList();
            if (schedules.Count == 0) continue;
            var hours = new OpeningHours { Regular = schedules, OnHolidays = HolidayHours.Open };
            var compiled = CompiledHours.From(hours);
            Assert.True(compiled.IsPlainWeekly, $"seed {seed}");
            var grid = WeeklyGrid.Of(hours, new(2026, 5, 4))!;
            for (var minute = 0; minute < 10_080; minute += 7)
            {
                var expected = schedules.Exists(s => Covers(s, minute));
                Assert.True(expected == compiled.IsOpenInWeek(minute), $"seed {seed} minute {minute}");
                Assert.True(expected == InGrid(grid, minute), $"grid, seed {seed} minute {minute}");
            }
        }
    }

    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static bool Covers(Schedule s, int minute)
    {
        var (today, time) = (minute / 1440, minute % 1440);
        var overnight = s.ClosesAt!.Value < s.OpensAt!.Value;
        var fromToday = s.ByDay!.Contains(Codes[today], StringComparison.Ordinal) && time >= s.OpensAt.Value.Minutes && (overnight || time < s.ClosesAt.Value.Minutes);
        var fromYesterday = overnight && s.ByDay.Contains(Codes[(today + 6) % 7], StringComparison.Ordinal) && time < s.ClosesAt.Value.Minutes;
        return fromToday || fromYesterday;
    }

    private static bool InGrid(WeeklyGrid grid, int minute)
    {
        var (today, time) = (minute / 1440, minute % 1440);
        return grid.Days[today].Any(i => time >= i.Opens.Minutes && (i.Closes <= i.Opens || time < i.Closes.Minutes))
            || grid.Days[(today + 6) % 7].Any(i => i.Closes <= i.Opens && time < i.Closes.Minutes);
    }

    private static (OpeningState, string?, Holiday?, string?) Answer(Opening o) => (o.State, o.Reason, o.Holiday, o.Note);
}
