using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Amparo.Public.Layout;

/// <summary><c>{lang:lang}</c>: one of the five, in small letters; anything else is no page of ours.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string language && Languages.All.Contains(language);
}
