using System.Text;
using Amparo.Contracts.Publication;

namespace Amparo.Tests.Publication;

/// <summary>
/// What readers get must be the same bytes whatever the confidential rows and columns hold: not the content alone, also the
/// number of editions, their times and sizes.
/// </summary>
[Trait("Needs", "Database")]
public sealed class NonInterferenceTests
{
    private static int Pairs => Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 500 : 50;

    [Fact]
    public async Task Databases_that_differ_only_in_secrets_publish_the_same_bytes()
    {
        var (entries, editions) = (0, 0L);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (one, other) = await Live(pair, null);
            using (one)
            using (other)
            {
                Assert.Equal(one.Everything(), other.Everything());
                Same(one, await AnotherWay(other));
                NoCanary(one);
                NoCanary(other);
                entries += one.Open().Count;
                editions += one.Store.CurrentVersion()!.Value;
            }
        }
        // Empty editions are equal too and would prove nothing.
        Assert.True(entries > Pairs * 3 && editions > Pairs * 4, $"{entries} entries in {editions} editions are too few to prove anything.");
    }

    [Theory]
    [InlineData("SELECT COUNT(*) FROM places_public_touched")]
    [InlineData("SELECT MAX(changed_at) FROM places_public_touched")]
    public async Task The_test_itself_is_red_where_a_part_leaks_a_number_about_hidden_rows(string leak)
    {
        var red = 0;
        for (var pair = 0; pair < 5; pair++)
        {
            var (one, other) = await Live(pair, () => new PartOfTests("leak") { Asks = c => Ask(c, leak), Dirty = { 0 } });
            using (one)
            using (other)
                if (!one.Everything().SequenceEqual(other.Everything())) red++;
        }
        Assert.True(red >= 4, $"Only {red} of 5 leaks were seen.");
    }

    /// <summary>Two houses with one public history and two different secret ones, each publishing after every step.</summary>
    private static async Task<(House, House)> Live(int pair, Func<PartOfTests>? leak)
    {
        Action<IServiceCollection>? with = leak is null ? null : s => s.AddSingleton<IEditionPart>(leak());
        var one = new House(with: with);
        var other = new House(sameKeys: one, with: with);
        await Task.WhenAll(Live(one, new History(pair), new Secrets(2 * pair + 1_000_000)), Live(other, new History(pair), new Secrets(2 * pair + 1_000_001)));
        return (one, other);
    }

    private static async Task Live(House house, History history, Secrets secrets)
    {
        for (var step = 0; step < History.Steps; step++)
        {
            var next = House.Start + TimeSpan.FromMinutes(73 * (step + 1));
            house.Clock.Now = next - TimeSpan.FromMinutes(secrets.Random.Next(31, 70));
            await history.LiveInSecret(house, secrets);
            // A server looks at times of its own, never because of a secret: both look at the same moments.
            house.Clock.Now = next - TimeSpan.FromMinutes(30);
            await house.Publish();
            house.Clock.Now = next;
            await history.LiveInPublic(house);
            await history.LiveInSecret(house, secrets);
            await house.Publish();
        }
    }

    /// <summary>The same database published once and whole, into an empty folder.</summary>
    private static async Task<House> AnotherWay(House house)
    {
        var fresh = new House(sameDatabase: house, sameKeys: house);
        await fresh.Publish();
        return fresh;
    }

    private static void Same(House one, House fresh)
    {
        using (fresh)
        {
            Assert.Equal(one.Open().Info.ContentRoot, fresh.Open().Info.ContentRoot);
            Assert.Equal(one.Files(), fresh.Files());
        }
    }

    private static void NoCanary(House house)
    {
        foreach (var file in Directory.EnumerateFiles(house.Store.Folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(Secrets.Canary)) < 0, $"A secret stands in {Path.GetFileName(file)}.");
            Assert.True(bytes.AsSpan().IndexOf("15.12345"u8) < 0 && bytes.AsSpan().IndexOf("canario"u8) < 0, $"A secret stands in {Path.GetFileName(file)}.");
        }
    }

    private static async Task<string> Ask(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
