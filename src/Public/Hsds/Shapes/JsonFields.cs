using System.Globalization;
using System.Text.Json;

namespace Amparo.Public.Hsds;

/// <summary>The fields of an object in JSON; what is not known is left out.</summary>
internal sealed class JsonFields(Utf8JsonWriter json) : IFields
{
    public Utf8JsonWriter Json => json;

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    public void Number(string name, double value)
    {
        if (double.IsInteger(value) && Math.Abs(value) < 1e15) json.WriteNumber(name, (long)value);
        else json.WriteNumber(name, value);
    }

    public void Link(string name, Guid id)
    {
    }

    // The specification asks for the offset, and a "time" of RFC 3339 has one. The end of the day is the next midnight.
    public void Time(string name, ClockTime at, TimeSpan offset)
    {
        var minutes = at.Minutes % 1440;
        json.WriteString(name, string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}:00{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}"));
    }

    /// <summary>An array of objects, left out where there is none.</summary>
    public void Array<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
