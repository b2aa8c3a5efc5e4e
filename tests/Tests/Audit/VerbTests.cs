using Amparo.Tests.CommandLine;

namespace Amparo.Tests.Audit;

[Trait("Needs", "Database")]
public sealed class VerbTests : CommandLineTest
{
    [Fact]
    public async Task A_person_checks_the_audit_keeps_a_note_and_checks_against_it_later()
    {
        var data = NewData("house");
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("keys", "init", "--demonstration", "--data", data));
        Assert.Equal(0, await Amparo("demo", "--count", "20", "--data", data));
        Assert.Equal(0, await Amparo("audit", "checkpoint", "--data", data));
        Assert.StartsWith(AuditCheckpoint.FirstLine, Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(PathOf("note"), Said);

        Assert.Equal(0, await Amparo("publish", "--data", data));
        Assert.Equal(0, await Amparo("audit", "verify", "--against", PathOf("note"), "--data", data));
        Assert.Contains("are as they were written", Said);
        Assert.Contains("1 that editions carry", Said);

        await File.WriteAllTextAsync(PathOf("note"), (await File.ReadAllTextAsync(PathOf("note"))).Replace("Z\n", "1Z\n"));
        Assert.Equal(1, await Amparo("audit", "verify", "--against", PathOf("note"), "--data", data));
        Assert.Contains("not signed", Said);
        Assert.Equal(2, await Amparo("audit", "burn", "--data", data));
    }
}
