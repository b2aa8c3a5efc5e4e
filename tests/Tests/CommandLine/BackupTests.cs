namespace Amparo.Tests.CommandLine;

[Trait("Needs", "Database")]
public sealed class BackupTests : CommandLineTest
{
    [Fact]
    public async Task A_restored_copy_serves_the_same_edition_and_holds_the_same_rows()
    {
        var data = await Installation();
        var root = await ContentRoot(data);
        Assert.Equal(0, await Amparo("backup", PathOf("backup"), "--data", data));
        Assert.Equal(0, await Amparo("check", "--backup", PathOf("backup")));

        var copy = NewData("copy");
        Assert.Equal(0, await Amparo("restore", PathOf("backup"), "--data", copy));
        Assert.Equal(0, await Amparo("verify", "--data", copy));
        Assert.Equal(root, await ContentRoot(copy));
        Assert.Equal(0, await Amparo("demo", "--data", copy));
        Assert.Contains("There are entries already", Said);
    }

    [Fact]
    public async Task A_backup_holds_no_private_key()
    {
        var data = await Installation();
        await Amparo("backup", PathOf("backup"), "--data", data);
        Assert.Equal(["audit.public", "publishing.certificate", "root.public"], Directory.EnumerateFiles(PathOf("backup/keys")).Select(Path.GetFileName).Order());
        Assert.All(Directory.EnumerateFiles(PathOf("backup"), "*", SearchOption.AllDirectories), f => Assert.DoesNotContain("PRIVATE KEY", File.ReadAllText(f)));
    }

    [Fact]
    public async Task A_flipped_bit_is_found_and_nothing_is_restored()
    {
        var data = await Installation();
        await Amparo("backup", PathOf("backup"), "--data", data);
        var victim = Directory.EnumerateFiles(PathOf("backup/editions/objects"), "*", SearchOption.AllDirectories).First();
        var bytes = File.ReadAllBytes(victim);
        bytes[^2] ^= 1;
        File.WriteAllBytes(victim, bytes);
        Assert.Equal(1, await Amparo("check", "--backup", PathOf("backup")));
        Assert.Equal(1, await Amparo("restore", PathOf("backup"), "--data", NewData("copy")));
        Assert.False(Directory.Exists(PathOf("copy")));
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_is_no_backup()
    {
        var data = await Installation();
        await Amparo("backup", PathOf("backup"), "--data", data);
        File.Delete(PathOf("backup/backup.json"));
        Assert.Equal(1, await Amparo("restore", PathOf("backup"), "--data", NewData("copy")));
        Assert.Contains("no whole backup", Said);
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        var data = await Installation();
        Assert.Equal(0, await Amparo("backup", PathOf("backup"), "--data", data));
        Assert.Equal(1, await Amparo("backup", PathOf("backup"), "--data", data));
        Assert.Equal(1, await Amparo("restore", PathOf("backup"), "--data", data));
    }

    private async Task<string> Installation()
    {
        var data = NewData("data");
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("keys", "init", "--demonstration", "--data", data));
        Assert.Equal(0, await Amparo("demo", "--count", "60", "--data", data));
        Assert.Equal(0, await Amparo("publish", "--data", data));
        return data;
    }

    private static async Task<string> ContentRoot(string data)
    {
        var version = (await File.ReadAllTextAsync(Path.Combine(data, "editions/current"))).Trim();
        using var envelope = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "editions", version, "envelope.json")));
        return envelope.RootElement.GetProperty("contentRoot").GetString()!;
    }
}
