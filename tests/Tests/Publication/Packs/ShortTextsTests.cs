using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

public sealed class ShortTextsTests
{
    private static readonly string Sentence = "Hay camas y comida caliente para quien llega de noche con niños.";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Comedor.")]
    public void What_is_short_stays_as_it_is(string? text) => Assert.Same(text, ShortTexts.Of(text));

    [Fact]
    public void A_text_that_is_longer_by_a_word_or_two_is_not_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("cama", 26));
        Assert.InRange(text.Length, ShortTexts.Most + 1, ShortTexts.Most + 25);
        Assert.Same(text, ShortTexts.Of(text));
    }

    [Fact]
    public void A_long_text_ends_with_a_sentence_else_with_a_word_and_says_that_it_goes_on()
    {
        Assert.Equal(Sentence + " …", ShortTexts.Of($"{Sentence} {Sentence} {Sentence}"));
        var words = ShortTexts.Of("No se cobra, " + string.Join(", ", Enumerable.Repeat("comida", 40)))!;
        Assert.EndsWith("comida …", words, StringComparison.Ordinal);
        Assert.InRange(words.Length, ShortTexts.Most / 2, ShortTexts.Most + 2);
    }

    [Fact]
    public void A_text_without_blanks_is_cut_between_whole_letters()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("🏠", 100));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(ShortTexts.Of(text)!)));
    }

    [Fact]
    public void What_decides_whether_somebody_goes_there_is_never_cut()
    {
        var (whole, many) = (string.Concat(Enumerable.Repeat(Sentence + " ", 9)), new[] { string.Concat(Enumerable.Repeat(Sentence, 5)) });
        var place = Amparo.Tests.Public.ReaderPlaces.All().First(p => p.Profile.Services.Count > 0);
        place = place with
        {
            Name = whole, Address = whole,
            Profile = place.Profile with
            {
                Description = whole, Eligibility = whole, RequiredDocuments = many, GettingThere = whole, Costs = [new(whole)], Phones = [new("+504 0000 0000", null, null, whole)],
                Services = [.. place.Profile.Services.Select(s => s with { Description = whole, Fees = whole, Eligibility = whole, ApplicationProcess = whole })],
            },
        };
        var shortened = ShortTexts.Of(place);
        Assert.Equal(ShortTexts.Of(whole), shortened.Profile.Description);
        Assert.All(shortened.Profile.Services, s => Assert.Equal(ShortTexts.Of(whole), s.Description));
        // All else is the same: put back what may be cut, and it is the same entry.
        var back = shortened with { Profile = shortened.Profile with { Description = whole, Services = place.Profile.Services } };
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(place), System.Text.Json.JsonSerializer.Serialize(back));
        Assert.All(shortened.Profile.Services.Zip(place.Profile.Services), s => Assert.Equal(s.Second with { Description = null }, s.First with { Description = null }));
    }
}
