using Amparo.Contracts.Places;
using Amparo.Places.Impostors;

namespace Amparo.Tests.Places.Impostors;

public sealed class BankAccountTests
{
    [Theory]
    [InlineData("Deposite en GT82 TRAJ 0102 0000 0012 1002 9690 y mande la foto", "GT82TRAJ01020000001210029690")]
    [InlineData("CR96-0012-3456-7890-1234-56", "CR96001234567890123456")]
    [InlineData("CLABE 002180033224405583", "002180033224405583"), InlineData("Clave: 002180033224405583", "002180033224405583")]
    [InlineData("Tarjeta 4111 1111 1111 1111", "4111111111111111"), InlineData("Páguelo a 4111-1111-1111-1111 en la tienda", "4111111111111111")]
    [InlineData("No. de cuenta: 12345678-9", "123456789"), InlineData("bank account no 0099887766", "0099887766"), InlineData("Compte bancaire : 00998877665", "00998877665"), InlineData("Nimewo kont lan se 0099887766", "0099887766")]
    public void Accounts_and_cards_are_found_as_people_write_them(string text, string account) => Assert.Equal([account], BankAccounts.In(text));

    [Theory]
    [InlineData("Llame al 962 111 1111"), InlineData("+52 962 111 1111 55"), InlineData("Abierto desde 2014-03-01 hasta 2015-03-01"), InlineData("GT00 TRAJ 0102 0000 0012 1002 9690"), InlineData("Pregunte en el banco o llame al 2233 4455")]
    [InlineData("4111 1111 1111 1112"), InlineData("002180033224405584"), InlineData("Cuenta con 120 camas y 14 baños"), InlineData(""), InlineData(null)]
    public void Telephones_days_and_numbers_that_do_not_check_are_none(string? text) => Assert.Empty(BankAccounts.In(text));

    [Fact]
    public void Every_free_text_of_an_entry_is_read()
    {
        const string Said = "cuenta 0099887766";
        PlaceProfile[] everywhere =
        [
            new() { Description = Said }, new() { Eligibility = Said }, new() { GettingThere = Said }, new() { RequiredDocuments = [Said] }, new() { Costs = [new(Said)] }, new() { Attributes = [new("pago", Said)] },
            new() { Phones = [new("2233 4455", Description: Said)] }, .. new PlaceService[] { One() with { Description = Said }, One() with { Fees = Said }, One() with { ApplicationProcess = Said }, One() with { Eligibility = Said } }.Select(s => new PlaceProfile { Services = [s] }),
        ];
        Assert.All(everywhere, profile => Assert.Equal(["0099887766"], BankAccounts.In(profile)));
    }

    private static PlaceService One() => new(Guid.CreateVersion7(), "Cama", PlaceKinds.Shelter);
}
