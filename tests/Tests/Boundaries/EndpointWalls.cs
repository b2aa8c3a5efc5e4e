using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
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
        Assert.All(endpoints, e => Assert.True(e.Metadata.GetMetadata<IActOfEndpoint>() is { Act: { Length: > 3 } act } && act.Contains('.'),
            $"{e.DisplayName} names no act: put [Requires(\"module.verb\")] or [Public(\"module.verb\")] on it."));
    }

    [Fact]
    public async Task What_says_nothing_is_closed_to_everybody()
    {
        var policy = _platform.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy!;
        await using var scope = _platform.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new(), null, policy);
        Assert.False(verdict.Succeeded);
    }

    public void Dispose() => _platform.Dispose();
}
