using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>A row on its way to become an entry: cleaned and read, with what was found, but not yet decided.</summary>
internal sealed class Draft
{
    public required string Row { get; init; }

    /// <summary>Its key in the list; null: made from what it says (<see cref="Draft.KeyFromContent"/>).</summary>
    public string? Key { get; set; }
    public string Name { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Country { get; set; } = "";
    public string? Admin1Name { get; set; }
    public string? Admin1Code { get; set; }
    public string? Locality { get; set; }
    public string? Address { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }

    /// <summary>The format says by itself which number is which (GeoJSON, KML).</summary>
    public bool OrderIsKnown { get; init; }

    /// <summary>What the file asks for; the checks make of it what holds.</summary>
    public string? Disclosure { get; set; }
    public string? AreaName { get; set; }
    public DraftOrganization? Organization { get; set; }

    /// <summary>For officers: names and numbers of people.</summary>
    public string? StaffContact { get; set; }
    public string? Notes { get; set; }

    /// <summary>The last day on which it holds, in its own time zone.</summary>
    public DateOnly? LastDay { get; set; }
    public PlaceProfile Profile { get; set; } = new();
    public List<Finding> Findings { get; } = [];

    /// <summary>The row as it stood, to be mended by a person where it is quarantined.</summary>
    public IReadOnlyDictionary<string, string> Source { get; init; } = new Dictionary<string, string>();

    // Set by the checks.
    public string TimeZone { get; set; } = "Etc/UTC";
    public double? AreaLatitude { get; set; }
    public double? AreaLongitude { get; set; }

    public GeoPoint? Point => Latitude is { } latitude && Longitude is { } longitude ? new(latitude, longitude) : null;
    public Weight Weight => Findings.Count == 0 ? Weight.Note : Findings.Max(f => Reasons.WeightOf(f.Reason));

    public void Note(string reason, string? field = null, string? value = null) => Findings.Add(new(reason, field, value));

    /// <summary>For lists whose rows have no key: twins get the same, and are then numbered in the order of the file.</summary>
    public string KeyFromContent() => StableId.Of(FoldedText.Fold(Name), Country, FoldedText.Fold(Admin1Name ?? ""), FoldedText.Fold(Locality ?? ""), FoldedText.Fold(Address ?? "")).ToString("N");
}

/// <param name="Key">Its key in the list; null: its name.</param>
internal sealed record DraftOrganization(string? Key, string Name)
{
    public string? AlternateName { get; init; }
    public string? Description { get; init; }
    public string? Url { get; init; }
    public string? Email { get; init; }
}
