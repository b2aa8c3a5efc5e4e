using Amparo.Publication;

namespace Amparo.Tests.Search;

public sealed class NationsTests
{
    private static readonly Dictionary<string, Nation> Nations = WordFiles.Read<Dictionary<string, Nation>>("nations");

    [Fact]
    public void Every_country_of_ISO_3166_is_there_with_a_name() // 249, and Kosovo by the code that is used for it
    {
        Assert.Equal(250, Nations.Count);
        Assert.All(Nations, n => Assert.NotEmpty(n.Value.Names));
    }

    [Fact]
    public void Every_state_has_a_word_for_its_people() => Assert.True(Nations.Count(n => n.Value.People.Count > 0) >= 195);

    [Fact]
    public void No_word_means_two_countries()
    {
        var twice = Nations.SelectMany(n => n.Value.Names.Concat(n.Value.People).Concat(n.Value.Short ?? []).Select(w => (Word: FoldedText.Fold(w), n.Key))).GroupBy(w => w.Word).Where(g => g.Select(w => w.Key).Distinct().Count() > 1);
        Assert.Empty(twice.Select(g => g.Key));
    }
}
