using System.Diagnostics;
using System.Globalization;

namespace Amparo.Tests.Search.Pocket.Packs;

/// <summary>What a phone makes of packs: the rules are those of the server's check, in <c>web/src/pack</c>.</summary>
public sealed class PackCheckTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1";

    [Fact]
    public async Task A_phone_shows_nothing_of_a_pack_that_is_old_forged_torn_or_hostile()
    {
        var flips = Long ? 100_000 : 2_000;
        string[] arguments = [Path.Combine(SharedData.Repository, "tests/Tests/Search/Pocket/Packs/checking.mjs"), Path.Combine(SharedData.Repository, "web/dist/pack.js"), flips.ToString(CultureInfo.InvariantCulture)];
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        Assert.True(int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture) > flips, said);
    }
}
