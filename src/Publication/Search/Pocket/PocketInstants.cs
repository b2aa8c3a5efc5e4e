namespace Amparo.Publication;

/// <summary>
/// When each entry was assured and when that wears off. The greatest step that all of them share is the unit; entries of a
/// kind wear off alike, so that the steps from one instant to the next are written once.
/// </summary>
internal static class PocketInstants
{
    private const long Never = long.MaxValue;

    public static void Write(PocketBytes into, Row[] rows)
    {
        var all = rows.SelectMany(r => new[] { r.Assured, r.Due, r.Stale, r.Gone, r.FullUntil }).Where(IsSaid).ToList();
        var first = all.Count == 0 ? 0 : all.Min();
        var unit = Math.Max(1, all.Aggregate(0L, (greatest, at) => Greatest(greatest, at - first)));
        into.Difference(first);
        into.Number(unit);
        foreach (var row in rows) into.Number(IsSaid(row.Assured) ? (row.Assured - first) / unit + 1 : 0);

        var numbers = new Dictionary<(long, long, long), int>();
        var of = Array.ConvertAll(rows, row =>
        {
            var from = IsSaid(row.Assured) ? row.Assured : first;
            var steps = (Step(row.Due), Step(row.Stale), Step(row.Gone));
            if (!numbers.TryGetValue(steps, out var number)) numbers[steps] = number = numbers.Count;
            return number;

            long Step(long at) => IsSaid(at) ? (at - from) / unit : Never;
        });
        into.Number(numbers.Count);
        foreach (var (due, stale, gone) in numbers.OrderBy(n => n.Value).Select(n => n.Key))
            foreach (var step in (long[])[due, stale, gone])
            {
                into.Number(step == Never ? 0 : 1);
                if (step != Never) into.Difference(step);
            }
        foreach (var number in of) into.Number(number);

        var full = rows.Select((row, number) => (row.FullUntil, number)).Where(r => IsSaid(r.FullUntil)).ToList();
        into.Number(full.Count);
        foreach (var (until, number) in full)
        {
            into.Number(number);
            into.Number((until - first) / unit);
        }
    }

    private static bool IsSaid(long instant) => instant != Never && instant != -Never;

    private static long Greatest(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
