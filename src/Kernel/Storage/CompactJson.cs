using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amparo.Kernel;

/// <summary>
/// How records are written where every byte is carried by somebody's phone: camelCase, properties in the order of their
/// declaration, nulls, defaults and empty lists left out. The same record always gives the same bytes.
/// </summary>
public static class CompactJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType != typeof(string)))
            property.ShouldSerialize = (_, value) => value is ICollection collection ? collection.Count > 0 : value is IEnumerable list && list.Cast<object>().Any();
    }
}
