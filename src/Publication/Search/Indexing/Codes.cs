using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Kinds, populations and countries as small numbers. The numbers follow the order of the lists in Contracts.</summary>
internal static class Codes
{
    public static readonly int Shelter = Kind(PlaceKinds.Shelter);
    public static readonly int AsylumAuthority = Kind(PlaceKinds.AsylumAuthority);
    public static readonly int MigrationAuthority = Kind(PlaceKinds.MigrationAuthority);
    public static readonly int Consular = Kind(PlaceKinds.Consular);
    public static readonly int ChildProtection = Kind(PlaceKinds.ChildProtection);
    public static readonly int ReturnReception = Kind(PlaceKinds.ReturnReception);
    public static readonly int Legal = Kind(PlaceKinds.Legal);
    public static readonly int Labour = Kind(PlaceKinds.Labour);
    public static readonly int TraffickingHotline = Kind(PlaceKinds.TraffickingHotline);
    public static readonly int Other = Kind(PlaceKinds.Other);

    /// <summary>Minus one where it is no kind.</summary>
    public static int Kind(string code) => IndexOf(PlaceKinds.All, code);

    /// <summary>Minus one where it is no population.</summary>
    public static int Population(string code) => IndexOf(Populations.All, code);

    /// <summary>Two letters as a number above zero; zero where they are no code.</summary>
    public static int Country(string? code) =>
        code is { Length: 2 } && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) ? ((code[0] & 31) << 5) + (code[1] & 31) : 0;

    public static uint Bit(int number) => 1u << number;

    private static int IndexOf(IReadOnlyList<string> list, string code)
    {
        for (var i = 0; i < list.Count; i++) if (list[i] == code) return i;
        return -1;
    }
}
