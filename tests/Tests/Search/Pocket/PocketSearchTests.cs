using System.Globalization;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;
using Xunit.Abstractions;

namespace Amparo.Tests.Search.Pocket;

/// <summary>What a phone answers without network is what the server answers: the same entries in the same order, as far away, understood alike.</summary>
public sealed class PocketSearchTests(ITestOutputHelper output) : IDisposable
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";
    private static readonly string[] Region = ["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"];
    private readonly PocketFolder _folder = new();

    [Fact]
    public void The_questions_that_were_written_before_are_answered_as_by_the_server()
    {
        var places = new InventedPlaces(Geodata.Gazetteer).Take(1_600);
        IReadOnlyList<GoldenQuery> queries = [.. GoldenRunner.Read("queries.json", "tune"), .. GoldenRunner.Read("queries.json", "held"), .. GoldenRunner.Read("real-queries.json", "tune"), .. GoldenRunner.Read("real-queries.json", "held")];
        _folder.Add("golden", places, Region, queries.Select(q => new SearchQuestion { Text = q.Q, Language = q.Lang, Country = q.Country, Near = q.Near is null ? null : At(q.Near), Now = GoldenRunner.Now, Take = 10 }));
        Assert.Equal(698, _folder.Compare());
    }

    [Fact]
    public void Any_question_at_any_instant_is_answered_as_by_the_server()
    {
        var places = HardPlaces.Take(1_600, seed: 7);
        var count = Long ? 10_000 : 500;
        _folder.Add("region", places, Region, new HardQuestions(71).Take(count * 6 / 10));
        _folder.Add("country", [.. places.Where(p => p.Country == "HN")], ["HN"], new HardQuestions(72).Take(count * 2 / 10));
        _folder.Add("corridor", [.. places.Where(p => p.Country is "GT" or "MX")], ["GT", "MX"], new HardQuestions(73).Take(count / 10));
        _folder.Add("nothing", [], [], new HardQuestions(74).Take(count / 20));
        _folder.Add("no-towns", places[..200], [], new HardQuestions(75).Take(count / 20));
        Assert.Equal(count, _folder.Compare());
    }

    [Fact]
    public void Every_letter_is_folded_alike()
    {
        var letters = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Select(letter => IsOfBoth(letter) ? FoldedText.Fold($"a{letter}b") : null).ToList();
        _folder.Write("folded.json", JsonSerializer.Serialize(letters));
        Assert.Equal(letters.Count(l => l is not null), _folder.Compare());
        Assert.True(letters.Count(l => l is not null) > 55_000);

        // Each year Unicode gets letters that one of the two knows before the other; nobody has them on a keyboard yet.
        static bool IsOfBoth(char letter) => char.GetUnicodeCategory(letter) != UnicodeCategory.OtherNotAssigned && !(char.IsUpper(letter) && char.ToLowerInvariant(letter) == letter);
    }

    [Fact]
    public void A_broken_file_is_refused_or_answers_something_and_nothing_else_happens()
    {
        var file = _folder.Add("small", [.. HardPlaces.Take(400, seed: 11).Where(p => p.Country == "BZ")], ["BZ"], []);
        var random = new Random(13);
        var count = Long ? 10_000 : 400;
        _folder.Write("break.json", JsonSerializer.Serialize(Enumerable.Range(0, count).Select(_ => new
        {
            index = "small", cut = random.Next(3) == 0 ? random.Next(file.Length) : file.Length, at = random.Next(file.Length), bits = random.Next(3) == 0 ? 255 : 1 << random.Next(8),
        })));
        Assert.Equal(count, _folder.Compare());
    }

    [Fact]
    public void The_file_is_the_same_each_time_and_another_for_another_entry()
    {
        var places = HardPlaces.Take(600, seed: 9);
        var file = new PocketIndex(Geodata.Gazetteer).Write(places, ["HN"]);
        Assert.Equal(file, new PocketIndex(Geodata.Gazetteer).Write(HardPlaces.Take(600, seed: 9), ["HN"]));
        Assert.NotEqual(file, new PocketIndex(Geodata.Gazetteer).Write([.. places.Select((p, i) => i == 300 ? p with { Kind = PlaceKinds.Worship } : p)], ["HN"]));
    }

    [Fact]
    public void A_phone_keeps_a_small_file()
    {
        var places = new InventedPlaces(Geodata.Gazetteer).Take(1_600).OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Locality, StringComparer.Ordinal).ThenBy(p => p.Id).ToList();
        var (index, words) = (Packed.Size(new PocketIndex(Geodata.Gazetteer).Write(places, [])), Packed.Size(PocketVocabulary.Json(Geodata.Gazetteer).ToArray()));
        output.WriteLine($"index of 1,600 {index}, words {words} bytes; towns {string.Join(", ", Region.Select(c => $"{c} {Packed.Size(new PocketIndex(Geodata.Gazetteer).Write([], [c]))}"))}");
        Assert.InRange(index, 1, 45 * 1024);
        Assert.InRange(words, 1, 80 * 1024);
    }

    private static GeoPoint At(string description)
    {
        var parts = description.Split(", ");
        return Geodata.Gazetteer.Named(parts[0], parts[^1])[0].Point;
    }

    public void Dispose() => _folder.Dispose();
}
