namespace Amparo.Kernel;

/// <summary>Reads days ("lunes a viernes", "primer lunes") and intervals ("8 a 16") out of the words.</summary>
internal sealed class PhraseReader(List<HoursToken> tokens)
{
    private readonly bool _clockOf24 = tokens.Exists(t => t.Time is { IsOf24: true, Hour: > 12 });
    private readonly bool _monthly = tokens.Exists(t => t.Word == HoursWord.Monthly);
    private int _at;

    private HoursToken? Now => _at < tokens.Count ? tokens[_at] : null;

    /// <summary>The next phrase; null where a clause ends. False at the end.</summary>
    public bool Next(out Phrase? phrase)
    {
        phrase = null;
        while (Now is { Word: HoursWord.And }) _at++;
        if (Now is not { } token) return false;
        if (token.Word == HoursWord.Every) Every();
        phrase = Now?.Word switch
        {
            HoursWord.Days => DaysPhrase(),
            HoursWord.Nth => NthPhrase(),
            HoursWord.MonthDays => Plain(Says.Days, NamedDays.None with { OfMonth = Now.Numbers }),
            HoursWord.Holidays => Plain(Says.Days, NamedDays.None with { Holidays = true }),
            HoursWord.Time => TimePhrase(),
            HoursWord.Always => Plain(Says.AlwaysOpen, NamedDays.None),
            HoursWord.Closed => Plain(Says.Closed, NamedDays.None),
            HoursWord.Open => Plain(Says.Open, NamedDays.None),
            HoursWord.Except => Plain(Says.Except, NamedDays.None),
            HoursWord.Include => Plain(Says.Include, NamedDays.None),
            HoursWord.Break => Break(),
            _ => throw Unreadable(Now ?? token),
        };
        return true;
    }

    private Phrase? Break()
    {
        _at++;
        return null;
    }

    // "Every second Monday" is every fortnight to some and once a month to others.
    private void Every()
    {
        var every = tokens[_at++];
        if (Now is not { Word: HoursWord.Days or HoursWord.Nth } || (Now.Word == HoursWord.Nth && !_monthly)) throw Unreadable(every);
    }

    private Phrase Plain(Says says, NamedDays days)
    {
        var token = tokens[_at++];
        return new Phrase(says, token.Text) { Days = days };
    }

    private Phrase DaysPhrase()
    {
        var first = tokens[_at++];
        var bits = first.Days;
        if (Now is { Word: HoursWord.To } && _at + 1 < tokens.Count && tokens[_at + 1].Word == HoursWord.Days)
        {
            bits = Range(first, tokens[_at + 1]);
            _at += 2;
        }
        if (Now is not { Word: HoursWord.NthInBrackets } brackets) return new Phrase(Says.Days, first.Text) { Days = NamedDays.None with { Week = bits } };
        _at++;
        return new Phrase(Says.Days, first.Text) { Days = NamedDays.None with { Nth = NthOf(bits, brackets.Numbers, brackets) } };
    }

    private Phrase NthPhrase()
    {
        var first = tokens[_at];
        var numbers = new List<int>();
        while (Now is { Word: HoursWord.Nth or HoursWord.And } token)
        {
            numbers.AddRange(token.Numbers);
            _at++;
        }
        if (Now is not { Word: HoursWord.Days } day) throw Unreadable(first);
        _at++;
        if (Now is { Word: HoursWord.To } && _at + 1 < tokens.Count && tokens[_at + 1].Word == HoursWord.Days) throw Unreadable(first);
        if (Now is { Word: HoursWord.Monthly }) _at++;
        return new Phrase(Says.Days, first.Text) { Days = NamedDays.None with { Nth = NthOf(day.Days, numbers, day) } };
    }

    private Phrase TimePhrase()
    {
        var opens = tokens[_at++];
        if (Now is { Word: HoursWord.To })
        {
            _at++;
            if (Now is not { Word: HoursWord.Time } closes) throw Unreadable(opens);
            _at++;
            var (from, to) = TimeRanges.Read(opens.Time!, closes.Time!, _clockOf24);
            return new Phrase(Says.Hours, opens.Text) { Opens = from, Closes = to };
        }
        if (opens.Time is not ({ SaysHalf: true } or { HasMinutes: true, IsFourDigits: false, Hour: < 24 })) throw Unreadable(opens);
        return new Phrase(Says.OpeningOnly, opens.Text) { Opens = ClockTime.OfMinutes(opens.Time.Minutes) };
    }

    private static int Range(HoursToken from, HoursToken to)
    {
        if (int.PopCount(from.Days) != 1 || int.PopCount(to.Days) != 1 || from.Days == to.Days) throw Unreadable(to);
        var bits = from.Days;
        for (var day = from.Days; day != to.Days;) bits |= day = day == 0b1000000 ? 1 : day << 1;
        return bits;
    }

    private static List<string> NthOf(int bits, IReadOnlyList<int> numbers, HoursToken at)
    {
        if (int.PopCount(bits) != 1) throw Unreadable(at);
        var day = (DayOfWeek)((int.TrailingZeroCount(bits) + 1) % 7);
        return [.. numbers.Select(n => $"{n}{ByParts.Code(day)}")];
    }

    private static HoursRefused Unreadable(HoursToken at) => new(HoursProblem.UnreadableHours, at.Text.Trim());
}
