using System.Text;
using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

public sealed class FoldingTests
{
    private static readonly string[] Tags = ["<p>", "</p>", "<a href=\"/es/x\">", "<a class=\"b\" href=\"tel:+5020\">", "</a>", "<dd lang=\"es\">", "<br>", "< not closed", "<a href=\"\">"];
    private static readonly string[] Words = ["Casa", "Casa", "señal \"y\" \\", "🏠", "7", " ", "  dos ", "\uE001", "\uE007", "\u0001", "مرحبا", "&amp;", "una frase larga que se repite en todas"];

    [Fact]
    public void What_was_folded_unfolds_to_the_same_bytes()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var lines = Enumerable.Range(0, random.Next(40)).Select(_ => Line(random)).ToList();
            var raw = PackOfTests.Raw(lines);
            var folded = Folding.Fold(lines);
            Assert.Equal(raw, Unfolding.Unfold(folded, raw.Length));
            Assert.Equal(folded, Folding.Fold(lines));
        }
    }

    [Fact]
    public void A_thousand_lines_of_one_form_cost_little_more_than_what_differs_in_them()
    {
        var lines = Enumerable.Range(0, 1000).Select(i => $"<section class=\"panel\"><h2>Servicios</h2><dl><dt>Tipo</dt><dd>Albergue</dd></dl><p>n{i}</p></section>").ToList();
        Assert.True(Folding.Fold(lines).Length < 1000 * 10, $"{Folding.Fold(lines).Length}");
    }

    [Fact]
    public void Hostile_bytes_are_refused_or_give_no_more_than_was_signed_for()
    {
        var whole = Folding.Fold(PackOfTests.Cards);
        var size = PackOfTests.Raw(PackOfTests.Cards).Length;
        var random = new Random(3);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Assert.True(Unfolding.UnfoldUpTo(bytes, size).Length <= size);
            }
            catch (PackBroken)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 3000);
    }

    [Theory]
    [InlineData("{\"n\":1000000,\"runs\":[\"\"],\"values\":[],\"shapes\":\"#\",\"lines\":\"#\",\"said\":[\"\"],\"columns\":[[]]}")]
    [InlineData("{\"n\":3,\"runs\":[\"\\n\",\"\"],\"values\":[],\"shapes\":\"$#\",\"lines\":\"###\",\"said\":[\"\",\"\"],\"columns\":[[],[\"\",\"\",\"\"]]}")]
    [InlineData("{\"n\":1,\"runs\":[\"\\n\"],\"values\":[],\"shapes\":\"#\",\"lines\":\"$\",\"said\":[\"\"],\"columns\":[[]]}")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    public void Letters_that_lead_nowhere_and_empty_texts_without_end_are_refused(string folded) =>
        Assert.Throws<PackBroken>(() => Unfolding.UnfoldUpTo(Encoding.UTF8.GetBytes(folded), 1000));

    private static string Line(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(5) switch
    {
        0 => "\t",
        1 or 2 => Tags[random.Next(Tags.Length)],
        _ => Words[random.Next(Words.Length)] + (random.Next(4) == 0 ? random.Next(50).ToString() : ""),
    }));
}
