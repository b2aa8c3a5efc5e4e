namespace Amparo.Kernel;

/// <summary>
/// Single letters for days. L, V, J, X, K and D are Spanish, F, T and W English; M is Tuesday beside X, Wednesday beside K, Monday in
/// English, and refused otherwise.
/// </summary>
internal static class DayLetters
{
    public static List<HoursToken> Resolve(List<HoursToken> tokens)
    {
        var letters = string.Concat(tokens.Where(t => t.Word == HoursWord.Letter).Select(t => t.Text));
        if (letters.Length == 0) return tokens;
        var spanish = letters.Any(c => c is 'l' or 'v' or 'j' or 'x' or 'k' or 'd');
        var english = letters.Any(c => c is 'f' or 't' or 'w');
        var twoMs = letters.Count(c => c == 'm') == 2 && letters.Contains("lmmj", StringComparison.Ordinal);
        var seenMs = 0;
        if (spanish == english) throw new HoursRefused(HoursProblem.UnreadableHours, letters);
        return [.. tokens.Select(t => t.Word != HoursWord.Letter ? t : new HoursToken(HoursWord.Days, t.Text) { Days = 1 << Day(t.Text[0]) })];

        int Day(char letter) => (letter, spanish) switch
        {
            ('l', _) => 0,
            ('k', _) => 1,
            ('x', _) => 2,
            ('j', _) => 3,
            ('v', _) => 4,
            ('s', true) => 5,
            ('d', _) => 6,
            ('m', true) when letters.Contains('x') => 1,
            ('m', true) when letters.Contains('k') => 2,
            ('m', true) when twoMs => ++seenMs,
            ('m', false) => 0,
            ('t', false) => 1,
            ('w', false) => 2,
            ('f', false) => 4,
            _ => throw new HoursRefused(HoursProblem.UnreadableHours, letter.ToString()),
        };
    }
}
