using System.Security.Cryptography;
using Amparo.Tests.Access;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class KeyTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task The_right_password_opens_the_key_and_a_wrong_one_does_not()
    {
        var person = await _platform.Begun();
        var key = await Open(person.Id, KeyWays.Password, person.Password);
        Assert.Equal(await PublicOf(person.Id), Public(key!));
        Assert.Null(await Open(person.Id, KeyWays.Password, "no es esta nunca"));
        Assert.Null(await Open(person.Id, KeyWays.Recovery, person.Password));
    }

    [Fact]
    public async Task Each_recovery_code_opens_it_until_it_was_used()
    {
        var person = await _platform.Begun();
        foreach (var code in person.RecoveryCodes) Assert.Equal(await PublicOf(person.Id), Public((await Open(person.Id, KeyWays.Recovery, code))!));
        using (await _platform.Stranger().SignIn(person, _platform.Clock.Now, code: person.RecoveryCodes[0])) { }
        Assert.Null(await Open(person.Id, KeyWays.Recovery, person.RecoveryCodes[0]));
        Assert.NotNull(await Open(person.Id, KeyWays.Recovery, person.RecoveryCodes[1]));
        Assert.Equal(9, await _platform.Read(db => db.Set<KeyWrap>().CountAsync(w => w.AccountId == person.Id && w.Way == KeyWays.Recovery)));
    }

    [Fact]
    public async Task A_new_password_wraps_the_same_key_anew_and_the_old_one_opens_nothing()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        _platform.Clock.Now += TimeSpan.FromMinutes(1);
        const string fresh = "cuatro perros cruzan el puente";
        using (await desk.Post("/console/me/password", null, ("Old", person.Password), ("Code", person.CodeAt(_platform.Clock.Now)), ("Password", fresh), ("Again", fresh))) { }
        Assert.Equal(await PublicOf(person.Id), Public((await Open(person.Id, KeyWays.Password, fresh))!));
        Assert.Null(await Open(person.Id, KeyWays.Password, person.Password));
    }

    [Fact]
    public async Task New_recovery_codes_open_it_and_the_old_ones_do_not()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        using var answer = await desk.Post("/console/me/recovery");
        var codes = (await Desk.Read(answer)).QuerySelectorAll(".codes li").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(10, codes.Count);
        Assert.NotNull(await Open(person.Id, KeyWays.Recovery, codes[9]));
        Assert.Null(await Open(person.Id, KeyWays.Recovery, person.RecoveryCodes[9]));
    }

    [Fact]
    public async Task A_wrap_that_is_moved_to_another_account_or_version_or_way_does_not_open()
    {
        var (one, two) = (await _platform.Begun(), await _platform.Begun());
        await _platform.In(async (db, _) =>
        {
            var (a, b) = (await Wrap(db, one.Id), await Wrap(db, two.Id));
            db.RemoveRange(a, b);
            await db.SaveChangesAsync();
            db.Add(new KeyWrap { AccountId = two.Id, Version = 1, Way = KeyWays.Password, Salt = a.Salt, Box = a.Box });
            db.Add(new KeyWrap { AccountId = one.Id, Version = 2, Way = KeyWays.Password, Salt = a.Salt, Box = a.Box });
            return await db.SaveChangesAsync();
        });
        Assert.Null(await Open(two.Id, KeyWays.Password, one.Password));
        Assert.Null(await Open(one.Id, KeyWays.Password, one.Password));
        await _platform.In(async (db, _) =>
        {
            var moved = await Wrap(db, one.Id);
            db.Remove(moved);
            await db.SaveChangesAsync();
            db.Add(new KeyWrap { AccountId = one.Id, Version = 1, Way = KeyWays.Password, Salt = moved.Salt, Box = moved.Box });
            return await db.SaveChangesAsync();
        });
        // Put back where it was it opens: what was refused above was refused for its place.
        Assert.NotNull(await Open(one.Id, KeyWays.Password, one.Password));
    }

    [Fact]
    public async Task An_open_key_lies_in_its_session_only_and_opens_with_the_word_of_its_browser_alone()
    {
        var person = await _platform.Begun();
        using var desk = _platform.Stranger();
        using (await desk.SignIn(person, _platform.Clock.Now)) { }
        var session = await _platform.Read(db => db.Set<Session>().Where(s => s.AccountId == person.Id).OrderByDescending(s => s.StartedAt).FirstAsync());
        Assert.Equal(await PublicOf(person.Id), Public((await OfSession(session.Id, desk.Cookie!))!));
        Assert.Null(await OfSession(session.Id, Tokens.New()));
        Assert.Null(await OfSession(session.Id, Convert.ToHexString(session.TokenHash)));
    }

    [Fact]
    public async Task Nothing_in_the_database_holds_the_key_the_secret_of_the_codes_or_a_word_in_clear()
    {
        var person = await _platform.Begun();
        var key = (await Open(person.Id, KeyWays.Password, person.Password))!;
        using var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(key, out _);
        var secrets = new[] { pair.ExportParameters(true).D!, person.Secret };
        var rows = await _platform.Read(async db => (await db.Set<KeyWrap>().Select(w => w.Box).ToListAsync())
            .Concat(await db.Set<Session>().Where(s => s.SealedKey != null).Select(s => s.SealedKey!).ToListAsync())
            .Concat(await db.Set<Account>().Where(a => a.CodeSecret != null).Select(a => a.CodeSecret!).ToListAsync())
            .Concat(await db.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync()).ToList());
        Assert.True(rows.Count > 20);
        Assert.DoesNotContain(rows, row => secrets.Any(s => row.AsSpan().IndexOf(s) >= 0));
        Assert.DoesNotContain(rows, row => person.RecoveryCodes.Any(c => row.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(c)) >= 0));
    }

    private static Task<KeyWrap> Wrap(Database db, Guid account) => db.Set<KeyWrap>().SingleAsync(w => w.AccountId == account && w.Way == KeyWays.Password);
    private Task<byte[]?> Open(Guid account, string way, string secret) => _platform.In((_, services) => services.GetRequiredService<AccountKeys>().Open(account, way, null, secret, default));
    private Task<byte[]?> OfSession(Guid session, string token) => _platform.In((_, services) => services.GetRequiredService<AccountKeys>().OfSession(session, token, default));
    private async Task<string> PublicOf(Guid account) => Convert.ToHexString(await _platform.Read(db => db.Set<AccountKey>().Where(k => k.AccountId == account).Select(k => k.PublicKey).SingleAsync()));

    private static string Public(byte[] privateKey)
    {
        using var pair = ECDiffieHellman.Create();
        pair.ImportPkcs8PrivateKey(privateKey, out _);
        return Convert.ToHexString(pair.ExportSubjectPublicKeyInfo());
    }

    public void Dispose() => _platform.Dispose();
}
