using System.Text.RegularExpressions;

namespace Amparo.Tests.CommandLine;

[Trait("Needs", "Database")]
public sealed class AccountsVerbTests : CommandLineTest
{
    [Fact]
    public async Task The_first_administrator_gets_a_link_and_never_a_password()
    {
        var data = NewData("accounts");
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("accounts", "create-admin", "--email", "ana@example.org", "--name", "Ana Inventada", "--data", data));
        Assert.Matches(@"^http://localhost:5080/console/invitation\?code=[A-Za-z0-9_-]{43}\s", Said);
        Assert.DoesNotMatch(new Regex("password:|contraseña:", RegexOptions.IgnoreCase), Said);

        Assert.Equal(1, await Amparo("accounts", "create-admin", "--email", "ANA@example.org", "--name", "Otra", "--data", data));
        Assert.Equal(0, await Amparo("accounts", "list", "--data", data));
        Assert.Matches(@"ana@example\.org\s+invited\s+administrator", Said);
        Assert.Equal(0, await Amparo("accounts", "disable", "--email", "ana@example.org", "--data", data));
        Assert.Equal(1, await Amparo("accounts", "disable", "--email", "ana@example.org", "--data", data));
        Assert.Equal(1, await Amparo("accounts", "disable", "--email", "nadie@example.org", "--data", data));
        Assert.Equal(0, await Amparo("accounts", "list", "--data", data));
        Assert.Contains("disabled", Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accounts"), InlineData("accounts", "create-admin"), InlineData("accounts", "create-admin", "--email", "no", "--name", "Ana"), InlineData("accounts", "create-admin", "--email", "a@example.org"),
     InlineData("accounts", "create-admin", "--email", "a@example.org", "--name", "Ana", "--language", "fr"), InlineData("accounts", "create-admin", "--email", "a@example.org", "--name", "Ana", "--password", "x"), InlineData("accounts", "disable")]
    public async Task What_was_asked_wrongly_is_told_how_to_ask(params string[] words)
    {
        var data = NewData("wrong");
        if (words is ["accounts", "disable"]) Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(2, await Amparo([.. words, "--data", data]));
    }
}
