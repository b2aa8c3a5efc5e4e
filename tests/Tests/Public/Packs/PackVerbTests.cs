using Amparo.Web.CommandLine;

namespace Amparo.Tests.Public.Packs;

/// <summary>The command line over a folder of invented centres.</summary>
public sealed class PackVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-pack-verbs-").FullName;

    [Fact]
    public async Task A_pack_is_exported_checked_and_called_back_from_the_command_line()
    {
        Assert.Equal(0, await Run("db", "migrate"));
        Assert.Equal(0, await Run("keys", "init", "--demonstration"));
        Assert.Equal(1, await Run("pack", "export", "--country", "HN", "--language", "es"));
        Assert.Equal(0, await Run("demo", "--count", "60"));
        Assert.Equal(0, await Run("publish"));
        var (file, page) = (Path.Combine(_folder, "mx-es.pack"), Path.Combine(_folder, "mx-es.html"));
        Assert.Equal(0, await Run("pack", "export", "--country", "MX", "--language", "es", "--out", file));
        Assert.Equal(0, await Run("pack", "list"));
        Assert.Equal(0, await Run("pack", "check", file));
        Assert.Equal(0, await Run("pack", "check", page, "--country", "MX", "--language", "es"));
        Assert.Equal(1, await Run("pack", "check", file, "--country", "GT", "--language", "es"));
        Assert.Equal(1, await Run("pack", "export", "--country", "MX,XX", "--language", "es"));
        Assert.Equal(2, await Run("pack", "export", "--country", "MX", "--language", "de"));
        Assert.Equal(2, await Run("pack", "burn"));
        Assert.Equal(2, await Run("pack", "withdraw", "nothing"));
        Assert.Equal(1, await Run("pack", "check", Path.Combine(_folder, "none")));

        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("<h1>", "<h1>x", StringComparison.Ordinal));
        Assert.Equal(1, await Run("pack", "check", page));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[500] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(1, await Run("pack", "check", file));
        bytes[500] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(0, await Run("pack", "withdraw", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Line(bytes)))[..24]));
        Assert.Equal(0, await Run("pack", "build"));
        Assert.Equal(1, await Run("pack", "check", file));
    }

    [Fact]
    public async Task Help_teaches_without_doing_anything()
    {
        Assert.Equal(0, await Verbs.Run(["pack", "--help"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    private static byte[] Line(byte[] file)
    {
        var body = Amparo.Publication.PackFile.Open(file);
        return body[..Array.IndexOf(body, (byte)'\n')];
    }

    private Task<int> Run(params string[] words) => Verbs.Run([.. words, "--data", _folder]);
}
