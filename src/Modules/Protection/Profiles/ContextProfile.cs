using Amparo.Protection.Screening;

namespace Amparo.Protection.Profiles;

internal enum ContextKind { Community, Structural }

/// <summary>What is known of one factor in a place, from where, and of which day.</summary>
internal sealed record ContextAnswer(string Factor, Pole Pole, string Source, DateOnly SeenOn);

/// <summary>
/// The circumstances of a place (community) or a country (structural) in one version, by a named officer, from one day until another.
/// It is made once and joined to every assessment there; it is not asked of each person anew.
/// </summary>
internal sealed record ContextProfile(Guid Id, int Version, ContextKind Kind, string Country, DateOnly ValidFrom, Guid By, IReadOnlyList<ContextAnswer> Answers, string? Place = null, DateOnly? ValidUntil = null)
{
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is not { } until || day <= until);
}

internal static class ContextProfiles
{
    /// <summary>The newest of the place and the newest of the country that hold on that day; none where none holds, and it is then unknown.</summary>
    public static IReadOnlyList<ContextProfile> At(this IEnumerable<ContextProfile> profiles, string country, string? place, DateOnly day) =>
        [.. profiles.Where(p => p.Country == country && p.HoldsOn(day) && (p.Kind == ContextKind.Structural || p.Place == place))
            .GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => g.OrderBy(p => p.ValidFrom).ThenBy(p => p.Version).Last())];
}
