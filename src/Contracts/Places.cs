using System.Text.Json.Serialization;
using Amparo.Contracts.Recordings;

namespace Amparo.Contracts.Places;

/// <summary>
/// An entry of the directory as an edition holds it and every reader's page shows it: approved, public, unexpired. The
/// order of the properties is the order of the bytes.
/// </summary>
public sealed record PublicPlace
{
    public required Guid Id { get; init; }

    /// <summary>The last piece of its address, unique: lower case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }
    public string? Admin1 { get; init; }
    public string? Admin1Name { get; init; }
    public string? Locality { get; init; }
    public required string TimeZone { get; init; }

    /// <summary><see cref="Disclosures.Exact"/> or <see cref="Disclosures.Area"/>, never officers.</summary>
    public required string Disclosure { get; init; }

    /// <summary>Only where the disclosure is exact.</summary>
    public string? Address { get; init; }

    /// <summary>The zone of the town that may be said where the address may not.</summary>
    public string? AreaName { get; init; }

    /// <summary>Degrees, WGS 84: the place itself where the disclosure is exact, else the point of its area. Null for a hotline.</summary>
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    public Guid? OrganizationId { get; init; }
    public string? OrganizationName { get; init; }

    public DateTimeOffset? AssuredAt { get; init; }

    /// <summary>The organisation or office, never a person.</summary>
    public string? AssuredBy { get; init; }

    /// <summary>A code of <see cref="AssuranceMeans"/>.</summary>
    public string? AssuredHow { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? StaleAt { get; init; }

    /// <summary>Null where age alone never withdraws it: consulates, public hospitals, the last resort of a town.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>"Full tonight": when it was said, and the 06:00 of the place at which it lapses.</summary>
    public DateTimeOffset? FullSaidAt { get; init; }
    public DateTimeOffset? FullUntil { get; init; }

    /// <summary>Readers said independently that it is closed, and nobody has called back yet: "may be closed, call". The day only (UTC, midnight).</summary>
    public DateTimeOffset? MayBeClosedSince { get; init; }

    /// <summary>When anything that a reader can see last changed.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>The list it came from, to be named where its licence asks for it.</summary>
    public string? Source { get; init; }
    public bool IsDemonstration { get; init; }
    public required PlaceProfile Profile { get; init; }

    /// <summary>What can be heard of this page as it stands here: spoken, agreed to, and heard by a second person beside these very words.</summary>
    public IReadOnlyList<PublicRecording> Recordings { get; init; } = [];
}

/// <summary>The numbers to call in danger, per country.</summary>
public sealed record EmergencyNumbers
{
    public required string Country { get; init; }
    public required IReadOnlyList<EmergencyNumber> Numbers { get; init; }

    /// <summary>Where the numbers were read, and when; shown as "to be verified" until an office confirmed them.</summary>
    public required string Source { get; init; }
    public required DateOnly ReadOn { get; init; }
    public bool IsVerified { get; init; }
}

/// <param name="Purpose"><c>emergency</c>, <c>police</c>, <c>ambulance</c>, <c>fire</c>, <c>women</c>, <c>children</c>, <c>trafficking</c>, <c>suicide</c>, <c>rescue</c>.</param>
public sealed record EmergencyNumber(
    [property: JsonPropertyName("purpose")] string Purpose,
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("hours")] string? Hours = null);

/// <summary>Puts invented centres into an installation that holds nothing real.</summary>
public interface IDemonstration
{
    /// <param name="count">1,600 is the size of the region.</param>
    /// <param name="progress">Hears how many are there so far.</param>
    /// <returns>How many were added; 0 where entries are already there.</returns>
    /// <exception cref="RuleBroken">The installation holds real entries: the two never share an edition.</exception>
    Task<int> Load(int count, Action<int> progress, CancellationToken stop);
}
