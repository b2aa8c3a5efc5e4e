namespace Amparo.Protection.People.Matching;

/// <summary>What a comparison comes to. Only a person decides whether two records are of one.</summary>
internal enum Verdict
{
    /// <summary>So little is known of both that likeness means nothing.</summary>
    TooLittle,
    Unlikely,
    Possible,
    Likely,
}

/// <summary>One thing that was compared, as the officer reads it.</summary>
/// <param name="Key">Of a sentence with <c>{a}</c> and <c>{b}</c>.</param>
/// <param name="Speaks">More than zero for one person, less for two; zero where one side is not known.</param>
internal sealed record Reason(string Key, int Speaks, string A, string B);

/// <summary>Two records compared.</summary>
internal sealed record Match
{
    /// <summary>How much of all that could be compared must be known on both sides: names and a year of birth are not enough to decide.</summary>
    public const double LeastComparable = 0.6;

    /// <summary>Of what was comparable, how much must agree. The lower one was chosen on FEBRL 3: docs/decisions/0023.</summary>
    public const double LikelyFrom = 0.6, PossibleFrom = 0.36;

    private static readonly double All = Enum.GetValues<Field>().Where(f => f != Field.Document).Sum(Weights.MostOf);

    private Match(double weight, double comparable, bool sharesDocument, IReadOnlyList<(Field Field, Finding? Finding)> found) =>
        (Weight, Comparable, SharesDocument, Found) = (weight, comparable, sharesDocument, found);

    /// <summary>For ordering only; a number beside a name would be believed.</summary>
    public double Weight { get; }

    /// <summary>The share of the weight of all fields that both sides know.</summary>
    public double Comparable { get; }

    /// <summary>The share of what was comparable that agrees.</summary>
    public double Agreeing => Comparable == 0 ? 0 : Weight / (Comparable * All);
    public bool SharesDocument { get; }
    public IReadOnlyList<(Field Field, Finding? Finding)> Found { get; }

    public Verdict Verdict => Comparable < LeastComparable && !SharesDocument ? Verdict.TooLittle : Agreeing >= LikelyFrom ? Verdict.Likely : Agreeing >= PossibleFrom ? Verdict.Possible : Verdict.Unlikely;

    public static Match Of(Prepared a, Prepared b)
    {
        var (given, surnames) = (CompareNames.Given(a, b), CompareNames.Surnames(a, b));
        // Neither name alone would be believed to be turned.
        if (given is Finding.GivenDifferent && surnames is Finding.SurnamesDifferent && CompareNames.AreTurned(a, b)) (given, surnames) = (Finding.GivenForSurname, Finding.GivenForSurname);
        List<(Field, Finding?)> found =
        [
            (Field.Surnames, surnames), (Field.Given, given), (Field.Birth, CompareRest.Births(a.Evidence.Birth, b.Evidence.Birth)), (Field.Mother, CompareNames.Mothers(a, b)), (Field.Origin, CompareRest.Origins(a.Origin, b.Origin)),
            (Field.Sex, CompareRest.Sexes(a.Evidence.Sex, b.Evidence.Sex)), (Field.Nationality, CompareRest.Nationalities(a.Evidence.Nationalities, b.Evidence.Nationalities)), (Field.Document, CompareRest.Documents(a.Documents, b.Documents)),
        ];
        double weight = 0, comparable = 0;
        foreach (var (field, finding) in found)
        {
            if (finding is not { } known) continue;
            weight += Weights.Of(known);
            if (field == Field.Birth) comparable += Weights.MostOf(field) * Math.Min(a.Evidence.Birth!.Precision, b.Evidence.Birth!.Precision);
            else if (field != Field.Document) comparable += Weights.MostOf(field);
        }
        return new(weight, comparable / All, found[^1].Item2 is Finding.DocumentShared, found);
    }
}
