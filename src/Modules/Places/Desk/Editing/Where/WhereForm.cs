namespace Amparo.Places.Desk.Editing.Where;

/// <summary>Country, town and area as they are typed; address and point only where everybody may know them.</summary>
internal sealed class WhereForm : PointForm
{
    public const int Longest = 100;

    public string? Country { get; set; }
    public string? TownName { get; set; }

    /// <summary>The town that was chosen, by its slug in the gazetteer.</summary>
    public string? Town { get; set; }

    /// <summary>What people call it, where that is not the name of the town.</summary>
    public string? Locality { get; set; }

    /// <summary>What may be said where the address may not.</summary>
    public string? AreaName { get; set; }

    /// <summary>The state or department, where the gazetteer does not know the country.</summary>
    public string? Admin1Name { get; set; }

    /// <param name="town">By which the gazetteer knows its area.</param>
    internal static WhereForm Of(Entries.Place place, GazetteerPlace? town, bool isExact)
    {
        var form = new WhereForm
        {
            Country = place.Country, Town = town?.Slug, TownName = town?.Name ?? place.Locality, Admin1Name = place.Admin1Name,
            Locality = place.Locality == town?.Name ? null : place.Locality, AreaName = place.AreaName == place.Locality ? null : place.AreaName,
        };
        if (isExact) form.Fill(place.Whereabouts);
        return form;
    }
}
