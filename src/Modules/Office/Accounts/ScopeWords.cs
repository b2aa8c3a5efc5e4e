using Amparo.Contracts;

namespace Amparo.Office.Accounts;

/// <summary>A scope as a person reads it.</summary>
internal static class ScopeWords
{
    public static string Of(Words w, Scope scope, IReadOnlyDictionary<Guid, string>? names = null) => scope.Kind switch
    {
        Scope.RegionKind => w["office.scope.region"],
        Scope.CountryKind => Country(w, scope.Value),
        _ => w.Say("office.scope." + scope.Kind, ("name", Guid.TryParse(scope.Value, out var id) && names?.TryGetValue(id, out var name) == true ? name : scope.Value[..8])),
    };

    public static string Country(Words w, string code) => RegionCountries.All.Contains(code) ? w["public.country." + code] : code;
}
