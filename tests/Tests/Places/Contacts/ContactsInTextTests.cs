using Amparo.Places.Contacts;

namespace Amparo.Tests.Places.Contacts;

public sealed class ContactsInTextTests
{
    [Theory]
    [InlineData("Llame al +52 962 111 2222 a toda hora")]
    [InlineData("Tel. (962) 111-22-22")]
    [InlineData("96 21 11 22 22")]
    [InlineData("962.111.2222")]
    [InlineData("962 / 111 / 2222")]
    [InlineData("962\n111\n2222")]
    [InlineData("٩٦٢١١١٢٢٢٢")]
    [InlineData("９６２１１１２２２２")]
    [InlineData("9\u200B6\u200B2\u200B1\u200B1\u200B1\u200B2222")]
    [InlineData("nueve seis dos uno uno uno dos dos dos dos")]
    [InlineData("6000-0000")]
    [InlineData("Escriba a ana@casa.example")]
    [InlineData("ana (arroba) casa punto com")]
    [InlineData("ana arroba casa.org")]
    [InlineData("Vea https://casa.example/es")]
    [InlineData("www.casa.example")]
    [InlineData("casa-nueva.org.mx")]
    [InlineData("wa.me/529621112222")]
    [InlineData("t.me/casanueva")]
    [InlineData("casanueva punto com")]
    [InlineData("Búsquenos como @casanueva")]
    [InlineData("tel:088")]
    public void A_way_to_reach_somebody_is_seen_however_it_is_written(string text) => Assert.NotEmpty(ContactsInText.In(text));

    [Theory]
    [InlineData("Cama, comida y ducha. Abierto de lunes a viernes de 08:00 a 17:00.")]
    [InlineData("De 8.00-13.00, 14.00-18.00 los días hábiles")]
    [InlineData("Hasta el 31/12/2026; desde 2019-2024 con otra sede. Revisado el 2026-03-31.")]
    [InlineData("Para 25 mujeres con hijos de hasta 12 años, 3 noches, Q25.50")]
    [InlineData("Cuesta 1200 pesos. Traiga 2 fotos.")]
    [InlineData("4a Avenida Norte 12, entre 3a y 5a Calle, C.P. 30700, km 12.5")]
    [InlineData("Dos camas y una ducha; tres comidas, uno o dos días.")]
    [InlineData("Sra. Pérez, A.C., EE.UU., a.m. y p.m.")]
    [InlineData("Marque 911 en una emergencia")]
    [InlineData("")]
    [InlineData(null)]
    public void What_every_second_entry_says_is_none(string? text) => Assert.Empty(ContactsInText.In(text));

    [Fact]
    public void Two_spellings_of_one_number_or_page_are_one()
    {
        Assert.Equal(ContactsInText.In("962 111 2222"), ContactsInText.In("Tel.: (962) 111-2222."));
        Assert.Equal(ContactsInText.In("https://www.casa.org/"), ContactsInText.In("Vea casa.org."));
        var known = ContactsInText.In("+52 962 111 2222, https://casa.org/es");
        ContactsInText.Widen(known);
        Assert.Contains("9621112222", known);
        Assert.Contains("w:casa.org", known);
        Assert.DoesNotContain("1112222", known);
    }

    [Fact]
    public void A_long_text_that_tries_to_tangle_is_looked_through_or_counts_as_one()
    {
        foreach (var evil in new[] { string.Concat(Enumerable.Repeat("1.", 4000)), new string('a', 8000) + "@", string.Concat(Enumerable.Repeat("a.b-", 2000)), string.Concat(Enumerable.Repeat("12.00-13.00,", 400)) + "x" }) _ = ContactsInText.In(evil);
        Assert.NotEmpty(ContactsInText.In(new string(' ', 3000) + "9621112222" + new string('-', 3000)));
    }
}
