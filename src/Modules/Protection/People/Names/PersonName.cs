using System.Text.Json.Serialization;

namespace Amparo.Protection.People.Names;

/// <summary>
/// A name as it was told, in its parts and their order. It is never cut at its spaces and never put together and taken apart
/// again: "María José Hernández López" has two surnames, and who becomes "López, María José Hernández" is not found any more.
/// </summary>
internal sealed record PersonName
{
    public const int MostGiven = 6, MostSurnames = 4;

    /// <summary>Each a name of its own, in order; "María del Carmen" is one.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>The first and the second, each with its particles: "de la Cruz" is one. A third is rare and kept.</summary>
    public IReadOnlyList<string> Surnames { get; init; } = [];

    /// <summary>As it is said after the surnames: "de Pérez", "viuda de Pérez".</summary>
    public string? Married { get; init; }
    public string? Nickname { get; init; }

    /// <summary>The mother's whole name, which tells two of one name apart.</summary>
    public string? Mother { get; init; }

    /// <summary>From the boxes of a form, one part in each; empty boxes are left out, the order stays.</summary>
    public static PersonName Of(IEnumerable<string?> given, IEnumerable<string?> surnames, string? married = null, string? nickname = null, string? mother = null)
    {
        var name = new PersonName
        {
            Given = [.. given.Select(NamePart.OfOne).OfType<string>()], Surnames = [.. surnames.Select(NamePart.OfOne).OfType<string>()],
            Married = NamePart.OfOne(married), Nickname = NamePart.OfSeveral(nickname), Mother = NamePart.OfSeveral(mother),
        };
        RuleBroken.Unless(name.Given.Count <= MostGiven && name.Surnames.Count <= MostSurnames, "protection.name.rule.too_many");
        return name;
    }

    [JsonIgnore]
    public bool IsEmpty => Given.Count == 0 && Surnames.Count == 0 && Married is null && Nickname is null;

    public bool Equals(PersonName? other) => other is not null && Given.SequenceEqual(other.Given) && Surnames.SequenceEqual(other.Surnames)
        && Married == other.Married && Nickname == other.Nickname && Mother == other.Mother;

    public override int GetHashCode() => HashCode.Combine(string.Join('\0', Given), string.Join('\0', Surnames), Married, Nickname, Mother);

    // A name that a log or an error message prints has left its seal.
    public override string ToString() => nameof(PersonName);
}
