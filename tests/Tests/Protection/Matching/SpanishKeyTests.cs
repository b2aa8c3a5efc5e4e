using Amparo.Protection.People.Matching;
using Xunit.Abstractions;

namespace Amparo.Tests.Protection.Matching;

public sealed class SpanishKeyTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void Of_the_names_that_are_said_alike_nearly_all_are_found_and_of_the_others_nearly_none_survives()
    {
        var pairs = File.ReadLines(SharedData.PathOf("protection/es-name-variants-authored.csv")).Skip(1).Select(l => l.Split(','))
            .Select(c => (A: new HeardName(c[0]), B: new HeardName(c[1]), Same: c[2] == "1")).ToList();
        var (same, different) = (pairs.Where(p => p.Same).ToList(), pairs.Where(p => !p.Same).ToList());
        var (key, both) = (same.Count(ShareKey), same.Count(p => ShareKey(p) && Survives(p)));
        output.WriteLine($"same: {key} of {same.Count} share the key, {both} are also found alike; different: {different.Count(ShareKey)} of {different.Count} share it, {different.Count(Survives)} survive");
        Assert.True(both >= 0.85 * same.Count, string.Join(", ", same.Where(p => !ShareKey(p) || !Survives(p)).Select(p => $"{p.A.Text}/{p.B.Text}")));
        Assert.InRange(different.Count(ShareKey), 0, 15);
        Assert.InRange(different.Count(Survives), 0, 2);
        static bool ShareKey((HeardName A, HeardName B, bool) pair) => pair.A.Keys.Intersect(pair.B.Keys).Any();
        static bool Survives((HeardName A, HeardName B, bool) pair) => HeardName.Between(pair.A, pair.B) != Likeness.Different;
    }

    [Theory]
    // Not from the file that the rules were written with.
    [InlineData("Zúniga", "Suniga")]
    [InlineData("Caballero", "Cavallero")]
    [InlineData("Villanueva", "Biyanueba")]
    [InlineData("Jacinto", "Yasinto")]
    [InlineData("Guillermo", "Giyermo")]
    [InlineData("Huezo", "Wezo")]
    [InlineData("Estanley", "Stanley")]
    [InlineData("Kelly", "Keli")]
    [InlineData("Christopher", "Cristofer")]
    [InlineData("Edwin", "Eduin")]
    [InlineData("Jean-Philippe", "Janfilip")]
    [InlineData("Sherline", "Cherlin")]
    [InlineData("Dieudonné", "Dyedone")]
    [InlineData("Djenane", "Jenane")]
    public void What_is_heard_alike_shares_a_key(string a, string b) => Assert.NotEmpty(SpanishKey.Of(a).Intersect(SpanishKey.Of(b)));

    [Theory]
    [InlineData("Hernández", "Fernández")]
    [InlineData("Castro", "Castillo")]
    [InlineData("Ana", "Inés")]
    public void What_is_heard_apart_has_another(string a, string b) => Assert.Empty(SpanishKey.Of(a).Intersect(SpanishKey.Of(b)));

    [Fact]
    public void Any_text_has_at_most_four_short_keys_and_none_fails()
    {
        var chance = new Random(7);
        const string letters = "abcdefghijklmnñopqrstuvwxyzáéíóúü'-· مლ字";
        for (var i = 0; i < 20_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, chance.Next(0, 30)).Select(_ => letters[chance.Next(letters.Length)]));
            var keys = SpanishKey.Of(word);
            Assert.InRange(keys.Count, 0, 4);
            Assert.All(keys, k => Assert.InRange(k.Length, 1, 6));
        }
    }
}
