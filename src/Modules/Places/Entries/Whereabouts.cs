namespace Amparo.Places.Entries;

/// <summary>Where a place exactly is, and who works there: a table of its own, joined for readers only where the place chose to be found.</summary>
internal sealed class Whereabouts
{
    public string? Address { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }

    /// <summary>For officers: a named contact, a private number, how to announce somebody. Never published, whatever the disclosure.</summary>
    public string? StaffContact { get; set; }
    public string? Notes { get; set; }
}
