using Amparo.Publication;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class KeysTests : IDisposable
{
    private const string Passphrase = "cuatro palabras que nadie dice";
    private readonly House _house = new(withKeys: false);

    [Fact]
    public void A_copy_of_the_keys_holds_the_consoles_too_and_is_still_made_when_the_root_is_locked_away()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        _ = new ServerKey(_house.Data).For("test");
        var away = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(["console", "root", "root.public"], _house.Keys.Backup(Path.Combine(away, "first")).Select(Path.GetFileName).Order());
            File.Delete(Path.Combine(_house.Data.Keys, "root"));
            Assert.Equal(["console", "root.public"], _house.Keys.Backup(Path.Combine(away, "second")).Select(Path.GetFileName).Order());
            Assert.Equal(File.ReadAllText(Path.Combine(_house.Data.Keys, "console")), File.ReadAllText(Path.Combine(away, "second", "console")));
            File.Delete(Path.Combine(_house.Data.Keys, "console"));
            Assert.Throws<KeyRefused>(() => _house.Keys.Backup(Path.Combine(away, "third")));
        }
        finally
        {
            Directory.Delete(away, recursive: true);
        }
    }

    [Fact]
    public async Task Without_keys_nothing_is_published_and_the_message_says_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<KeyRefused>(() => _house.Publish());
        Assert.Contains("./amparo keys init", refused.Message);
    }

    [Fact]
    public async Task The_demonstration_key_is_refused_for_real_data()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        await _house.Given(Real());
        Assert.Contains("keys init", (await Assert.ThrowsAsync<KeyRefused>(() => _house.Publish())).Message);
        Assert.Null(_house.Store.CurrentVersion());
    }

    [Fact]
    public async Task The_key_for_real_data_is_refused_for_a_demonstration()
    {
        _house.Keys.Init(false, null, _house.Clock.Now);
        await _house.Given(Some.Place());
        Assert.Contains("--demonstration", (await Assert.ThrowsAsync<KeyRefused>(() => _house.Publish())).Message);
        Assert.Null(_house.Store.CurrentVersion());
    }

    [Fact]
    public async Task Real_data_are_signed_with_a_key_for_real_data()
    {
        _house.Keys.Init(false, null, _house.Clock.Now);
        await _house.Given(Real());
        await _house.Publish();
        Assert.False(_house.Open().Info.IsDemonstration);
    }

    [Fact]
    public void Only_the_account_itself_may_read_a_key()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        _house.Keys.Rotate(null, _house.Clock.Now);
        var copy = Directory.CreateTempSubdirectory("amparo-keys-").FullName;
        var files = Directory.GetFiles(_house.Data.Keys).Concat(_house.Keys.Backup(Path.Combine(copy, "stick")));
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(f)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, Mode(_house.Data.Keys));
        Directory.Delete(copy, true);
    }

    [Fact]
    public void A_sealed_root_opens_with_its_passphrase_only()
    {
        _house.Keys.Init(false, Passphrase, _house.Clock.Now);
        Assert.True(_house.Keys.Show().RootIsSealed);
        Assert.Contains("AMPARO_KEY_PASSPHRASE", Assert.Throws<KeyRefused>(() => _house.Keys.Rotate(null, _house.Clock.Now)).Message);
        Assert.Throws<KeyRefused>(() => _house.Keys.Rotate("otra", _house.Clock.Now));
        var before = _house.Keys.Show();
        _house.Keys.Rotate(Passphrase, _house.Clock.Now);
        Assert.Equal(before.Root, _house.Keys.Show().Root);
        Assert.NotEqual(before.Publishing, _house.Keys.Show().Publishing);
    }

    [Fact]
    public async Task A_new_publishing_key_signs_at_once_and_old_editions_stay_valid()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        await _house.Given(Some.Place());
        await _house.Publish();
        _house.Clock.Now += TimeSpan.FromDays(1);
        _house.Keys.Rotate(null, _house.Clock.Now);
        Assert.True((await _house.Publish()).IsNew);
        Assert.Empty(_house.Loader.Verify(1));
        Assert.Empty(_house.Loader.Verify(2));
    }

    [Fact]
    public async Task A_key_that_is_over_signs_nothing_and_the_last_edition_stays()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        var place = Some.Place();
        await _house.Given(place);
        await _house.Publish();
        _house.Clock.Now = _house.Keys.Show().NotAfter;
        Assert.Contains("keys rotate", (await Assert.ThrowsAsync<KeyRefused>(() => _house.Publish())).Message);
        Assert.NotNull(_house.Open().ById(place.Id));
    }

    [Fact]
    public async Task A_publisher_hears_how_long_its_key_lasts()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        _house.Clock.Now = _house.Keys.Show().NotAfter - TimeSpan.FromDays(29);
        Assert.True((await _house.Publish()).KeyEndsAt - _house.Clock.Now < KeyFolder.Warning);
    }

    [Fact]
    public async Task An_edition_never_lasts_longer_than_its_key()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        _house.Clock.Now = _house.Keys.Show().NotAfter - TimeSpan.FromDays(3);
        Assert.Equal(_house.Keys.Show().NotAfter, (await _house.Publish()).Envelope.ExpiresAt);
    }

    [Fact]
    public void Keys_are_never_made_over_keys()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        var root = _house.Keys.Show().Root;
        Assert.Throws<KeyRefused>(() => _house.Keys.Init(false, null, _house.Clock.Now));
        Assert.Equal(root, _house.Keys.Show().Root);
    }

    [Fact]
    public void The_root_of_another_installation_certifies_nothing_here()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        using var other = new House();
        File.Copy(Path.Combine(other.Data.Keys, "root"), Path.Combine(_house.Data.Keys, "root"), overwrite: true);
        Assert.Contains("another installation", Assert.Throws<KeyRefused>(() => _house.Keys.Rotate(null, _house.Clock.Now)).Message);
    }

    [Fact]
    public async Task Publishing_needs_no_root_key_on_the_machine()
    {
        _house.Keys.Init(true, null, _house.Clock.Now);
        File.Delete(Path.Combine(_house.Data.Keys, "root"));
        await _house.Publish();
        Assert.Empty(_house.Loader.Verify(1));
        Assert.Contains("not on this machine", Assert.Throws<KeyRefused>(() => _house.Keys.Rotate(null, _house.Clock.Now)).Message);
    }

    public void Dispose() => _house.Dispose();

    private static Amparo.Places.Entries.Place Real()
    {
        var id = Guid.CreateVersion7();
        var place = new Amparo.Places.Entries.Place { Id = id, Slug = "real-" + id, Name = "Verdadera", Kind = "food", Country = "MX", TimeZone = "America/Mexico_City", Profile = new() };
        place.HideTo("exact");
        place.Approve("test", House.Start);
        return place;
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);
}
