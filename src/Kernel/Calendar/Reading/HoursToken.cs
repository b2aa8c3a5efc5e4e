namespace Amparo.Kernel;

internal enum HoursWord { Days, Letter, Nth, NthInBrackets, MonthDays, Monthly, Every, Time, To, And, Break, Closed, Open, Holidays, Always, Except, Include }

/// <summary>One word of a text of hours. Days are bits, Monday first; numbers are ordinals or days of the month.</summary>
internal sealed record HoursToken(HoursWord Word, string Text)
{
    public int Days { get; init; }
    public IReadOnlyList<int> Numbers { get; init; } = [];
    public WrittenTime? Time { get; init; }
}

internal enum Half { Unsaid, Morning, Afternoon }

/// <summary>A time as it was written. Hours are already those of the clock of 24 where the half of the day was said.</summary>
internal sealed record WrittenTime(int Hour, int Minute, Half Half, string Text)
{
    public bool HasMinutes { get; init; }
    public bool IsPadded { get; init; }
    public bool IsFourDigits { get; init; }

    public int Minutes => Hour * 60 + Minute;

    public bool SaysHalf => Half != Half.Unsaid;

    /// <summary>Can only be the clock of 24 hours.</summary>
    public bool IsOf24 => !SaysHalf && (Hour == 0 || Hour > 12);

    /// <summary>From 1 to 12 and nobody said which half of the day.</summary>
    public bool IsBare => !SaysHalf && !IsOf24;
}
