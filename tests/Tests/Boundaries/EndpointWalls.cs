using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;

namespace Amparo.Tests.Boundaries;

public sealed class EndpointWalls : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public void Every_endpoint_says_its_act_and_who_may_use_it()
    {
        var endpoints = _platform.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).ToList();
        Assert.NotEmpty(endpoints);
        Assert.Empty(Faults(endpoints, Declared));
    }

    [Fact]
    public void An_endpoint_without_an_act_with_an_unknown_one_or_outside_the_console_would_be_seen()
    {
        Assert.Contains("names no act", Assert.Single(Faults([Planted("/console/forgotten")], Declared)));
        Assert.Contains("no module declares", Assert.Single(Faults([Planted("/console/typo", new RequiresAttribute("places.aprove"))], Declared)));
        Assert.Contains("outside of the console", Assert.Single(Faults([Planted("/es/secret", new RequiresAttribute("places.view"))], Declared)));
        Assert.Contains("both", Assert.Single(Faults([Planted("/console/both", new RequiresAttribute("places.view"), new PublicAttribute("places.view"))], Declared)));
        Assert.Empty(Faults([Planted("/console/right", new RequiresAttribute("places.view"))], Declared));
    }

    [Fact]
    public async Task What_says_nothing_is_closed_to_everybody()
    {
        var policy = _platform.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy!;
        await using var scope = _platform.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new(), null, policy);
        Assert.False(verdict.Succeeded);
    }

    [Fact]
    public void Every_permission_and_role_is_said_in_words_in_both_languages_of_the_console()
    {
        var texts = _platform.Services.GetRequiredService<Texts>();
        var keys = Declared.All.Select(p => p.TextKey).Concat(Declared.Roles.SelectMany(r => new[] { r.TextKey, r.TextKey + ".about" }))
            .Concat(_platform.Services.GetServices<Module>().SelectMany(m => m.Menu).Select(m => m.TextKey)).ToList();
        Assert.All(ConsolePage.Languages, language => Assert.Empty(keys.Except(texts.Keys(language))));
    }

    [Fact]
    public void Every_entry_of_the_menu_leads_to_a_page_that_needs_the_same_act()
    {
        var endpoints = _platform.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.All(_platform.Services.GetServices<Module>().SelectMany(m => m.Menu), entry =>
            Assert.Contains(endpoints, e => "/" + e.RoutePattern.RawText!.TrimStart('/') == entry.Path && e.Metadata.GetMetadata<RequiresAttribute>()?.Act == entry.Act));
    }

    private Permissions Declared => _platform.Services.GetRequiredService<Permissions>();

    private static IEnumerable<string> Faults(IEnumerable<Endpoint> endpoints, Permissions declared)
    {
        foreach (var endpoint in endpoints)
        {
            var requires = endpoint.Metadata.GetOrderedMetadata<RequiresAttribute>();
            var isPublic = endpoint.Metadata.GetMetadata<PublicAttribute>() is { Act: { Length: > 3 } said } && said.Contains('.');
            var path = "/" + ((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "").TrimStart('/');
            if (requires.Count == 0 && !isPublic) yield return $"{endpoint.DisplayName} names no act: put [Requires(\"module.verb\")] or [Public(\"module.verb\")] on it.";
            if (requires.Count > 0 && isPublic) yield return $"{endpoint.DisplayName} is both open and closed: keep one of [Requires] and [Public].";
            else if (requires.FirstOrDefault(r => declared.Find(r.Act) is null) is { } unknown) yield return $"{endpoint.DisplayName} requires {unknown.Act}, which no module declares in its permissions.";
            else if (requires.Count > 0 && !ConsolePaths.IsConsole(path)) yield return $"{endpoint.DisplayName} needs a session and lies outside of the console, where none is read.";
        }
    }

    private static RouteEndpoint Planted(string path, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection(metadata), path);

    public void Dispose() => _platform.Dispose();
}
