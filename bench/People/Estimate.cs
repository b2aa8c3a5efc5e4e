using Amparo.Protection.People.Matching;

namespace Amparo.Bench;

/// <summary>
/// How often each finding is met in one person's two records (by expectation and maximisation over the pairs that share a block, without
/// looking at the truth) and in two persons' (by counting pairs drawn at random, nearly all of which are two persons').
/// </summary>
internal static class Estimate
{
    private const int Rounds = 30;

    public static IEnumerable<(Finding Finding, double InOne, double InTwo)> Of(IReadOnlyList<Match> blocked, IReadOnlyList<Match> random)
    {
        var findings = Enum.GetValues<Finding>();
        var inTwo = Shares(random.Select(m => (m, 1.0)));
        var inOne = findings.ToDictionary(f => f, f => Math.Min(1, inTwo.GetValueOrDefault(f, 0.001) * Math.Pow(2, Weights.Of(f))));
        var share = 0.3;
        for (var round = 0; round < Rounds; round++)
        {
            var sure = blocked.Select(m =>
            {
                double one = share, two = 1 - share;
                foreach (var (_, finding) in m.Found) if (finding is { } f) (one, two) = (one * inOne.GetValueOrDefault(f, 1e-6), two * Math.Max(inTwo.GetValueOrDefault(f), 1e-6));
                return one / (one + two);
            }).ToList();
            share = sure.Average();
            inOne = Shares(blocked.Zip(sure));
        }
        return findings.Where(f => inOne.ContainsKey(f) || inTwo.ContainsKey(f)).Select(f => (f, inOne.GetValueOrDefault(f), inTwo.GetValueOrDefault(f)));
    }

    private static Dictionary<Finding, double> Shares(IEnumerable<(Match Match, double Weight)> pairs)
    {
        var (sums, fields) = (new Dictionary<Finding, double>(), new Dictionary<Field, double>());
        var of = new Dictionary<Finding, Field>();
        foreach (var (match, weight) in pairs)
        {
            foreach (var (field, finding) in match.Found)
            {
                if (finding is not { } f) continue;
                sums[f] = sums.GetValueOrDefault(f) + weight;
                fields[field] = fields.GetValueOrDefault(field) + weight;
                of[f] = field;
            }
        }
        return sums.ToDictionary(s => s.Key, s => s.Value / fields[of[s.Key]]);
    }
}
