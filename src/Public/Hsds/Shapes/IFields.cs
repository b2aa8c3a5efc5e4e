using System.Globalization;

namespace Amparo.Public.Hsds;

/// <summary>
/// Where the fields of one HSDS object go: an object of JSON or a row of a table. Each object says its fields once, so that
/// the interface and the tabular package cannot come to say different things.
/// </summary>
internal interface IFields
{
    void Text(string name, string? value);
    void Number(string name, double value);

    /// <summary>A reference to another row; in JSON the nesting says it.</summary>
    void Link(string name, Guid id);

    /// <summary>A time on the wall clock, with the offset of the place.</summary>
    void Time(string name, ClockTime at, TimeSpan offset);
}

internal static class FieldsOf
{
    public static void Id(this IFields to, Guid id) => to.Text("id", id.ToString());

    public static void Day(this IFields to, string name, DateOnly? day)
    {
        if (day is { } known) to.Text(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public static void Instant(this IFields to, string name, DateTimeOffset instant) =>
        to.Text(name, Stamp(instant));

    /// <summary>RFC 3339 in UTC with milliseconds, as HSDS asks.</summary>
    public static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
