using Amparo.Contracts.Places;
using static Amparo.Tests.Search.ADirectory;

namespace Amparo.Tests.Search;

public sealed class RankingTests
{
    [Fact]
    public void What_is_open_comes_before_what_is_not_known_and_what_is_closed_is_left_out_where_open_was_asked()
    {
        var directory = new ADirectory(
            Entry(PlaceKinds.Food, "closed", hours: Closed), Entry(PlaceKinds.Food, "unknown"), Entry(PlaceKinds.Food, "open", kilometres: 30, hours: OpeningHours.DayAndNight));
        Assert.Equal(["open", "unknown"], directory.Names("comida", openNow: true));
        Assert.Equal(["open", "unknown", "closed"], directory.Names("comida abierto ahora"));
    }

    [Fact]
    public void Not_known_is_neither_open_nor_closed()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Food, "closed", hours: Closed), Entry(PlaceKinds.Food, "unknown"), Entry(PlaceKinds.Food, "open", hours: OpeningHours.DayAndNight));
        Assert.Equal(["open", "unknown", "closed"], directory.Names("comida"));
    }

    [Fact]
    public void Hours_that_nobody_confirmed_for_long_are_not_trusted()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Food, "stale", kilometres: 1, hours: OpeningHours.DayAndNight, days: 60), Entry(PlaceKinds.Food, "fresh", kilometres: 20, hours: OpeningHours.DayAndNight));
        Assert.Equal(["fresh", "stale"], directory.Names("comida", openNow: true));
    }

    [Fact]
    public void Assured_comes_before_due_before_never_assured_before_stale()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Food, "stale", days: 60), Entry(PlaceKinds.Food, "never", days: null), Entry(PlaceKinds.Food, "due", days: 35), Entry(PlaceKinds.Food, "assured"));
        Assert.Equal(["assured", "due", "never", "stale"], directory.Names("comida"));
    }

    [Fact]
    public void Full_tonight_is_last_among_equals_and_not_hidden()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Shelter, "full", kilometres: 1.1, full: true), Entry(PlaceKinds.Shelter, "free", kilometres: 1.9));
        Assert.Equal(["free", "full"], directory.Names("albergue"));
    }

    [Fact]
    public void What_the_readers_clock_has_passed_is_no_longer_found()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Food, "withdrawn", days: 91), Entry(PlaceKinds.Food, "expired", expires: GoldenRunner.Now), Entry(PlaceKinds.Food, "here", expires: GoldenRunner.Now.AddSeconds(1)));
        Assert.Equal(["here"], directory.Names("comida"));
    }

    [Fact]
    public void Who_serves_others_only_is_left_out_and_who_does_not_say_follows()
    {
        var directory = new ADirectory(
            Entry(PlaceKinds.Shelter, "men", serves: [Populations.Men]), Entry(PlaceKinds.Shelter, "unsaid"),
            Entry(PlaceKinds.Shelter, "families", kilometres: 80, serves: [Populations.Families, Populations.Women], days: null));
        Assert.Equal(["families", "unsaid"], directory.Names("", kinds: [PlaceKinds.Shelter], serving: [Populations.Families]));
    }

    [Fact]
    public void Who_asks_no_papers_comes_first_and_who_asks_for_them_is_left_out_where_that_was_asked()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Health, "asks", noPapers: false), Entry(PlaceKinds.Health, "unsaid"), Entry(PlaceKinds.Health, "asks none", kilometres: 4, noPapers: true));
        Assert.Equal(["asks none", "unsaid"], directory.Names("hospital", noPapers: true));
        Assert.Equal(["asks none", "unsaid", "asks"], directory.Names("hospital sin documentos"));
    }

    [Fact]
    public void A_rare_word_of_a_name_finds_it_far_away()
    {
        var near = Enumerable.Range(0, 60).Select(i => Entry(PlaceKinds.Health, "Hospital San Martín", kilometres: 1 + i / 100.0, hours: OpeningHours.DayAndNight)).ToArray();
        Assert.Equal("Hospital Rosales", new ADirectory([.. near, Entry(PlaceKinds.Health, "Hospital Rosales", kilometres: 300)]).Names("hospital rosales")[0]);
    }

    [Fact]
    public void The_consulate_of_her_country_comes_before_nearer_ones_of_others()
    {
        var directory = new ADirectory(Entry(PlaceKinds.Consular, "Guatemala", nationals: ["GT"]), Entry(PlaceKinds.Consular, "Honduras", kilometres: 200, nationals: ["HN"]));
        Assert.Equal("Honduras", directory.Names("consulado de Honduras")[0]);
        Assert.Equal("Honduras", directory.Names("consulado hondureño")[0]);
        Assert.Equal("Guatemala", directory.Names("consulado")[0]);
    }

    [Fact]
    public void A_place_in_the_words_counts_more_than_where_she_is()
    {
        var tijuana = Entry(PlaceKinds.Shelter, "Tijuana") with { Latitude = 32.51, Longitude = -117.02 };
        var answer = new ADirectory(Entry(PlaceKinds.Shelter, "Tapachula"), tijuana).Search("albergue tijuana");
        Assert.Equal("Tijuana", answer.Hits[0].Place.Name);
        Assert.InRange(answer.Hits[0].Kilometres!.Value, 0, 10);
    }

    [Fact]
    public void A_country_that_was_chosen_shows_nothing_of_another()
    {
        var answer = new ADirectory(Entry(PlaceKinds.Food, "MX"), Entry(PlaceKinds.Food, "GT", country: "GT")).Search("comida", country: "GT");
        Assert.Equal("GT", Assert.Single(answer.Hits).Place.Name);
    }
}
