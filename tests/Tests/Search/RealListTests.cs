using Xunit.Abstractions;

namespace Amparo.Tests.Search;

/// <summary>The questions over lists that nobody here wrote, through the door by which lists come in.</summary>
public sealed class RealListTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DateTimeOffset JordansTime = new(2015, 1, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly RealList _list = new();

    /// <param name="missed">So many of a set may be missed: one more than were when this was written.</param>
    [SharedDataTheory]
    [InlineData("embassies", 1, "consulates/embassies_mesoamerica_subset.csv")]
    [InlineData("salvador-health", 1, "health/el-salvador-places.js")]
    [InlineData("jordan", 1, "services/jordan/compiled.json")]
    [InlineData("hsds", 2, "hsds/exports/orservices/data", "hsds/exports/orservices/data_old")]
    public async Task Questions_over_a_real_list_are_answered_within_the_first_three(string list, int missed, params string[] files)
    {
        // The Jordan list ended in 2014 and 2015: it is asked when part of it still held.
        var now = list == "jordan" ? JordansTime : GoldenRunner.Now;
        var places = await _list.Publish(now, files);
        var runner = new GoldenRunner(places, ADirectory.IndexOf(places), Geodata.Gazetteer, now);
        foreach (var set in new[] { "tune", "held" })
        {
            var outcomes = runner.Run(GoldenRunner.Read("real-queries.json", set).Where(q => q.List == list));
            var kept = outcomes.Count(o => o.Broken is null);
            output.WriteLine($"{list} {set}: {kept} of {outcomes.Count} over {places.Count} places");
            if (set == "tune")
                foreach (var broken in outcomes.Where(o => o.Broken is not null)) output.WriteLine($"{broken.Query.Id} {broken.Query.Q}: {broken.Broken}\n    {broken.Shown}");
            Assert.True(kept >= outcomes.Count - missed, $"{set}: {kept} of {outcomes.Count}");
        }
    }

    public void Dispose() => _list.Dispose();
}
