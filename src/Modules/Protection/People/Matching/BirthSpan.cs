namespace Amparo.Protection.People.Matching;

/// <summary>When somebody was born, as exactly as it is known. An age is a span that depends on the day on which it was said.</summary>
internal sealed record BirthSpan(DateOnly Earliest, DateOnly Latest, int? Year, int? Month, int? Day)
{
    public static BirthSpan OnDate(int year, int? month = null, int? day = null)
    {
        var first = new DateOnly(year, month ?? 1, day ?? 1);
        return new(first, day is not null ? first : month is not null ? first.AddMonths(1).AddDays(-1) : first.AddYears(1).AddDays(-1), year, month, month is null ? null : day);
    }

    /// <summary>"Fourteen", said on that day: born after the fifteenth birthday's eve of those who are older, and fourteen already.</summary>
    public static BirthSpan OfAge(int age, DateOnly said) => new(said.AddYears(-age - 1).AddDays(1), said.AddYears(-age), null, null, null);

    public bool IsWholeDate => Day is not null;

    /// <summary>How much of a date it is, of the weight that a whole one has.</summary>
    public double Precision => Day is not null ? 1 : Month is not null ? 0.7 : Year is not null ? 0.45 : 0.3;
}
