using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Names;

namespace Amparo.Tests.Protection.Matching;

/// <summary>People who do not exist, from few names, so that many are alike.</summary>
internal static class Invented
{
    private static readonly string[] Given = ["María", "José", "Josefa", "Chepe", "Lupe", "Guadalupe", "Wendy", "Guendi", "Daniel", "Daniela", "Juan", "Yovani", "Geovanny", "Marvin Alexis", "Pepe"];
    private static readonly string[] Surnames = ["Hernández", "Ernandes", "López", "de la Cruz", "Cruz", "Castro", "Castillo", "Mejía", "Mexía", "María", "José", "Fernández", "Hernandes"];

    public static Evidence Person(Random chance) => new()
    {
        Name = PersonName.Of(Some(Given, chance, 3), Some(Surnames, chance, 2), nickname: chance.Next(4) == 0 ? One(Given, chance) : null, mother: chance.Next(2) == 0 ? $"{One(Given, chance)} {One(Surnames, chance)}" : null),
        Birth = chance.Next(5) switch { 0 => null, 1 => BirthSpan.OnDate(1990 + chance.Next(5)), 2 => BirthSpan.OfAge(chance.Next(0, 40), new(2026, 11, 30)), 3 => BirthSpan.OnDate(1990 + chance.Next(5), 1 + chance.Next(12)), _ => BirthSpan.OnDate(1990 + chance.Next(3), 1 + chance.Next(4), 1 + chance.Next(4)) },
        Sex = chance.Next(3) switch { 0 => null, 1 => "female", _ => "male" }, Origin = chance.Next(3) == 0 ? null : chance.Next(2) == 0 ? "Choloma" : "Choluteca",
        Nationalities = [.. new[] { "HN", "NI", "GT" }.Where(_ => chance.Next(3) == 0)], Documents = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => $"08011998{chance.Next(30):00000}")],
    };

    private static string One(string[] of, Random chance) => of[chance.Next(of.Length)];

    private static List<string> Some(string[] of, Random chance, int most) => [.. Enumerable.Range(0, chance.Next(0, most + 1)).Select(_ => One(of, chance))];
}
