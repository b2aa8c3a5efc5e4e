namespace Amparo.Contracts.Places;

/// <summary>
/// What an entry says of itself, in the words of Open Referral HSDS 3.0 where it has one. Everything in it may be
/// published as it stands: what is confidential has no property here, and a test holds the list of properties.
/// </summary>
public sealed record PlaceProfile
{
    public string? AlternateName { get; init; }
    public string? Description { get; init; }

    /// <summary>The language of the texts of this record, BCP 47.</summary>
    public string TextLanguage { get; init; } = "es";

    public string? Url { get; init; }
    public string? Email { get; init; }
    public IReadOnlyList<PlacePhone> Phones { get; init; } = [];
    public IReadOnlyList<PlaceService> Services { get; init; } = [];

    /// <summary>When it receives people; <see cref="OpeningHours.NotKnown"/> means that nobody said, which is not "closed".</summary>
    public OpeningHours Hours { get; init; } = OpeningHours.NotKnown;

    /// <summary>Spoken there, ISO 639-3.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Interpreted there on request, ISO 639-3.</summary>
    public IReadOnlyList<string> Interpreters { get; init; } = [];
    public IReadOnlyList<string> Accessibility { get; init; } = [];

    /// <summary>Codes of <see cref="Populations"/>; empty means that nobody said, which is not "everybody".</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];
    public string? Eligibility { get; init; }
    public bool? FamiliesTogether { get; init; }

    /// <summary>To what age sons stay with their mothers.</summary>
    public int? SonsUntilAge { get; init; }
    public TimeOnly? LatestAdmission { get; init; }
    public int? NightsAllowed { get; init; }
    public int? Beds { get; init; }
    public bool? AsksNoPapers { get; init; }
    public IReadOnlyList<string> RequiredDocuments { get; init; } = [];
    public IReadOnlyList<PlaceCost> Costs { get; init; } = [];
    public string? GettingThere { get; init; }

    /// <summary>A public hospital, which is never withdrawn by age.</summary>
    public bool IsPublicHospital { get; init; }

    /// <summary>Consular posts: whose nationals it serves, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Nationals { get; init; } = [];
    public string? Jurisdiction { get; init; }
    public bool IsHonorary { get; init; }

    /// <summary>What the source said and our profile has no word for; published as HSDS attributes.</summary>
    public IReadOnlyList<PlaceAttribute> Attributes { get; init; } = [];
}

/// <param name="Number">As it is dialled, E.164 where the country is known.</param>
/// <param name="Type">HSDS: voice, fax, text, cell, video, pager, textphone; ours besides: whatsapp, hotline.</param>
public sealed record PlacePhone(string Number, string? Type = null, string? Extension = null, string? Description = null, IReadOnlyList<string>? Languages = null);

/// <summary>One service that is given at the place (HSDS <c>service</c>; the place is its <c>location</c>).</summary>
/// <param name="Id">The HSDS identifier; the same service at two places carries the same.</param>
/// <param name="Kind">A code of <see cref="PlaceKinds"/>.</param>
/// <param name="Status">HSDS: active, inactive, defunct, temporarily closed.</param>
public sealed record PlaceService(
    Guid Id, string Name, string Kind, string? Description = null, string Status = "active", string? Url = null, string? Email = null,
    string? ApplicationProcess = null, string? Fees = null, string? Eligibility = null, int? MinimumAge = null, int? MaximumAge = null,
    OpeningHours? Hours = null, IReadOnlyList<PlaceTerm>? Terms = null);

/// <summary>A term of the taxonomy that the source used.</summary>
public sealed record PlaceTerm(string Id, string Name, string? Taxonomy = null);

/// <param name="Amount">In the smallest unit of the currency; null where only words are known.</param>
public sealed record PlaceCost(string Description, long? Amount = null, string? Currency = null);

public sealed record PlaceAttribute(string Name, string Value);
