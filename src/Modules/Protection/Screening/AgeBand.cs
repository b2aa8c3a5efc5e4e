namespace Amparo.Protection.Screening;

internal enum AgeBand { Child, Adult, Unknown }

internal static class AgeBands
{
    public const int Adulthood = 18;

    /// <summary>Unknown age is a child's: taken for an adult, a child is sent where adults sleep.</summary>
    public static bool IsChild(this AgeBand band) => band != AgeBand.Adult;

    /// <param name="today">The office's: in UTC a child at this border would come of age six hours early.</param>
    public static AgeBand Of(DateOnly? born, DateOnly today) => born is not { } day ? AgeBand.Unknown : today < TurnsAdultOn(day) ? AgeBand.Child : AgeBand.Adult;

    // Born on a leap day one is a child through the whole of February.
    public static DateOnly TurnsAdultOn(DateOnly born) => born is { Month: 2, Day: 29 } ? new(born.Year + Adulthood, 3, 1) : born.AddYears(Adulthood);
}
