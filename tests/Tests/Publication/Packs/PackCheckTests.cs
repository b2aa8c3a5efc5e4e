using System.Text;
using Amparo.Publication;

namespace Amparo.Tests.Publication.Packs;

public sealed class PackCheckTests : IDisposable
{
    private static readonly int Flips = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 100_000 : 3_000;
    private readonly PackOfTests _packs = new();

    [Fact]
    public void A_whole_pack_is_good_and_gives_its_lines()
    {
        var verdict = _packs.Check.File(_packs.File(), PackOfTests.Expected);
        Assert.Equal(PackState.Good, verdict.State);
        Assert.Equal("Casa 0", verdict.Pack!.Lines(PackParts.Centres)[0][0]);
        Assert.Equal(60, verdict.Pack.Lines(PackParts.Where).Count);
        Assert.Empty(verdict.Pack.Lines("guides"));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_the_file_is_refused()
    {
        var whole = _packs.File();
        var random = new Random(11);
        for (var i = 0; i < Flips; i++)
        {
            var (at, bit) = (random.Next(whole.Length), (byte)(1 << random.Next(8)));
            whole[at] ^= bit;
            var verdict = _packs.Check.File(whole, PackOfTests.Expected);
            Assert.False(verdict.IsUsable, $"byte {at}");
            Assert.Equal(PackState.Unreadable, verdict.State);
            whole[at] ^= bit;
        }
        Assert.True(_packs.Check.File(whole, PackOfTests.Expected).IsUsable);
    }

    /// <summary>Whoever flips a bit and writes the line of the file anew meets the signature.</summary>
    [Fact]
    public void A_flipped_bit_below_a_mended_head_is_refused_or_changes_nothing_that_was_signed()
    {
        var body = _packs.Body();
        var signed = _packs.Check.Body(body, PackOfTests.Expected).Pack!;
        var random = new Random(12);
        var manifest = body.AsSpan().IndexOf((byte)'\n');
        for (var i = 0; i < Flips; i++)
        {
            var (at, bit) = (i % 2 == 0 ? random.Next(manifest) : random.Next(body.Length), (byte)(1 << random.Next(8)));
            body[at] ^= bit;
            var verdict = _packs.Check.Body(body, PackOfTests.Expected);
            if (at < manifest) Assert.False(verdict.IsUsable, $"byte {at}");
            else if (verdict.Pack is { } pack) Assert.All(pack.Manifest.Parts, p => Assert.Equal(signed.Bytes(p.Name), pack.Bytes(p.Name)));
            body[at] ^= bit;
        }
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_refused()
    {
        var whole = _packs.File();
        for (var length = 0; length < whole.Length; length += 7) Assert.Equal(PackState.Unreadable, _packs.Check.File(whole.AsMemory(0, length), PackOfTests.Expected).State);
        Assert.Equal(PackState.Unreadable, _packs.Check.File((byte[])[.. whole, 0], PackOfTests.Expected).State);
        var body = _packs.Body();
        for (var length = 0; length < body.Length; length += 13) Assert.False(_packs.Check.Body(body.AsMemory(0, length), PackOfTests.Expected).IsUsable);
        Assert.False(_packs.Check.Body((byte[])[.. body, (byte)'x'], PackOfTests.Expected).IsUsable);
    }

    [Fact]
    public void A_pack_of_another_key_is_refused()
    {
        using var other = new PackOfTests();
        Assert.Equal(PackState.OtherKey, _packs.Check.File(other.File(), PackOfTests.Expected).State);
        Assert.Null(_packs.Check.File(other.File(), PackOfTests.Expected).Pack);
    }

    [Fact]
    public void What_a_thief_of_the_certificate_signs_with_a_key_of_his_own_is_refused()
    {
        using var other = new PackOfTests();
        using var ours = _packs.Keys.OpenPublishing(PackOfTests.Now);
        Assert.Equal(PackState.Altered, _packs.Check.File(other.File(with: m => m with { Certificate = ours.Certificate }), PackOfTests.Expected).State);
    }

    [Fact]
    public void An_old_pack_that_is_brought_back_is_refused()
    {
        Assert.Equal(PackState.Replayed, _packs.Check.File(_packs.File(edition: 6), PackOfTests.Expected with { SeenEdition = 7 }).State);
        Assert.Equal(PackState.Good, _packs.Check.File(_packs.File(edition: 7), PackOfTests.Expected with { SeenEdition = 7 }).State);
    }

    [Fact]
    public void After_seven_days_the_addresses_are_over_and_after_thirty_the_pack_is()
    {
        var file = _packs.File();
        Assert.Equal(PackState.Good, At(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1)));
        Assert.Equal(PackState.AddressesOver, At(TimeSpan.FromDays(7)));
        Assert.Equal(PackState.AddressesOver, At(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1)));
        Assert.Equal(PackState.Expired, At(TimeSpan.FromDays(30)));
        Assert.Equal(PackState.Early, At(-TimeSpan.FromDays(366)));

        PackState At(TimeSpan later) => _packs.Check.File(file, new(PackOfTests.Now + later)).State;
    }

