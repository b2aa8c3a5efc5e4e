using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search.Pocket;

/// <summary>A folder with indexes, questions and the server's answers, over which the search of the pocket is run.</summary>
internal sealed partial class PocketFolder : IDisposable
{
    private static readonly string Bundle = Path.Combine(SharedData.Repository, "web/dist/search.js");
    private static readonly string Comparison = Path.Combine(SharedData.Repository, "tests/Tests/Search/Pocket/compare.mjs");
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-pocket-").FullName;

    public PocketFolder() => File.WriteAllBytes(Path.Combine(_folder, "words.json"), PocketVocabulary.Json(Geodata.Gazetteer).ToArray());

    /// <summary>Writes the index of these entries with the towns of these countries, and the server's answers over the same.</summary>
    public byte[] Add(string name, IReadOnlyList<PublicPlace> places, IReadOnlyCollection<string> countries, IEnumerable<SearchQuestion> questions)
    {
        var file = new PocketIndex(Geodata.Gazetteer).Write(places, countries);
        File.WriteAllBytes(Path.Combine(_folder, $"{name}.index"), file);
        var byId = places.ToDictionary(p => p.Id);
        var positions = places.Select((place, i) => (place.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var server = SearchIndex.Build(places, byId.GetValueOrDefault, Geodata.Gazetteer.Only(countries));
        File.WriteAllLines(Path.Combine(_folder, $"{name}.jsonl"), questions.Select(q => JsonSerializer.Serialize(new { question = Asked(q), answer = Said(server.Search(q), positions) })));
        return file;
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    /// <summary>Runs the comparison; what differs stands in the message.</summary>
    /// <returns>How many questions were asked.</returns>
    public int Compare()
    {
        using var node = Process.Start(new ProcessStartInfo("node") { ArgumentList = { Comparison, Bundle, _folder }, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync();
        var said = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, said + errors.GetAwaiter().GetResult());
        return int.Parse(Ending().Match(said).Groups[1].Value);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A text goes as numbers: halves of a letter would not survive a file.
    private static object Asked(SearchQuestion q) => new
    {
        text = Units(q.Text), language = q.Language, kinds = q.Kinds, @for = q.For, country = q.Country,
        near = q.Near is { } near ? new { latitude = near.Latitude, longitude = near.Longitude } : null,
        openNow = q.OpenNow, asksNoPapers = q.AsksNoPapers, now = q.Now.ToUnixTimeMilliseconds(), skip = q.Skip, take = q.Take,
    };

    private static object Said(SearchAnswer a, Dictionary<Guid, int> positions) => new
    {
        hits = Hits(a.Hits, positions), total = a.Total, totalIsAtLeast = a.TotalIsAtLeast, kinds = a.Understood.Kinds, @for = a.Understood.For, place = a.Understood.Place?.Number,
        choices = a.Understood.Choices.Select(p => p.Number), country = a.Understood.Country, corrected = Units(a.Understood.Corrected), hasTwoMeanings = a.Understood.HasTwoMeanings, lastResort = Hits(a.LastResort, positions),
    };

    private static IEnumerable<object> Hits(IEnumerable<SearchHit> hits, Dictionary<Guid, int> positions) => hits.Select(h => new { entry = positions[h.Place.Id], kilometres = h.Kilometres, score = h.Score });

    private static int[]? Units(string? text) => text is null ? null : [.. text.Select(letter => (int)letter)];

    [GeneratedRegex(@"(\d+) asked")]
    private static partial Regex Ending();
}
