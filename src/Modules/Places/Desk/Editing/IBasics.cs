using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Desk.Editing;

/// <summary>A page that holds the plain fields of an entry: one that is edited, or one that begins.</summary>
internal interface IBasics : IHours
{
    EditForm Form { get; }
    string? IHours.Choice => Form.Hours;
    string? IHours.Holidays => Form.Holidays;
    bool IHours.MayBeThePlaces => false;
}

internal static class Basics
{
    /// <summary>Reads the form and names what is wrong with it.</summary>
    /// <returns>The hours; null where they cannot be read.</returns>
    public static OpeningHours? Read(this IBasics page, IFormCollection posted)
    {
        foreach (var (field, key) in page.Form.Mistakes()) page.Wrong[field] = key;
        return page.ReadHours(posted);
    }
}