    [Fact]
    public void A_pack_of_another_country_another_kind_or_another_form_says_so()
    {
        Assert.Equal(PackState.OtherPack, _packs.Check.File(_packs.File(), PackOfTests.Expected with { Name = "gt-es" }).State);
        Assert.Equal(PackState.OtherKind, _packs.Check.File(_packs.File(), PackOfTests.Expected with { Demonstration = false }).State);
        Assert.Equal(PackState.OtherKind, _packs.Check.File(_packs.File(with: m => m with { IsDemonstration = false }), PackOfTests.Expected).State);
        var newer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_packs.Body()).Replace("amparo-pack-1", "amparo-pack-2", StringComparison.Ordinal));
        Assert.Equal(PackState.TooNew, _packs.Check.Body(newer, PackOfTests.Expected).State);
    }

    [Fact]
    public void A_pack_that_lasts_longer_than_its_certificate_is_refused() =>
        Assert.Equal(PackState.Altered, _packs.Check.File(_packs.File(with: m => m with { ExpiresAt = m.Certificate.NotAfter.AddDays(1) }), PackOfTests.Expected).State);

    [Fact]
    public void A_pack_or_a_key_that_was_called_back_is_refused()
    {
        var file = _packs.File();
        var manifest = _packs.Check.File(file, PackOfTests.Expected).Manifest!;
        RevokedList List(IReadOnlyList<string> packs, IReadOnlyList<string> keys) => new(PackOfTests.Now, 8, true, [], [], packs, keys, manifest.Certificate, "");
        Assert.Equal(PackState.Withdrawn, _packs.Check.File(file, PackOfTests.Expected with { Revoked = List([manifest.Id], []) }).State);
        Assert.Equal(PackState.Withdrawn, _packs.Check.File(file, PackOfTests.Expected with { Revoked = List([], [_packs.Keys.Show().Publishing]) }).State);
        Assert.Equal(PackState.Good, _packs.Check.File(file, PackOfTests.Expected with { Revoked = List(["other"], ["other"]) }).State);
    }

    [Fact]
    public void A_small_file_that_would_unpack_to_gigabytes_is_refused()
    {
        var bomb = PackFile.Shared(new byte[4 * 1024 * 1024]);
        Assert.Throws<PackBroken>(() => PackFile.Open(bomb, 1024 * 1024));
        Assert.Equal(PackState.Unreadable, _packs.Check.File(bomb, PackOfTests.Expected).State);
    }

    [Fact]
    public void Every_state_has_its_words_in_every_language()
    {
        var texts = Texts.From([typeof(Amparo.Public.PublicSite).Assembly]);
        foreach (var state in Enum.GetValues<PackState>())
            Assert.All(Languages.All, l => Assert.Contains($"public.pack.check.{new PackVerdict(state, null, null).Code}", texts.Keys(l)));
    }

    public void Dispose() => _packs.Dispose();
}
