using Amparo.Contracts.Places;
using Amparo.Tests.Public;

namespace Amparo.Tests.Conversation;

public sealed class UnderstandingTests : IDisposable
{
    private readonly Telephone _telephone = Telephone.OfReaders(isDemonstration: false);

    [Theory]
    [InlineData("ALBERGUE TAPACHULA", "es", "Albergue Puente Seguro"), InlineData("albergue en tapachulla", "es", "Albergue Puente Seguro"), InlineData("alvergue tapachula", "es", "Albergue Puente Seguro")]
    [InlineData("SHELTER TAPACHULA", "en", "Albergue Puente Seguro"), InlineData("HEBERGEMENT TAPACHULA", "fr", "Albergue Puente Seguro"), InlineData("ACOLHIMENTO TAPACHULA", "pt", "Albergue Puente Seguro"), InlineData("DOMI TAPACHULA", "ht", "Albergue Puente Seguro")]
    [InlineData("DOCTOR TAPACHULA", "es", "Centro de Salud Norte"), InlineData("MEDECIN TAPACHULA", "fr", "Centro de Salud Norte"), InlineData("MEDICO TAPACHULA", "es", "Centro de Salud Norte"), InlineData("DOKTE TAPACHULA", "ht", "Centro de Salud Norte")]
    [InlineData("FOOD TAPACHULA", "en", "Comedor La Esperanza"), InlineData("NOURRITURE TAPACHULA", "fr", "Comedor La Esperanza"), InlineData("MANJE TAPACHULA", "ht", "Comedor La Esperanza")]
    [InlineData("ABOGADO TAPACHULA", "es", "Abogados del Sur"), InlineData("LAWYER TAPACHULA", "en", "Abogados del Sur"), InlineData("AVOCAT TAPACHULA", "fr", "Abogados del Sur"), InlineData("ADVOGADO TAPACHULA", "pt", "Abogados del Sur"), InlineData("AVOKA TAPACHULA", "ht", "Abogados del Sur")]
    public void A_kind_and_a_town_are_understood_in_five_languages_and_answered_in_that_one(string text, string language, string name)
    {
        var said = _telephone.Ask(text)!;
        Assert.Contains(name, said, StringComparison.Ordinal);
        Assert.EndsWith(Telephone.Text(language, "public.sms.erase"), said, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_names_no_town_is_asked_for_one_and_the_town_alone_is_then_enough()
    {
        Assert.Contains(Telephone.Text("es", "public.sms.town"), _telephone.Ask("ALBERGUE")!, StringComparison.Ordinal);
        Assert.Contains("Albergue Puente Seguro", _telephone.Ask("ALBERGUE", "Tapachula")!, StringComparison.Ordinal);
        // The next question is of the same town.
        Assert.Contains("Centro de Salud Norte", _telephone.Ask("ALBERGUE", "Tapachula", "doctor")!, StringComparison.Ordinal);
        // And a town without a question is asked what is sought.
        Assert.Contains("Tapachula: ¿qué busca?", _telephone.Ask("Tapachula")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_town_of_many_is_asked_about_with_numbers()
    {
        var which = _telephone.Ask("ALBERGUE SAN PEDRO")!;
        Assert.Contains(Telephone.Text("es", "public.sms.which"), which, StringComparison.Ordinal);
        Assert.Contains("\n1 ", which, StringComparison.Ordinal);
        Assert.Contains("\n2 ", which, StringComparison.Ordinal);
        foreach (var number in new[] { "1", "2" }) Assert.Contains("Albergue", _telephone.Ask("ALBERGUE SAN PEDRO", number)!, StringComparison.Ordinal);
        Assert.Contains(Telephone.Text("es", "public.sms.not_understood"), _telephone.Ask("ALBERGUE SAN PEDRO", "7")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_town_that_is_better_known_than_others_of_its_name_it_is_said_which_was_meant() =>
        Assert.Contains("Ciudad Hidalgo, Chiapas, M", _telephone.Ask("ALBERGUE CIUDAD HIDALGO")!, StringComparison.Ordinal);

    [Fact]
    public void More_shows_every_entry_once_and_then_says_that_there_is_no_more()
    {
        var turns = _telephone.Sms.Rehearse(["ALBERGUE TAPACHULA", .. Enumerable.Repeat("MAS", 12)], "es", null).Select(t => t.Answered!).ToList();
        var end = turns.FindIndex(t => t.Contains(Telephone.Text("es", "public.sms.no_more"), StringComparison.Ordinal));
        Assert.InRange(end, 3, 10);
        var entries = turns.Take(end).SelectMany(t => t.Split('\n').Where(l => l.StartsWith("Albergue", StringComparison.Ordinal) || l.StartsWith("Posada", StringComparison.Ordinal) || l.StartsWith("Hogar", StringComparison.Ordinal))).ToList();
        Assert.Equal(9, entries.Count);
        Assert.Equal(entries.Count, entries.Distinct().Count());
        Assert.DoesNotContain(Telephone.Text("es", "public.sms.more"), turns[end - 1], StringComparison.Ordinal);
    }

    [Theory, InlineData("MORE"), InlineData("plus"), InlineData("mais"), InlineData("PLIS"), InlineData("Más por favor")]
    public void More_is_understood_in_five_languages(string word) =>
        Assert.DoesNotContain("No entendimos", _telephone.Ask("ALBERGUE TAPACHULA", word)!, StringComparison.Ordinal);

    [Theory]
    [InlineData("ENGLISH", "en"), InlineData("inglés", "en"), InlineData("KREYOL", "ht"), InlineData("francais", "fr"), InlineData("PORTUGUES", "pt"), InlineData("español", "es")]
    public void A_language_that_was_named_holds_whatever_is_written_then(string word, string language)
    {
        var said = _telephone.Ask("ALBERGUE TAPACHULA", word)!;
        Assert.Contains("Albergue Puente Seguro", said, StringComparison.Ordinal);
        Assert.EndsWith(Telephone.Text(language, "public.sms.erase"), said, StringComparison.Ordinal);
        Assert.EndsWith(Telephone.Text(language, "public.sms.erase"), _telephone.Ask(word, "COMEDOR TAPACHULA")!, StringComparison.Ordinal);
    }

    [Theory, InlineData("AYUDA", "es"), InlineData("help", "en"), InlineData("AIDE", "fr"), InlineData("ajuda", "pt"), InlineData("ede", "ht")]
    public void Help_says_how_to_ask_that_the_operator_sees_it_and_where_to_complain(string word, string language)
    {
        var said = _telephone.Ask(word)!;
        Assert.Contains(Telephone.Text(language, "public.sms.operator"), said, StringComparison.Ordinal);
        Assert.Contains("amparo.example/q", said, StringComparison.Ordinal);
        Assert.Contains("TAPACHULA", said, StringComparison.Ordinal);
        foreach (var other in new[] { "ENGLISH", "KREYOL", "FRANCAIS", "PORTUGUES", "ESPANOL" }.Where(l => l != language switch { "es" => "ESPANOL", "en" => "ENGLISH", "fr" => "FRANCAIS", "pt" => "PORTUGUES", _ => "KREYOL" }))
            Assert.Contains(other, said, StringComparison.Ordinal);
    }

    [Theory, InlineData("ALBERGUE TAPACHULA"), InlineData("HEBERGEMENT TAPACHULA"), InlineData("ABRIGO TAPACHULA"), InlineData("DOMI TAPACHULA"), InlineData("SHELTER TAPACHULA"), InlineData("COMIDA TAPACHULA"), InlineData("FOOD TAPACHULA"), InlineData("NOURRITURE TAPACHULA")]
    [InlineData("MANJE TAPACHULA"), InlineData("DOKTE TAPACHULA"), InlineData("CONSULADO HONDURAS"), InlineData("CONSULAT HONDURAS"), InlineData("CONSULATE HONDURAS"), InlineData("KONSILA AYITI"), InlineData("EMERGENCIA"), InlineData("EMERGENCY"), InlineData("URGENCE"), InlineData("IJANS")]
    [InlineData("ASILO"), InlineData("ASYLUM"), InlineData("ASILE"), InlineData("AZIL"), InlineData("ABOGADO"), InlineData("LAWYER"), InlineData("AVOCAT"), InlineData("ADVOGADO"), InlineData("AVOKA")]
    public void Every_word_that_our_messages_tell_people_to_write_is_understood(string word)
    {
        var said = _telephone.Ask(word)!;
        foreach (var language in Languages.All) Assert.DoesNotContain(Telephone.Text(language, "public.sms.not_understood")[..14], said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_two_meanings_is_answered_with_both_in_one_message()
    {
        var said = _telephone.Ask("REFUGIO TAPACHULA")!;
        Assert.Contains("Albergue Puente Seguro", said, StringComparison.Ordinal);
        Assert.Contains(Telephone.Text("es", "public.sms.office"), said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_found_it_is_said_and_a_number_is_left()
    {
        using var telephone = new Telephone(Telephone.Edition(false, ReaderPlaces.All(false).Where(p => p.Kind == PlaceKinds.Health)));
        var said = telephone.Ask("ALBERGUE TAPACHULA")!;
        Assert.Contains(Telephone.Text("es", "public.sms.nothing"), said, StringComparison.Ordinal);
        Assert.Contains("911", said, StringComparison.Ordinal);
        Assert.Contains("Centro de Salud Norte", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_is_found_by_its_name() => Assert.Contains("Albergue Puente Seguro", _telephone.Ask("Puente Seguro")!, StringComparison.Ordinal);

    [Fact]
    public void Thanks_are_not_answered()
    {
        foreach (var word in new[] { "gracias", "OK", "thank you", "merci", "mesi" }) Assert.Null(_telephone.Ask("ALBERGUE TAPACHULA", word));
    }

    [Fact]
    public void Stop_ends_it_until_somebody_begins_again()
    {
        var turns = _telephone.Sms.Rehearse(["ALBERGUE TAPACHULA", "BAJA", "ALBERGUE TAPACHULA", "ALTA", "MAS"], "es", null);
        Assert.Equal([false, true, true, false, false], turns.Select(t => t.Answered is null));
        // Nothing of before is known any more.
        Assert.Contains(Telephone.Text("es", "public.sms.no_more"), turns[4].Answered!, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_published_yet_that_is_said()
    {
        using var telephone = new Telephone();
        Assert.Equal(Telephone.Text("es", "public.error.503"), telephone.Ask("ALBERGUE TAPACHULA"));
    }

    public void Dispose() => _telephone.Dispose();
}
