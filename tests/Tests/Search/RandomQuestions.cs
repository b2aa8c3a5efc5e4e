using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search;

/// <summary>Questions of every shape, the same for the same seed.</summary>
internal sealed class RandomQuestions(int seed)
{
    private static readonly IReadOnlyList<GoldenQuery> Golden = GoldenRunner.Read("queries.json", "tune");
    private static readonly string[] Names = ["san martin", "scalabrini", "hospital san jose", "casa del migrante santa clara", "belen", "fundacion nueva luz", "monseñor romero tijuana", "parroquia santa rosa",
        "dentista", "me duele la muela", "ropa y cobijas", "english classes", "diapers", "rape crisis hotline", "ducha en tijuana", "despensa para mi familia", "interprete"];
    private static readonly string[] Countries = ["MX", "GT", "HN", "SV", "NI", "CR", "PA", "BZ"];
    private readonly Random _random = new(seed);

    public SearchQuestion Next()
    {
        var golden = Golden[_random.Next(Golden.Count)];
        var town = Geodata.Gazetteer.All[_random.Next(Geodata.Gazetteer.All.Count)];
        return new()
        {
            Text = _random.Next(4) switch { 0 => "", 1 => Names[_random.Next(Names.Length)], _ => golden.Q },
            Language = golden.Lang,
            Kinds = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => PlaceKinds.All[_random.Next(PlaceKinds.All.Count)]).Distinct()] : [],
            For = _random.Next(6) == 0 ? [Populations.All[_random.Next(Populations.All.Count)]] : [],
            Country = _random.Next(5) == 0 ? Countries[_random.Next(Countries.Length)] : null,
            Near = _random.Next(3) > 0 ? Cell.Of(town.Point).Centre : null,
            OpenNow = _random.Next(5) == 0, AsksNoPapers = _random.Next(8) == 0,
            Now = GoldenRunner.Now.AddHours(_random.Next(24 * 20)), Skip = _random.Next(8) == 0 ? _random.Next(60) : 0, Take = 20,
        };
    }
}
