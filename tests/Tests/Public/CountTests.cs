using System.Globalization;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Public;

/// <summary>How many places there are is said so that it is true, and so that it helps to see fewer.</summary>
public sealed partial class CountTests : IDisposable
{
    private const int Many = 300;
    private readonly Readers _readers = new();

    public CountTests() => _readers.Show(ReaderPlaces.Edition(places: Enumerable.Range(0, Many)
        .Select(i => ReaderPlaces.Place($"casa-{i}", $"Casa {i}", i < 4 ? PlaceKinds.Legal : PlaceKinds.Shelter, at: (14.5 + i * 0.01, -92.2)))
        .Append(ReaderPlaces.Place("migracion", "Oficina", PlaceKinds.MigrationAuthority))));

    [Theory, InlineData("es"), InlineData("en"), InlineData("fr"), InlineData("pt"), InlineData("ht")]
    public async Task Where_counting_stopped_a_round_number_that_is_surely_less_is_said_with_how_to_see_fewer(string language)
    {
        foreach (var (path, hint) in new[] { ("centres?kind=shelter", "public.find.say_where"), ("centres?kind=shelter&near=Tapachula", "public.find.say_what"), ("centres?kind=shelter&near=14.90,-92.25", "public.find.say_what") })
        {
            var page = await _readers.Page($"/{language}/{path}");
            var said = page.QuerySelector("#results")!;
            var number = int.Parse(Digits().Match(said.TextContent).Value, CultureInfo.InvariantCulture);
            Assert.True(number % 10 == 0 && number is >= 20 and < Many - 4, said.TextContent);
            Assert.Equal(Readers.Text(language, "public.find.more_than").Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), said.TextContent.Trim());
            Assert.Equal(Readers.Text(language, hint), said.NextElementSibling!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Few_places_are_counted_exactly_and_without_a_hint()
    {
        var page = await _readers.Page("/es/centres?kind=legal");
        Assert.Equal("4 lugares", page.QuerySelector("#results")!.TextContent.Trim());
        Assert.Equal("UL", page.QuerySelector("#results")!.NextElementSibling!.TagName);
    }

    [Fact]
    public async Task What_is_not_shown_is_not_counted()
    {
        _readers.Show(ReaderPlaces.Edition(places:
        [
            ReaderPlaces.Place("abogados", "Abogados", PlaceKinds.Legal), ReaderPlaces.Place("comedor", "Comedor", PlaceKinds.Food), ReaderPlaces.Place("migracion", "Oficina", PlaceKinds.MigrationAuthority),
        ]));
        var page = await _readers.Page("/es/centres");
        Assert.Equal(2, page.QuerySelectorAll(".cards > li").Length);
        Assert.Equal("2 lugares", page.QuerySelector("#results")!.TextContent.Trim());
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    public void Dispose() => _readers.Dispose();
}
