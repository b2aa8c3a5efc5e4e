namespace Amparo.Kernel;

/// <summary>A populated place. <paramref name="Number"/> is its position in <see cref="Gazetteer.All"/> and holds for one build of the data only; what is stored is the <see cref="Slug"/>.</summary>
/// <param name="Number">Position in <see cref="Gazetteer.All"/>.</param>
/// <param name="Name">Name as the source writes it.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1Code">GeoNames code of the first-level area, such as <c>MX.05</c>.</param>
/// <param name="Admin1Name">Its name as the source writes it, often in English: <c>Cortés Department</c>.</param>
/// <param name="Admin2Name">Municipality, where the source names one.</param>
/// <param name="Point">Where it lies.</param>
/// <param name="Zone">IANA time zone.</param>
public sealed record GazetteerPlace(
    int Number, string Name, string Country, string Admin1Code, string Admin1Name, string? Admin2Name, GeoPoint Point, string Zone)
{
    /// <summary>Unique within the gazetteer: <c>tapachula-mx</c>; of several places of one name and country each carries its area, <c>ciudad-hidalgo-chiapas-mx</c>.</summary>
    public string Slug { get; internal set; } = "";

    /// <summary>The first-level area without the English word that the source puts behind it: <c>Cortés</c>, not <c>Cortés Department</c>.</summary>
    public string AreaSaid => EnglishKinds.FirstOrDefault(k => Admin1Name.EndsWith(k, StringComparison.Ordinal)) is { } kind ? Admin1Name[..^kind.Length] : Admin1Name;

    private static readonly string[] EnglishKinds = [" Department", " Province", " District"];

    /// <summary>Added by us, at the precision of a cell and from general knowledge: a page that measures from it says that it is to be verified.</summary>
    public bool IsAdded { get; internal set; }

    /// <summary>How likely people mean this one among several of its name: 3 capital of the country, 2 of its area, 1 on the routes, 0 other. The source has no population.</summary>
    public int Prominence { get; internal set; }
}

/// <summary>A place and how far it is.</summary>
public readonly record struct NearPlace(GazetteerPlace Place, double Kilometres);

/// <summary>The first-level area that the nearest places speak for, with their share of the weight from 0 to 1.</summary>
public readonly record struct AreaVote(string Admin1Code, string Admin1Name, double Confidence);
