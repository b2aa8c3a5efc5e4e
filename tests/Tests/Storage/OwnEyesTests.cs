using Amparo.Tests.CommandLine;

namespace Amparo.Tests.Storage;

[Trait("Needs", "Database")]
public sealed class OwnEyesTests : CommandLineTest
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static TheoryData<string[]> Verbs => [["db", "migrate"], ["publish"], ["verify"], ["check"], ["demo"], ["keys", "show"], ["import", "nothing.csv"], ["backup", "copy"], ["serve", "--port", "0"]];

    [Fact]
    public async Task A_folder_that_was_made_open_is_shut_before_anything_confidential_lies_in_it()
    {
        var data = NewData("data");
        Directory.CreateDirectory(data);
        Set(data, Folder700 | Everybody);
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("keys", "init", "--demonstration", "--data", data));
        Assert.Equal(0, await Amparo("demo", "--count", "30", "--data", data));
        Assert.Equal(0, await Amparo("publish", "--data", data));
        NothingIsOpen(data, "editions");
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task Every_verb_shuts_an_installation_that_lies_open(string[] verb)
    {
        var data = NewData("data");
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(0, await Amparo("keys", "init", "--demonstration", "--data", data));
        foreach (var folder in new[] { data, Path.Combine(data, "keys") })
        {
            Set(folder, Folder700 | Everybody);
            foreach (var file in Directory.EnumerateFiles(folder)) Set(file, File600 | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
        // A server would stay: it is refused after the folder was shut, since the database is not there.
        if (verb[0] == "serve") Environment.SetEnvironmentVariable("AMPARO__Database", "Host=127.0.0.1;Port=1;Database=none;Timeout=1");
        await Amparo([.. verb.Select(w => w is "copy" or "nothing.csv" ? PathOf(w) : w), "--data", data]);
        NothingIsOpen(data, "editions");
    }

    [Fact]
    public async Task A_database_elsewhere_is_shut_and_the_folder_around_it_is_left_alone()
    {
        if (TestEngine.Postgres is not null) return; // there the database is no file
        var (data, around) = (NewData("data"), PathOf("around"));
        Directory.CreateDirectory(around);
        Set(around, Folder700 | Everybody);
        Environment.SetEnvironmentVariable("AMPARO__Database", Path.Combine(around, "elsewhere.db"));
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Set(Path.Combine(around, "elsewhere.db"), File600 | UnixFileMode.OtherRead);
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
        Assert.Equal(File600, Mode(Path.Combine(around, "elsewhere.db")));
        Assert.Equal(Folder700 | Everybody, Mode(around));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_folder_of_many_is_refused_in_words_and_left_as_it_is(bool isForEverybodysFiles)
    {
        var shared = PathOf("shared");
        Directory.CreateDirectory(shared);
        if (!isForEverybodysFiles) await File.WriteAllTextAsync(Path.Combine(shared, "somebody's letter.txt"), "");
        var before = Folder700 | Everybody | (isForEverybodysFiles ? UnixFileMode.StickyBit : 0);
        Set(shared, before);
        Assert.Equal(1, await Amparo("db", "migrate", "--data", shared));
        Assert.Contains("--data", Said);
        Assert.Contains("chmod 700", Said);
        Assert.Equal(before, Mode(shared));
        Assert.False(File.Exists(Path.Combine(shared, "amparo.db")));
    }

    [Fact]
    public async Task A_folder_that_only_its_owner_can_enter_may_hold_other_things()
    {
        var data = NewData("mine");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "notes.txt"), "");
        Set(data, Folder700);
        Assert.Equal(0, await Amparo("db", "migrate", "--data", data));
    }

    // What is inside of editions is public and lies behind the folder that is shut.
    private static void NothingIsOpen(string data, string but)
    {
        Assert.Equal(Folder700, Mode(data));
        foreach (var path in Directory.EnumerateFileSystemEntries(data, "*", SearchOption.AllDirectories).Where(p => !p.StartsWith(Path.Combine(data, but), StringComparison.Ordinal)))
            Assert.True(Mode(path) == (Directory.Exists(path) ? Folder700 : File600), $"{path} is {Mode(path)}");
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        File.SetUnixFileMode(path, mode);
    }
}
