using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Tests.Places.Entries;

public sealed class DisclosureTests
{
    [Theory]
    [InlineData(PlaceKinds.Women, true, Disclosures.Officers)]
    [InlineData(PlaceKinds.ChildProtection, true, Disclosures.Officers)]
    [InlineData(PlaceKinds.Shelter, false, Disclosures.Area)]
    [InlineData(PlaceKinds.Women, false, Disclosures.Area)]
    [InlineData(PlaceKinds.Lgbti, false, Disclosures.Area)]
    [InlineData(PlaceKinds.TraffickingHotline, false, Disclosures.Area)]
    [InlineData(PlaceKinds.CareAfterSexualViolence, false, Disclosures.Area)]
    [InlineData(PlaceKinds.Health, false, Disclosures.Exact)]
    public void Until_a_place_chooses_otherwise_it_is_as_hidden_as_its_kind_needs(string kind, bool home, string expected) =>
        Assert.Equal(expected, Place.DefaultDisclosure(kind, home));

    [Fact]
    public void A_new_entry_is_for_officers_only_until_somebody_says_otherwise()
    {
        var place = new Place { Slug = "a", Name = "a", Kind = PlaceKinds.Health, Country = "MX", TimeZone = "America/Mexico_City", Profile = new() };
        Assert.Equal(Disclosures.Officers, place.Disclosure);
        Assert.False(place.IsPublic);
    }

    [Fact]
    public void Hiding_takes_one_person_at_once()
    {
        var place = Some.Place(disclosure: Disclosures.Exact);
        place.HideTo(Disclosures.Officers);
        Assert.False(place.IsPublic);
    }

    [Fact]
    public void Showing_more_of_a_public_place_takes_two_different_people()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        Broken("places.hide.showing_more_takes_two", () => place.HideTo(Disclosures.Exact));
        place.ProposeDisclosure(Disclosures.Exact, by: "ana");
        Broken("places.disclose.same_person", () => place.ConfirmDisclosure(by: "ana"));
        Assert.Equal(Disclosures.Area, place.Disclosure);
        place.ConfirmDisclosure(by: "beto");
        Assert.Equal(Disclosures.Exact, place.Disclosure);
    }

    [Fact]
    public void Hiding_forgets_a_proposal_to_show_more()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        place.ProposeDisclosure(Disclosures.Exact, by: "ana");
        place.HideTo(Disclosures.Officers);
        Broken("places.disclose.nothing_proposed", () => place.ConfirmDisclosure(by: "beto"));
    }

    [Fact]
    public void A_place_that_was_withdrawn_does_not_lose_its_second_person()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        place.Withdraw();
        Broken("places.hide.showing_more_takes_two", () => place.HideTo(Disclosures.Exact));
    }

    internal static void Broken(string key, Action act) => Assert.Equal(key, Assert.Throws<RuleBroken>(act).Key);
}
