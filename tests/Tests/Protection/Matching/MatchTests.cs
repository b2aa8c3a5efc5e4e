using Amparo.Protection.People.Matching;
using Amparo.Protection.People.Names;

namespace Amparo.Tests.Protection.Matching;

public sealed class MatchTests
{
    private static readonly Evidence Maria = new()
    {
        Name = PersonName.Of(["María José"], ["Hernández", "López"], mother: "Rosa López Mejía"), Birth = BirthSpan.OnDate(1998, 3, 7), Sex = "female", Origin = "Choloma, Cortés", Nationalities = ["HN"], Documents = ["0801-1998-12345"],
    };

    [Theory]
    [InlineData("María José", "Hernández|López", nameof(Finding.GivenSame), nameof(Finding.SurnamesSame))]
    [InlineData("Maria Jose", "Ernandes|Lopes", nameof(Finding.GivenSame), nameof(Finding.SurnamesSound))]
    [InlineData("José María", "López|Hernández", nameof(Finding.GivenOrder), nameof(Finding.SurnamesSwapped))]
    [InlineData("María", "Hernández", nameof(Finding.GivenOneMissing), nameof(Finding.SurnameOneMissing))]
    [InlineData("María José", "López", nameof(Finding.GivenSame), nameof(Finding.SurnameOneMissing))]
    [InlineData("Mari Jose", "Hernández|Castro", nameof(Finding.GivenNickname), nameof(Finding.SurnameOneDiffers))]
    [InlineData("María Josefa", "de Hernández|López", nameof(Finding.GivenOneDiffers), nameof(Finding.SurnamesSame))]
    [InlineData("Wendy", "Hernándes|Lópex", nameof(Finding.GivenDifferent), nameof(Finding.SurnameOneDiffers))]
    [InlineData("Hernández", "María José", nameof(Finding.GivenForSurname), nameof(Finding.GivenForSurname))]
    [InlineData("Wendy", "Castro", nameof(Finding.GivenDifferent), nameof(Finding.SurnamesDifferent))]
    public void Names_are_compared_as_people_write_them(string given, string surnames, string expectedGiven, string expectedSurnames)
    {
        var match = Compared(Maria, Maria with { Name = PersonName.Of([given], surnames.Split('|')) });
        Assert.Equal((expectedGiven, expectedSurnames), ($"{Found(match, Field.Given)}", $"{Found(match, Field.Surnames)}"));
    }

    [Fact]
    public void A_nickname_stands_for_the_name_on_paper()
    {
        var told = Maria with { Name = PersonName.Of(["Chepe"], ["Mejía"]) };
        Assert.Equal(Finding.GivenNickname, Found(Compared(told, Maria with { Name = PersonName.Of(["José"], ["Mejía"]) }), Field.Given));
        Assert.Equal(Finding.GivenNickname, Found(Compared(Maria with { Name = PersonName.Of(["Ana"], ["Mejía"], nickname: "Lupita") }, Maria with { Name = PersonName.Of(["Guadalupe"], ["Mejía"]) }), Field.Given));
    }

    [Fact]
    public void A_birth_is_compared_as_exactly_as_it_is_known()
    {
        (BirthSpan Other, Finding Expected)[] births =
        [
            (BirthSpan.OnDate(1998, 3, 7), Finding.BirthSame),
            (BirthSpan.OnDate(1998, 7, 3), Finding.BirthSwapped),
            (BirthSpan.OnDate(1989, 3, 7), Finding.BirthOnePartDiffers),
            (BirthSpan.OnDate(1998, 3), Finding.BirthMonthSame),
            (BirthSpan.OnDate(1998), Finding.BirthYearSame),
            (BirthSpan.OnDate(1999), Finding.BirthYearNear),
            (BirthSpan.OnDate(2001), Finding.BirthDifferent),
            (BirthSpan.OnDate(1997, 5, 9), Finding.BirthYearNear),
            (BirthSpan.OnDate(1985, 5, 9), Finding.BirthDifferent),
            // Twenty-eight on the eve of her birthday is right; on the day itself she is twenty-nine, and that is near.
            (BirthSpan.OfAge(28, new(2027, 3, 6)), Finding.BirthAgeFits),
            (BirthSpan.OfAge(28, new(2027, 3, 7)), Finding.BirthYearNear),
            (BirthSpan.OfAge(14, new(2027, 3, 6)), Finding.BirthDifferent),
        ];
        Assert.All(births, b => Assert.Equal(b.Expected, Found(Compared(Maria, Maria with { Birth = b.Other }), Field.Birth)));
    }

    [Fact]
    public void A_year_said_where_another_said_the_date_weighs_less_than_the_date()
    {
        Assert.True(Compared(Maria, Maria with { Birth = BirthSpan.OnDate(1998) }).Weight < Compared(Maria, Maria).Weight);
        Assert.True(Compared(Maria, Maria with { Birth = BirthSpan.OnDate(1998) }).Comparable < Compared(Maria, Maria).Comparable);
    }

    [Fact]
    public void Names_and_a_year_are_not_enough_to_decide_and_names_with_a_whole_date_and_the_sex_are()
    {
        var year = new Evidence { Name = PersonName.Of(["Ana"], ["Cruz", "Paz"]), Birth = BirthSpan.OnDate(1998), Sex = "female" };
        Assert.Equal(Verdict.TooLittle, Compared(year, year).Verdict);
        var date = year with { Birth = BirthSpan.OnDate(1998, 3, 7) };
        Assert.Equal(Verdict.Likely, Compared(date, date).Verdict);
        Assert.Equal(Verdict.TooLittle, Compared(new(), new()).Verdict);
    }

