using Amparo.Contracts.Places;

namespace Amparo.Public.Centres.Show;

/// <summary>Names of the languages that are spoken on the way, by their ISO 639-3 codes.</summary>
internal static class Tongue
{
    public static IReadOnlyList<string> Named => SpokenLanguages.All;

    public static string NameOf(Words words, string code) => Named.Contains(code) ? words[$"public.tongue.{code}"] : code;
}
