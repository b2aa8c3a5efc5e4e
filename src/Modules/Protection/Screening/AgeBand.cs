using Amparo.Protection.People;

namespace Amparo.Protection.Screening;

internal enum AgeBand { Child, Adult, Unknown }

internal static class Ages
{
    private const int Adulthood = 18;

    /// <summary>Unknown age is a child's: taken for an adult, a child is sent where adults sleep.</summary>
    public static bool IsChild(this AgeBand band) => band != AgeBand.Adult;

    /// <param name="today">The office's: in UTC a child at this border would come of age six hours early.</param>
    public static AgeBand Of(Birth born, DateOnly today) => born.YearsOn(today) switch { null => AgeBand.Unknown, < Adulthood => AgeBand.Child, _ => AgeBand.Adult };
}
