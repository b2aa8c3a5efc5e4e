using Amparo.Contracts.Places;
using Amparo.Places;

namespace Amparo.Tests.Places.Entries;

public sealed class AssuranceTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly PlacesSettings Settings = new();

    [Theory]
    [InlineData(29, FreshnessState.Assured)]
    [InlineData(30, FreshnessState.Due)]
    [InlineData(45, FreshnessState.Stale)]
    [InlineData(89, FreshnessState.Stale)]
    [InlineData(90, FreshnessState.Withdrawn)]
    public void A_shelter_is_due_after_thirty_days_stale_after_forty_five_and_withdrawn_after_ninety(int days, FreshnessState expected) =>
        Assert.Equal(expected, Some.Place(assuredAt: Day0).FreshnessBy(Settings).At(Day0.AddDays(days)));

    [Fact]
    public void Silence_never_withdraws_a_public_hospital_a_consulate_or_the_last_resort_of_a_town()
    {
        var hospital = Some.Place(kind: PlaceKinds.Health, assuredAt: Day0, profile: new() { IsPublicHospital = true });
        var consulate = Some.Place(kind: PlaceKinds.Consular, assuredAt: Day0);
        var last = Some.Place(assuredAt: Day0);
        last.IsLastResort = true;
        Assert.All([hospital, consulate, last], p => Assert.Equal(FreshnessState.Stale, p.FreshnessBy(Settings).At(Day0.AddYears(9))));
    }

    [Fact]
    public void What_nobody_ever_assured_is_a_state_of_its_own_and_does_not_wear_off() =>
        Assert.Equal(FreshnessState.NeverAssured, Freshness.From(null, TimeSpan.FromDays(30), false).At(Day0.AddYears(9)));

    [Fact]
    public void The_half_life_of_a_kind_is_a_setting()
    {
        var settings = new PlacesSettings { HalfLifeDays = { [PlaceKinds.Shelter] = 10 } };
        Assert.Equal(FreshnessState.Due, Some.Place(assuredAt: Day0).FreshnessBy(settings).At(Day0.AddDays(11)));
    }

    [Fact]
    public void Assuring_needs_somebody_and_a_means_that_we_know()
    {
        var place = Some.Place(assuredAt: Day0);
        DisclosureTests.Broken("places.assure.by_whom", () => place.Assure(" ", AssuranceMeans.Call, Day0.AddDays(1)));
        DisclosureTests.Broken("places.assure.unknown_means", () => place.Assure("Oficina", "rumour", Day0.AddDays(1)));
    }

    [Fact]
    public void An_edit_does_not_move_the_date_of_assurance()
    {
        var place = Some.Place(assuredAt: Day0);
        place.Name = "Otro nombre";
        place.Saving(Day0.AddDays(20));
        Assert.Equal(Day0, place.AssuredAt);
    }

    [Fact]
    public void A_confidential_edit_does_not_move_the_time_that_readers_see()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        place.Saving(Day0);
        place.Whereabouts.Address = "Otra calle 7";
        place.Whereabouts.StaffContact = "otra persona";
        place.Saving(Day0.AddDays(1));
        Assert.Equal((Day0, Day0.AddDays(1)), (place.PublicChangedAt, place.ChangedAt));
        place.AreaName = "Zona sur";
        place.Saving(Day0.AddDays(2));
        Assert.Equal(Day0.AddDays(2), place.PublicChangedAt);
    }
}
