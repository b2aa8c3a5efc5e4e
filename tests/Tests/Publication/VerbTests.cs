using Amparo.Tests.Places;
using Amparo.Web.CommandLine;

namespace Amparo.Tests.Publication;

/// <summary>The command line over an SQLite folder of its own, whatever engine the run has.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-verbs-").FullName;

    [Fact]
    public async Task A_folder_is_made_published_and_verified_from_the_command_line()
    {
        Assert.Equal(0, await Run("db", "migrate"));
        Assert.Equal(1, await Run("publish"));
        Assert.Equal(1, await Run("verify"));
        Assert.Equal(1, await Run("keys", "show"));
        Assert.Equal(0, await Run("keys", "init", "--demonstration"));
        Assert.Equal(1, await Run("keys", "init"));
        await Given();
        Assert.Equal(0, await Run("publish"));
        Assert.Equal(0, await Run("publish", "--full"));
        Assert.Equal(0, await Run("verify"));
        Assert.Equal(0, await Run("verify", "--edition", "1"));
        Assert.Equal(1, await Run("verify", "--edition", "2"));
        Assert.Equal(0, await Run("keys", "rotate"));
        Assert.Equal(0, await Run("keys", "show"));
        Assert.Equal(0, await Run("publish"));
        Assert.Equal(0, await Run("verify", "--edition", "2"));
        Assert.Equal(1, await Run("keys", "backup", Path.Combine(_folder, "copy")));
        Assert.Equal(2, await Run("keys", "destroy"));
        Assert.Equal(2, await Run("verify", "--edition", "none"));
        Assert.Equal(2, await Run("publish", "--force"));
    }

    [Fact]
    public async Task Verify_ends_with_one_where_a_bit_was_flipped_and_publishing_all_mends_it()
    {
        await Run("db", "migrate");
        await Run("keys", "init", "--demonstration");
        await Given();
        await Run("publish");
        var file = Directory.GetFiles(Path.Combine(_folder, "editions", "objects"), "*", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!;
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^5] ^= 4;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(1, await Run("verify"));
        Assert.Equal(0, await Run("publish", "--full"));
        Assert.Equal(0, await Run("verify"));
    }

    [Fact]
    public async Task The_passphrase_of_a_file_seals_the_root_key()
    {
        var (file, other) = (Path.Combine(_folder, "words"), Path.Combine(_folder, "other"));
        await File.WriteAllTextAsync(file, "cuatro palabras que nadie dice\n");
        await File.WriteAllTextAsync(other, "otras\n");
        Assert.Equal(0, await Run("keys", "init", "--passphrase-file", file));
        Assert.Contains("ENCRYPTED", await File.ReadAllTextAsync(Path.Combine(_folder, "keys", "root")));
        Assert.Equal(1, await Run("keys", "rotate"));
        Assert.Equal(1, await Run("keys", "rotate", "--passphrase-file", other));
        Assert.Equal(0, await Run("keys", "rotate", "--passphrase-file", file));
    }

    [Theory]
    [InlineData("publish"), InlineData("verify"), InlineData("keys")]
    public async Task Help_teaches_without_doing_anything(string verb)
    {
        Assert.Equal(0, await Verbs.Run([verb, "--help"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        Assert.Contains("./amparo " + verb, Verbs.All.Single(v => v.Name == verb).Help);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
    }

    private Task<int> Run(params string[] words) => Verbs.Run([.. words, "--data", _folder]);

    private async Task Given()
    {
        await using var services = TestServices.Over(Engine.From("sqlite", _folder), _folder);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Act = "test.given";
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        db.Add(Some.Place());
        await db.SaveChangesAsync();
    }
}
