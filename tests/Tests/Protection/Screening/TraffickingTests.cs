using Amparo.Protection.Rules;
using Amparo.Protection.Screening;
using Amparo.Protection.Screening.Trafficking;

namespace Amparo.Tests.Protection.Screening;

public sealed class TraffickingTests
{
    [Theory]
    [InlineData(nameof(AgeBand.Child), "A1 P3", nameof(Indication.Strong)), InlineData(nameof(AgeBand.Unknown), "A1 P3", nameof(Indication.Strong)), InlineData(nameof(AgeBand.Adult), "A1 P3", nameof(Indication.Indication))]
    [InlineData(nameof(AgeBand.Adult), "A2 M1 P1", nameof(Indication.Strong)), InlineData(nameof(AgeBand.Adult), "M1 P1", nameof(Indication.Indication)), InlineData(nameof(AgeBand.Child), "M1 P1", nameof(Indication.Indication))]
    [InlineData(nameof(AgeBand.Adult), "Q4", nameof(Indication.Indication)), InlineData(nameof(AgeBand.Child), "A1", nameof(Indication.Indication)), InlineData(nameof(AgeBand.Adult), "", nameof(Indication.None))]
    public void Of_a_child_act_and_purpose_are_enough_and_of_an_adult_a_means_belongs_to_it(string age, string positive, string found) =>
        Assert.Equal(found, Screen(Privacy.Given, positive).Found(Enum.Parse<AgeBand>(age)).ToString());

    [Theory, InlineData(nameof(Privacy.Refused)), InlineData(nameof(Privacy.NotTried))]
    public void Where_privacy_was_refused_nothing_said_is_not_screened_and_a_yes_is_still_heard(string refused)
    {
        var privacy = Enum.Parse<Privacy>(refused);
        Assert.Equal(Indication.NotScreened, Screen(privacy, "").Found(AgeBand.Adult));
        Assert.Equal(Indication.Indication, Screen(privacy, "Q3").Found(AgeBand.Adult));
    }

    [Fact]
    public void One_quick_question_left_out_is_not_screened() =>
        Assert.Equal(Indication.NotScreened, TraffickingScreen.Of(Privacy.Given, [], TraffickingCodes.Quick.Skip(1)).Found(AgeBand.Adult));

    [Fact]
    public void An_indication_raises_the_trigger_and_names_its_rule()
    {
        var assessed = Assessed.Of(ScreeningRandom.Open, AgeBand.Adult, [], [], Screen(Privacy.Given, "A2 M1 P1"));
        Assert.Equal(["trafficking_screen"], Propose.From(assessed, [], First.Instrument, First.Rules).Triggers.Single(t => t.Trigger == "T4").By);
    }

    [SharedDataFact]
    public void Every_code_of_the_published_screen_is_ours_and_fills_the_same_columns()
    {
        using var shared = System.Text.Json.JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("protection/vot-screen.json")));
        foreach (var kind in new[] { "acts", "means", "purposes" })
            foreach (var row in shared.RootElement.GetProperty(kind).EnumerateArray())
            {
                Assert.True(TraffickingCodes.IsKnown(row[0].GetString()!));
                if (row.GetArrayLength() == 2) continue;
                // "meansOfControlThreats|ThreatOfLawEnforcement": what is left out before the second is the beginning of the first.
                var columns = row[2].GetString()!.Split('|').Select(c => char.IsUpper(c[0]) ? "meansOfControl" + c : c);
                Assert.Equal(columns.Order(StringComparer.Ordinal), TraffickingCodes.ColumnsOf(row[0].GetString()!).Order(StringComparer.Ordinal));
            }
    }

    [SharedDataFact]
    public void Every_column_that_an_export_would_fill_exists()
    {
        var published = File.ReadAllText(SharedData.PathOf("protection/ctdc-columns.txt"));
        Assert.All(Screen(Privacy.Given, string.Join(' ', TraffickingCodes.All)).ExportCodes, c => Assert.Contains(c, published, StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_that_nobody_knows_is_refused() =>
        Assert.Equal("protection.rule.unknown_code", Assert.Throws<RuleBroken>(() => Screen(Privacy.Given, "A9")).Key);

    private static TraffickingScreen Screen(Privacy privacy, string positive) => TraffickingScreen.Of(privacy, positive.Split(' ', StringSplitOptions.RemoveEmptyEntries), TraffickingCodes.Quick);
}
