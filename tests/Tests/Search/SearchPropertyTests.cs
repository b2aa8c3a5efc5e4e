using System.Text;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Search;

public sealed class SearchPropertyTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";
    private static readonly string[] Offered = ["Dental Clinic", "Ropero y cobijas", "Diaper bank", "Clases de inglés", "Regaderas", "Rape Crisis Hotline", "Prenatal care", "Despensa", "Intérprete", "Duchas"];
    private static readonly List<PublicPlace> Places = [.. new InventedPlaces(Geodata.Gazetteer, seed: 7).Take(1_600).Select(Offering)];
    private static readonly SearchIndex Index = ADirectory.IndexOf(Places);

    [Fact]
    public void The_order_in_which_entries_come_changes_nothing()
    {
        var shuffled = Places.ToArray();
        new Random(3).Shuffle(shuffled);
        AssertSame(Index, ADirectory.IndexOf(shuffled), new RandomQuestions(11), 300);
    }

    [Fact]
    public void An_index_with_changes_answers_as_one_that_was_built_anew()
    {
        var random = new Random(5);
        var now = Places.ToDictionary(p => p.Id);
        var index = Index;
        var others = new InventedPlaces(Geodata.Gazetteer, seed: 8).Take(400);
        for (var round = 0; round < 8; round++)
        {
            var removed = now.Keys.Order().Where(_ => random.Next(60) == 0).ToList();
            var changed = now.Values.OrderBy(p => p.Id).Where(_ => random.Next(60) == 0).Select(p => others[random.Next(others.Count)] with { Id = p.Id, Slug = p.Slug }).Where(p => !removed.Contains(p.Id)).ToList();
            changed.AddRange(others.Skip(round * 40).Take(40).Where(p => !now.ContainsKey(p.Id)));
            foreach (var id in removed) now.Remove(id);
            foreach (var place in changed) now[place.Id] = place;
            index = index.With(changed, removed, now.GetValueOrDefault);
            Assert.Equal(now.Count, index.Count);
            AssertSame(index, ADirectory.IndexOf(now.Values), new RandomQuestions(100 + round), 60);
        }
    }

    [Fact]
    public void Shards_that_were_written_anew_replace_what_they_held()
    {
        var now = Places.Where(p => Shards.Of(p.Id) % 5 != 0 || p.Kind != PlaceKinds.Shelter).ToList();
        var byId = now.ToDictionary(p => p.Id);
        var index = Index.WithShards(id => Shards.Of(id) % 5 == 0, now.Where(p => Shards.Of(p.Id) % 5 == 0), byId.GetValueOrDefault);
        AssertSame(index, ADirectory.IndexOf(now), new RandomQuestions(41), 100);
    }

    [Fact]
    public void Page_two_goes_on_where_page_one_ended()
    {
        var questions = new RandomQuestions(21);
        for (var i = 0; i < 100; i++)
        {
            var question = questions.Next();
            var whole = Ids(Index.Search(question with { Skip = 0, Take = 400 }));
            var pages = new List<Guid>();
            for (var skip = 0; skip < 400; skip += 20) pages.AddRange(Ids(Index.Search(question with { Skip = skip, Take = 20 })));
            Assert.Equal(whole, pages);
            Assert.Equal(whole.Count, whole.Distinct().Count());
        }
    }

    [Fact]
    public void Walking_the_lists_finds_what_looking_at_everything_finds()
    {
        var questions = new RandomQuestions(31);
        var changed = Index.With(Places.Take(90).Select((p, i) => p with { Latitude = Places[i + 300].Latitude, Longitude = Places[i + 300].Longitude }), Places.Skip(100).Take(90).Select(p => p.Id), Places.ToDictionary(p => p.Id).GetValueOrDefault);
        for (var i = 0; i < (Long ? 10_000 : 500); i++)
        {
            var question = questions.Next();
            foreach (var index in (SearchIndex[])[Index, changed]) Assert.Equal(PlainSearch.First(index, question, 5), Ids(index.Search(question with { Skip = 0, Take = 5 })));
        }
    }

    [Fact]
    public void How_many_there_are_is_exact_or_said_to_be_at_least()
    {
        var questions = new RandomQuestions(51);
        for (var i = 0; i < 100; i++)
        {
            var question = questions.Next() with { Skip = 0, Take = 20 };
            var answer = Index.Search(question);
            var all = Ids(Index.Search(question with { Take = 2_000 })).Count;
            if (answer.TotalIsAtLeast) Assert.True(all >= answer.Total);
            else Assert.Equal(all, answer.Total);
        }
    }

    [Fact]
    public void No_text_whatever_breaks_it()
    {
        var random = new Random(17);
        string[] pieces = ["albergue", "\uD83D\uDE00", "\uD83D", "\uDE00", "مأوى", "שלום", "\u202E", "\0", "%", "'", "\"", "<script>", "   ", "ñ", "ß", "İ", "ǅ", "\uFEFF", "e\u0301\u0301\u0301", "12345678901234567890", "a-b.c", "#", "en", "mx", "san", "la"];
        for (var i = 0; i < (Long ? 100_000 : 10_000); i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(12); length > 0; length--) text.Append(random.Next(3) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : pieces[random.Next(pieces.Length)]).Append(random.Next(2) == 0 ? " " : "");
            if (random.Next(50) == 0) text.Append('x', 5_000);
            var answer = Index.Search(new() { Text = text.ToString(), Language = random.Next(9) == 0 ? "xx" : Languages.All[random.Next(5)], Kinds = random.Next(9) == 0 ? ["nonsense", ""] : [], Country = random.Next(9) == 0 ? "zz9" : null, Near = random.Next(9) == 0 ? new GeoPoint(double.NaN, 400) : null, Now = GoldenRunner.Now, Skip = random.Next(-5, 5_000), Take = random.Next(-5, 40) });
            Assert.True(answer.Hits.Count <= 40);
        }
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        var questions = new RandomQuestions(61);
        var asked = Enumerable.Range(0, 200).Select(_ => questions.Next()).ToArray();
        var alone = asked.Select(q => Ids(Index.Search(q))).ToArray();
        Parallel.For(0, 800, i => Assert.Equal(alone[i % 200], Ids(Index.Search(asked[i % 200]))));
    }

    // Every second one names what it offers and tells something, so that each source of the index is asked.
    private static PublicPlace Offering(PublicPlace place, int number) => number % 2 == 0 ? place : place with
    {
        Profile = place.Profile with
        {
            Description = $"Atención a familias, {Offered[number / 7 % Offered.Length]}",
            Services = [.. place.Profile.Services.Select(s => s with { Name = Offered[number % Offered.Length], Description = Offered[number / 3 % Offered.Length] })],
        },
    };

    private static void AssertSame(SearchIndex one, SearchIndex other, RandomQuestions questions, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var question = questions.Next();
            var (a, b) = (one.Search(question), other.Search(question));
            Assert.Equal(Ids(a), Ids(b));
            Assert.Equal(a.Hits.Select(h => h.Score), b.Hits.Select(h => h.Score));
            Assert.Equal((a.Total, a.TotalIsAtLeast), (b.Total, b.TotalIsAtLeast));
        }
    }

    private static List<Guid> Ids(SearchAnswer answer) => [.. answer.Hits.Select(h => h.Place.Id)];
}
