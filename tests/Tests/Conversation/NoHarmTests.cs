using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Publication;
using Amparo.Tests.Public;
using Amparo.Tests.Search;

namespace Amparo.Tests.Conversation;

public sealed class NoHarmTests : IDisposable
{
    private readonly Telephone _telephone = Telephone.OfReaders(isDemonstration: false);

    public static TheoryData<string> EachLanguage => new(Languages.All);

    [Theory]
    [InlineData("CONSULADO HONDURAS", "es"), InlineData("CONSULATE HONDURAS", "en"), InlineData("CONSULAT HONDURAS", "fr"), InlineData("consulado de honduras em tapachula", "es"), InlineData("CONSULADO", "es"), InlineData("KONSILA AYITI", "ht"), InlineData("consulado nepal", "es")]
    public void Every_answer_about_a_consulate_begins_with_the_asylum_sentence(string text, string language)
    {
        foreach (var isDemonstration in new[] { true, false })
        {
            using var telephone = Telephone.OfReaders(isDemonstration);
            foreach (var turn in telephone.Sms.Rehearse([text, "MAS", text, "TEL", "MAS"], language, "MX").Where(t => t.Asked != "MAS" || !t.Answered!.Contains(Telephone.Text(language, "public.sms.no_more"), StringComparison.Ordinal)))
                if (turn.Asked != "TEL" || text != "CONSULADO") Assert.StartsWith(Telephone.Text(language, "public.sms.before_consulate"), turn.Answered!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_consulates_number_comes_only_when_it_is_asked_for_in_a_second_message()
    {
        var first = _telephone.Ask("CONSULADO HONDURAS TAPACHULA")!;
        Assert.Contains("Consulado de Honduras en Tapachula", first, StringComparison.Ordinal);
        Assert.DoesNotContain("000 555", first, StringComparison.Ordinal);
        Assert.Contains("+52 000 555 0170", _telephone.Ask("CONSULADO HONDURAS TAPACHULA", "TEL")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("me quieren matar", "es"), InlineData("AUXILIO", "es"), InlineData("peligrro", "es"), InlineData("help me please", "en"), InlineData("he kidnapped my sister", "en"), InlineData("au secours", "fr"), InlineData("socorro", "es"), InlineData("perigo", "pt"), InlineData("danje", "ht"), InlineData("anmwe", "ht")]
    [InlineData("mi esposo me pega", "es"), InlineData("my husband beats me", "en"), InlineData("mon mari me frappe", "fr"), InlineData("quiero morir", "es"), InlineData("me violaron", "es"), InlineData("ayudenme me siguen necesito albergue en tapachula", "es")]
    public void Danger_is_answered_with_a_number_to_call_before_anything_else(string text, string language)
    {
        foreach (var turn in _telephone.Sms.Rehearse([text, "Tapachula", text], language, "MX").Where(t => t.Asked == text))
        {
            Assert.StartsWith(Telephone.Text(language, "public.sms.danger").Split('{')[0].Trim(), turn.Answered!, StringComparison.Ordinal);
            Assert.Contains("911", turn.Answered!.Split('\n')[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_country_of_a_number_is_a_guess_and_every_other_country_is_said_too()
    {
        var said = _telephone.Sms.Rehearse(["peligro"], "es", "GT")[0].Answered!;
        Assert.Contains("Guatemala 110, ", said, StringComparison.Ordinal);
        foreach (var country in new[] { "Honduras 911", "México 911", "El Salvador 911" }) Assert.Contains(country, said, StringComparison.Ordinal);
    }

    [Theory, InlineData("soy menor y estoy solo"), InlineData("tengo 15 años y estoy sola en Tapachula"), InlineData("i am a minor"), InlineData("enfant seul"), InlineData("sou menor de idade"), InlineData("timoun pou kont")]
    public void A_child_alone_gets_one_answer_whatever_else_it_asks(string text)
    {
        var said = _telephone.Ask(text)!;
        Assert.Contains("800 555 0101", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Albergue", said, StringComparison.Ordinal);
        Assert.DoesNotContain("migraci", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_cares_for_the_hurt_is_given_by_number_alone()
    {
        foreach (var text in new[] { "CENTRO DE LA MUJER TAPACHULA", "ayuda a mujeres tapachula", "atencion violencia tapachula", "refuge femmes tapachula", "mi esposo me pega tapachula" })
        {
            var said = _telephone.Ask(text)!;
            Assert.DoesNotContain("Ceiba", said.Replace("Posada La Ceiba", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("Plaza", said, StringComparison.Ordinal);
            Assert.DoesNotContain("mujer", said, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("+52 000 555 0140", _telephone.Ask("CENTRO DE LA MUJER TAPACHULA")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shelter_whose_name_or_guests_give_it_away_is_not_named()
    {
        using var telephone = new Telephone(Telephone.Edition(false,
        [
            ReaderPlaces.Place("a", "Refugio de Mujeres Luz", PlaceKinds.Shelter, demo: false, profile: new() { Phones = [new("+52 000 555 0001")] }),
            ReaderPlaces.Place("b", "Casa Clara", PlaceKinds.Shelter, demo: false, profile: new() { Serves = [Populations.Women, Populations.Pregnant], Phones = [new("+52 000 555 0002")] }),
            ReaderPlaces.Place("c", "Hogar Sol", PlaceKinds.Shelter, demo: false, profile: new() { Serves = [Populations.UnaccompaniedChildren], Phones = [new("+52 000 555 0003")] }),
            ReaderPlaces.Place("d", "Casa Abierta", PlaceKinds.Shelter, demo: false, profile: new() { Serves = [Populations.Women, Populations.Men], Phones = [new("+52 000 555 0004")] }),
        ]));
        var all = string.Join('\n', telephone.Sms.Rehearse(["ALBERGUE TAPACHULA", "MAS", "MAS"], "es", null).Select(t => t.Answered));
        foreach (var name in new[] { "Luz", "Clara", "Hogar Sol", "Mujeres" }) Assert.DoesNotContain(name, all, StringComparison.Ordinal);
        Assert.Contains("Casa Abierta", all, StringComparison.Ordinal);
        for (var i = 1; i <= 4; i++) Assert.Contains($"+52 000 555 000{i}", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_is_said_only_behind_two_others_and_with_whom_a_child_can_call()
    {
        Assert.DoesNotContain("sin lugar", _telephone.Ask("ALBERGUE TAPACHULA")!, StringComparison.Ordinal);
        using var alone = new Telephone(Telephone.Edition(false, [ReaderPlaces.Place("x", "Hogar Lleno", PlaceKinds.Shelter, demo: false, full: true, profile: new() { Phones = [new("+52 000 555 0009")] })]));
        var said = alone.Ask("ALBERGUE TAPACHULA")!;
        Assert.Contains(Telephone.Text("es", "public.sms.call_first"), said, StringComparison.Ordinal);
        Assert.DoesNotContain("sin lugar", said, StringComparison.Ordinal);

        using var three = new Telephone(Telephone.Edition(false, Enumerable.Range(0, 3).Select(i => ReaderPlaces.Place($"p{i}", $"Casa {i}", PlaceKinds.Shelter, demo: false, full: i == 0, profile: new() { Phones = [new($"+52 000 555 001{i}")] }))));
        var turns = three.Sms.Rehearse(["ALBERGUE TAPACHULA", "MAS", "MAS"], "es", null).Select(t => t.Answered!).ToList();
        var full = turns.FindIndex(t => t.Contains("Casa 0", StringComparison.Ordinal));
        Assert.Contains("sin lugar esta noche", turns[full], StringComparison.Ordinal);
        var before = string.Join('\n', turns.Take(full + 1));
        Assert.True(before.IndexOf("Casa 1", StringComparison.Ordinal) < before.IndexOf("Casa 0", StringComparison.Ordinal) && before.IndexOf("Casa 2", StringComparison.Ordinal) < before.IndexOf("Casa 0", StringComparison.Ordinal));
        Assert.Contains(Telephone.Text("es", "public.sms.child").Split(':')[0], before, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_who_looks_for_help_is_sent_to_a_migration_office()
    {
        foreach (var text in new[] { "OFICINA DE MIGRACION TAPACHULA", "estacion migratoria tapachula", "permiso tapachula", "AYUDA LEGAL TAPACHULA" })
            Assert.DoesNotContain("Oficina de migraci", string.Join('\n', _telephone.Sms.Rehearse([text, "MAS", "MAS", "MAS"], "es", null).Select(t => t.Answered)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Abogados del Sur", _telephone.Ask("OFICINA DE MIGRACION TAPACHULA")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_something_is_hidden_for_some_days_a_line_stands_in_its_place()
    {
        var all = ReaderPlaces.All(false).ToList();
        var edition = new Edition(new(1, ReaderPlaces.Now.AddHours(-1), ReaderPlaces.Now.AddDays(30), new string('0', 64), all.Count, false), all, ReaderPlaces.Numbers, [], [new PublicVeil("00", "MX", PlaceKinds.Shelter, ReaderPlaces.Now.AddHours(9))]).With(ADirectory.IndexOf(all));
        using var telephone = new Telephone(edition);
        Assert.Contains("no mostramos todos", telephone.Ask("ALBERGUE TAPACHULA")!, StringComparison.Ordinal);
        Assert.DoesNotContain("no mostramos todos", telephone.Ask("DOCTOR TAPACHULA")!, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EachLanguage))]
    public void A_demonstration_says_so_and_its_numbers_cannot_be_tapped(string language)
    {
        using var telephone = Telephone.OfReaders();
        var said = telephone.Sms.Rehearse([Languages.NameOf(language).Split(' ')[0], "ALBERGUE TAPACHULA"], "es", null)[1].Answered!;
        Assert.Contains(Telephone.Text(language, "public.ask.demonstration_sms").Trim(), said, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{4}", said);
    }

    [Fact]
    public void Old_data_says_that_it_is_old()
    {
        using var telephone = new Telephone(Telephone.Edition(false, expiresAt: ReaderPlaces.Now.AddHours(-1)));
        Assert.Contains(Telephone.Text("es", "public.sms.old"), telephone.Ask("ALBERGUE TAPACHULA")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_letters_that_the_alphabet_lacks_is_left_out_whole_and_its_number_stays()
    {
        using var telephone = new Telephone(Telephone.Edition(false,
        [
            ReaderPlaces.Place("a", "Приют на границе", PlaceKinds.Shelter, demo: false, profile: new() { Phones = [new("+52 000 555 0001")] }),
            ReaderPlaces.Place("b", "Casa “Ñandú” – Çiçek’s Łódź…", PlaceKinds.Shelter, demo: false, profile: new() { Phones = [new("+52 000 555 0002")] }),
        ]));
        var said = string.Join('\n', telephone.Sms.Rehearse(["ALBERGUE TAPACHULA", "MAS"], "es", null).Select(t => t.Answered));
        Assert.Contains("+52 000 555 0001", said, StringComparison.Ordinal);
        Assert.DoesNotContain("При", said, StringComparison.Ordinal);
        Assert.Contains("Casa \"Ñandu\" - Çicek's Lodz...", said, StringComparison.Ordinal);
        Assert.True(SmsLength.Of(said).IsPlain);
    }

    [Fact]
    public void A_name_that_is_too_long_is_left_out_and_never_cut()
    {
        var name = "Casa " + string.Concat(Enumerable.Repeat("Larguísima ", 30)) + "Fin";
        using var telephone = new Telephone(Telephone.Edition(false, [ReaderPlaces.Place("a", name, PlaceKinds.Shelter, demo: false, profile: new() { Phones = [new("+52 000 555 0001")] })]));
        var said = telephone.Ask("ALBERGUE TAPACHULA")!;
        Assert.DoesNotContain("Larguisima", said, StringComparison.Ordinal);
        Assert.Contains("+52 000 555 0001", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_accents_that_are_dropped_change_no_word_into_another()
    {
        foreach (var (text, plain) in new[] { ("¿Adónde está?", "¿Adonde esta?"), ("où être", "où etre"), ("não há mãe", "nao ha mae"), ("ñ é è à ò ü Ç", "ñ é è à ò ü Ç"), ("«œuvre»", "\"oeuvre\""), ("e\u0301", "é") })
            Assert.Equal(plain, Amparo.Public.Conversation.Plain.Of(text));
    }

    public void Dispose() => _telephone.Dispose();
}