    [Fact]
    public void One_weak_likeness_does_not_become_likely_because_it_is_alone()
    {
        var other = Maria with { Name = PersonName.Of(["Wendy"], ["Hernández", "Castro"], mother: "Elsa Castro"), Birth = BirthSpan.OnDate(1985, 1, 2), Documents = [] };
        Assert.Equal(Verdict.Unlikely, Compared(Maria, other).Verdict);
        Assert.Equal(Verdict.Unlikely, Compared(Maria, Maria with { Name = PersonName.Of(["Wendy"], ["Castro"]), Origin = null, Documents = [] }).Verdict);
    }

    [Fact]
    public void A_sister_is_not_her_sister()
    {
        var sister = Maria with { Name = PersonName.Of(["Wendy"], ["Hernández", "López"], mother: "Rosa López Mejía"), Birth = BirthSpan.OnDate(2001, 9, 21), Documents = [] };
        Assert.NotEqual(Verdict.Likely, Compared(Maria, sister).Verdict);
    }

    [Fact]
    public void One_number_of_a_paper_brings_two_together_and_two_numbers_part_nobody()
    {
        var bare = new Evidence { Name = PersonName.Of(["Wendy"], []), Documents = ["0801199812345"] };
        Assert.Equal(Finding.DocumentShared, Found(Compared(Maria, bare), Field.Document));
        Assert.NotEqual(Verdict.TooLittle, Compared(Maria, bare).Verdict);
        Assert.Null(Found(Compared(Maria, Maria with { Documents = ["A1234567"] }), Field.Document));
        Assert.Equal(Finding.DocumentSlip, Found(Compared(Maria, Maria with { Documents = ["0801199812354"] }), Field.Document));
    }

    [Fact]
    public void Nationalities_are_compared_as_sets()
    {
        Assert.Equal(Finding.NationalityShared, Found(Compared(Maria with { Nationalities = ["NI", "HN"] }, Maria), Field.Nationality));
        Assert.Equal(Finding.NationalityDifferent, Found(Compared(Maria with { Nationalities = ["NI"] }, Maria), Field.Nationality));
    }

    [Fact]
    public void What_is_missing_speaks_neither_for_nor_against()
    {
        Evidence[] without = [Maria with { Birth = null }, Maria with { Sex = null }, Maria with { Origin = null }, Maria with { Nationalities = [] }, Maria with { Documents = [] }, Maria with { Name = PersonName.Of(["María José"], ["Hernández", "López"]) }, Maria with { Name = PersonName.Of([], ["Hernández", "López"], mother: "Rosa López Mejía") }];
        Assert.All(without, w =>
        {
            var match = Compared(Maria, w);
            Assert.Single(match.Found, f => f.Finding is null);
            var silent = Compared(Maria, Maria).Found.Zip(match.Found).Single(p => p.Second.Finding is null).First.Finding!.Value;
            Assert.Equal(Compared(Maria, Maria).Weight - Weights.Of(silent), match.Weight, 6);
            Assert.Equal(Verdict.Likely, match.Verdict);
            Assert.All(Reasons.Of(match, Maria, w), r => Assert.True(r.Speaks >= 0));
        });
    }

    [Fact]
    public void From_either_side_and_every_time_two_records_are_found_equally_alike()
    {
        var chance = new Random(17);
        var people = Enumerable.Range(0, 300).Select(_ => Invented.Person(chance)).ToList();
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (people[chance.Next(people.Count)], people[chance.Next(people.Count)]);
            var (there, back) = (Compared(a, b), Compared(b, a));
            Assert.Equal(there.Found, back.Found);
            Assert.Equal((there.Weight, there.Comparable, there.Verdict), (back.Weight, back.Comparable, back.Verdict));
            Assert.Equal(there.Weight, Compared(a, b).Weight);
            Assert.InRange(there.Comparable, 0, 1.0001);
        }
    }

    [Fact]
    public void The_officer_reads_reasons_in_words_with_both_values_and_no_percentage()
    {
        ProtectionTexts.Exist([.. Reasons.Keys, .. Enum.GetNames<Verdict>().Select(v => $"protection.match.verdict.{(v == "TooLittle" ? "too_little" : v.ToLowerInvariant())}")]);
        var other = Maria with { Name = PersonName.Of(["Maria"], ["López", "Hernández"]), Birth = BirthSpan.OfAge(28, new(2027, 3, 6)), Documents = [] };
        var reasons = Reasons.Of(Compared(Maria, other), Maria, other);
        Assert.Contains(new Reason("protection.match.surnames_swapped", 1, "Hernández López", "López Hernández"), reasons);
        Assert.Contains(new Reason("protection.match.birth_age_fits", 1, "1998-03-07", "1998–1999"), reasons);
        Assert.Contains(new Reason("protection.match.not_known.mother", 0, "", ""), reasons);
        Assert.DoesNotContain(reasons, r => $"{r.Key}{r.A}{r.B}".Contains('%', StringComparison.Ordinal));
        Assert.DoesNotContain("Hern", $"{Maria}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("María José Hernández", 10)]
    [InlineData("hernandez maria jose", 9)]
    [InlineData("José Hernández María", 8)]
    [InlineData("Hernández", 7)]
    [InlineData("José Hernández", 6)]
    [InlineData("José Castro", 0)]
    [InlineData("", 0)]
    public void Answers_to_a_typed_name_stand_in_the_order_of_what_was_asked(string asked, int rank) =>
        Assert.Equal(rank, NameSearch.Rank(asked, PersonName.Of(["María José"], ["Hernández"])));

    private static Match Compared(Evidence a, Evidence b) => Match.Of(new(a), new(b));

    private static Finding? Found(Match match, Field field) => match.Found.Single(f => f.Field == field).Finding;
}
