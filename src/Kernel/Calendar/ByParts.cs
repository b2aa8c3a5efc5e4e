using System.Globalization;

namespace Amparo.Kernel;

/// <summary>A weekday, and which one of its month (0: each of them).</summary>
internal readonly record struct NthDay(DayOfWeek Day, int Nth)
{
    public bool IsOn(DateOnly date)
    {
        if (date.DayOfWeek != Day) return false;
        var fromEnd = (DateTime.DaysInMonth(date.Year, date.Month) - date.Day) / 7 + 1;
        return Nth == 0 || Nth == (date.Day - 1) / 7 + 1 || -Nth == fromEnd;
    }
}

/// <summary>The lists of RFC 5545 (<c>BYDAY</c>, <c>BYMONTHDAY</c> …). False where a part cannot be read.</summary>
internal static class ByParts
{
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static string Code(DayOfWeek day) => Codes[(int)day];

    public static bool TryDay(ReadOnlySpan<char> code, out DayOfWeek day)
    {
        for (var i = 0; i < Codes.Length; i++)
            if (code.Equals(Codes[i], StringComparison.OrdinalIgnoreCase))
            {
                day = (DayOfWeek)i;
                return true;
            }
        day = default;
        return false;
    }

    public static bool TryDays(string? text, out NthDay[] days)
    {
        var found = new List<NthDay>();
        foreach (var part in Parts(text))
        {
            var nth = 0;
            if (part.Length < 2 || !TryDay(part.AsSpan(part.Length - 2), out var day)) return Failed(out days);
            if (part.Length > 2 && (!Number(part[..^2], out nth) || nth is 0 or < -5 or > 5)) return Failed(out days);
            found.Add(new NthDay(day, nth));
        }
        days = [.. found];
        return true;
    }

    public static bool TryNumbers(string? text, int most, out int[] numbers)
    {
        var found = new List<int>();
        foreach (var part in Parts(text))
        {
            if (!Number(part, out var number) || number == 0 || Math.Abs(number) > most) return Failed(out numbers);
            found.Add(number);
        }
        numbers = [.. found];
        return true;
    }

    /// <summary>Whether a list names this number, counted from the start or (negative) from the end.</summary>
    public static bool Names(int[] list, int number, int last)
    {
        foreach (var one in list)
            if (one == number || one == number - last - 1) return true;
        return false;
    }

    private static string[] Parts(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool Failed<T>(out T[] none)
    {
        none = [];
        return false;
    }
}
