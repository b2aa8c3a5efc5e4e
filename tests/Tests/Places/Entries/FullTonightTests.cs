using Amparo.Contracts.Places;

namespace Amparo.Tests.Places.Entries;

public sealed class FullTonightTests
{
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 21, 22, 10, 0, TimeSpan.Zero); // 16:10 in Tapachula

    [Fact]
    public void Full_tonight_lapses_at_six_in_the_morning_of_the_place()
    {
        var place = Some.Place();
        place.SayFull(Afternoon);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), place.FullUntil);
    }

    [Fact]
    public void Said_after_midnight_it_lapses_the_same_morning()
    {
        var place = Some.Place();
        place.SayFull(new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)); // 02:00
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), place.FullUntil);
    }

    [Theory, InlineData(PlaceKinds.Women), InlineData(PlaceKinds.ChildProtection), InlineData(PlaceKinds.TraffickingHotline), InlineData(PlaceKinds.CareAfterSexualViolence)]
    public void It_is_never_said_of_a_refuge_or_a_childrens_home(string kind) =>
        DisclosureTests.Broken("places.full.never_for_refuges", () => Some.Place(kind: kind).SayFull(Afternoon));

    [Fact]
    public void It_is_never_said_of_a_place_for_officers_only() =>
        DisclosureTests.Broken("places.full.never_for_refuges", () => Some.Place(disclosure: Disclosures.Officers).SayFull(Afternoon));
}
