using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Publication;

namespace Amparo.Tests.Conversation;

/// <summary>The whole demonstration, published once for the tests that walk over it.</summary>
public sealed class ADemonstration : IAsyncLifetime
{
    // The clock stands so that much is open and much is not.
    private readonly House _house = new(now: Search.GoldenRunner.Now);

    internal Edition Edition { get; private set; } = null!;

    /// <summary>What only officers know: none of it may be in any message.</summary>
    internal IReadOnlyList<string> OfficersOnly { get; private set; } = [];

    internal DateTimeOffset Now => _house.Clock.Now;

    public async Task InitializeAsync()
    {
        await using (var scope = _house.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "places.demonstration";
            await scope.ServiceProvider.GetRequiredService<IDemonstration>().Load(1600, _ => { }, default);
        }
        await _house.Publish();
        Edition = _house.Open();
        await _house.Do(async db => OfficersOnly = await db.Set<Place>().AsNoTracking().Where(p => p.Disclosure == Disclosures.Officers).Select(p => p.Name).Distinct().ToListAsync());
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }
}
