using System.Security.Cryptography;
using Amparo.Contracts.Publication;
using Amparo.Publication;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class DamageTests : IAsyncLifetime
{
    private readonly House _house = new(with: s => s.AddSingleton<IEditionPart>(new PartOfTests { Gives = () => [PartOfTests.Record(9, "a", "b")] }));

    public async Task InitializeAsync()
    {
        await _house.Given([.. Enumerable.Range(0, 30).Select(i => Some.Place("Casa " + i))]);
        await _house.Publish();
        Assert.Empty(_house.Loader.Verify(1));
    }

    [Fact]
    public void A_flipped_bit_in_any_file_is_refused()
    {
        var random = new Random(7);
        foreach (var file in _house.Store.ReadEnvelope(1).Files)
        {
            var path = _house.Store.ObjectOf(file.Sha256);
            var whole = File.ReadAllBytes(path);
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, bytes);
            Assert.Contains(_house.Loader.Verify(1), w => w.Contains(file.Name, StringComparison.Ordinal));
            if (file.Part == EditionParts.Places) Assert.Throws<EditionDamaged>(() => _house.Open());
            File.WriteAllBytes(path, [.. whole, (byte)'\n']);
            Assert.NotEmpty(_house.Loader.Verify(1));
            File.Delete(path);
            Assert.NotEmpty(_house.Loader.Verify(1));
            File.WriteAllBytes(path, whole);
        }
        Assert.Empty(_house.Loader.Verify(1));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_the_envelope_is_refused()
    {
        var whole = File.ReadAllBytes(Envelope);
        for (var at = 0; at < whole.Length; at += 3)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(Envelope, bytes);
            Assert.NotEmpty(_house.Loader.Verify(1));
            Assert.Throws<EditionDamaged>(() => _house.Open());
        }
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"isDemonstration\":true", "\"isDemonstration\":false")]
    [InlineData("\"expiresAt\":\"2026-12", "\"expiresAt\":\"2027-01")]
    [InlineData("\"version\":1,", "\"version\":1,\"version\":1,")]
    [InlineData("\"version\":1,", "\"version\":1, ")]
    [InlineData("{\"format\"", "{\"note\":1,\"format\"")]
    [InlineData("\"part\":\"extra\"", "\"part\":\"../..\"")]
    [InlineData("\"demonstration\":true", "\"demonstration\":false")]
    public void A_changed_envelope_is_refused(string from, string to)
    {
        var text = File.ReadAllText(Envelope);
        Assert.Contains(from, text);
        File.WriteAllText(Envelope, text.Replace(from, to, StringComparison.Ordinal));
        Assert.Throws<EditionDamaged>(() => _house.Open());
    }

    [Fact]
    public void A_signature_of_another_installation_is_refused()
    {
        using var other = new House();
        using var theirs = other.Keys.OpenPublishing(other.Clock.Now);
        var ours = _house.Store.ReadEnvelope(1);

        Put(ours with { Certificate = theirs.Certificate }, theirs.Key);
        Assert.Contains("root key", Assert.Throws<EditionDamaged>(() => _house.Open()).Message);
        Put(ours, theirs.Key);
        Assert.Contains("signature", Assert.Throws<EditionDamaged>(() => _house.Open()).Message);
    }

    [Fact]
    public void An_edition_made_outside_of_its_certificates_time_is_refused()
    {
        using var key = _house.Keys.OpenPublishing(_house.Clock.Now);
        var envelope = _house.Store.ReadEnvelope(1);
        var end = key.Certificate.NotAfter;
        foreach (var wrong in new[] { envelope with { MadeAt = end.AddMinutes(5), ExpiresAt = end }, envelope with { MadeAt = key.Certificate.NotBefore.AddMinutes(-5) }, envelope with { ExpiresAt = end.AddDays(1) } })
        {
            Put(wrong, key.Key);
            Assert.Throws<EditionDamaged>(() => _house.Open());
        }
        Put(envelope, key.Key);
        Assert.Equal(30, _house.Open().Count);
    }

    [Fact]
    public void A_certificate_for_another_kind_of_data_is_refused_even_where_its_key_signed()
    {
        using var key = _house.Keys.OpenPublishing(_house.Clock.Now);
        Put(_house.Store.ReadEnvelope(1) with { IsDemonstration = false }, key.Key);
        Assert.Contains("demonstration key", Assert.Throws<EditionDamaged>(() => _house.Open()).Message);
    }

    [Fact]
    public async Task A_full_build_mends_a_damaged_file()
    {
        var path = _house.Store.ObjectOf(_house.Store.ReadEnvelope(1).Files[0].Sha256);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[0] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.False((await _house.Publish(full: true)).IsNew);
        Assert.Empty(_house.Loader.Verify(1));
    }

    [Fact]
    public async Task A_damaged_envelope_is_followed_by_a_new_edition()
    {
        await File.WriteAllTextAsync(Envelope, "{}");
        var built = await _house.Publish();
        Assert.Equal((true, true, 2L), (built.IsNew, built.WasFull, built.Envelope.Version));
        Assert.Empty(_house.Loader.Verify(2));
    }

    public Task DisposeAsync()
    {
        _house.Dispose();
        return Task.CompletedTask;
    }

    private string Envelope => Path.Combine(_house.Store.FolderOf(1), "envelope.json");

    private void Put(Envelope envelope, ECDsa key) => File.WriteAllBytes(Envelope, envelope.SignedBy(key).ToBytes());
}
