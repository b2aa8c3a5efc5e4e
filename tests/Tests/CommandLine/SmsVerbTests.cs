namespace Amparo.Tests.CommandLine;

[Trait("Needs", "Database")]
public sealed class SmsVerbTests : CommandLineTest
{
    [Fact]
    public async Task A_message_is_answered_from_the_edition_with_its_parts_counted()
    {
        var data = NewData("sms");
        foreach (var verb in new[] { new[] { "db", "migrate" }, ["keys", "init", "--demonstration"], ["demo", "--count", "400"], ["publish"] }) Assert.True(await Amparo([.. verb, "--data", data]) == 0, Said);
        Assert.Equal(0, await Amparo("sms", "ALBERGUE TAPACHULA", "BAJA", "--from-country", "MX", "--data", data));
        Assert.Contains("> ALBERGUE TAPACHULA", Said, StringComparison.Ordinal);
        Assert.Matches(@"\([12] parts?, GSM-7, \d+ of (160|306)\)", Said);
        Assert.Contains("(nothing is sent)", Said, StringComparison.Ordinal);
        Assert.Equal(0, await Amparo("sms", "SHELTER TAPACHULA", "--language", "en", "--data", data));
        Assert.Contains("Erase this message.", Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms"), InlineData("sms", "hola", "--language", "de"), InlineData("sms", "hola", "--from-country", "mexico")]
    public async Task What_was_asked_wrongly_is_told_how(params string[] words)
    {
        Assert.Equal(2, await Amparo(words));
        Assert.Contains("./amparo sms", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_published_that_is_said_in_a_sentence()
    {
        Assert.Equal(1, await Amparo("sms", "hola", "--data", PathOf("new")));
        Assert.Contains("./amparo publish", Said, StringComparison.Ordinal);
    }
}
