using System.Globalization;

namespace Amparo.Places.Asking;

/// <summary>
/// The months of an entry, counted from the day on which it came due: in each it is asked once, whatever stopped, started or ran
/// twice meanwhile. Months that passed while nothing ran are not made up for.
/// </summary>
internal static class AskPeriod
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(30);

    /// <summary>Who was silent for so many months is called, not written to.</summary>
    public const int Most = 6;

    /// <summary>The period's name and its end; null where the entry is not due, or was asked long enough.</summary>
    /// <param name="since">When it was last assured, else when it was approved.</param>
    /// <param name="halfLife">Zero where it was never assured: it is due from its first day.</param>
    public static (string Name, DateTimeOffset Ends)? Of(DateTimeOffset since, TimeSpan halfLife, DateTimeOffset now)
    {
        var due = since + halfLife;
        if (now < due) return null;
        var month = (int)((now - due) / Length);
        return month >= Most ? null : (string.Create(CultureInfo.InvariantCulture, $"{Instants.ToStored(since)}.{month}"), due + Length * (month + 1));
    }
}
