using System.Text.Json.Serialization;

namespace Amparo.Kernel;

/// <summary>How often a <see cref="Schedule"/> repeats. HSDS 3.0 itself allows weekly and monthly; the others occur in older packages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
public enum Frequency
{
    /// <summary>By days.</summary>
    [JsonStringEnumMemberName("DAILY")] Daily,

    /// <summary>By weeks.</summary>
    [JsonStringEnumMemberName("WEEKLY")] Weekly,

    /// <summary>By months.</summary>
    [JsonStringEnumMemberName("MONTHLY")] Monthly,

    /// <summary>By years.</summary>
    [JsonStringEnumMemberName("YEARLY")] Yearly,
}
