using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Public.Packs;

public sealed class RevokingTests : IDisposable
{
    private readonly PackHouse _house = new();

    [Fact]
    public async Task An_entry_that_was_in_a_pack_and_went_is_named_by_its_hash_at_once()
    {
        await _house.Build();
        Assert.Empty(_house.Revoked().Entries);
        _house.Show(ReaderPlaces.All().Where(p => p.Slug != "albergue-puente-seguro"), 2);
        Assert.True(_house.Of<Revoking>().Revoke(_house.Edition));
        Assert.Equal([RevokedList.NameOf("albergue-puente-seguro")], _house.Revoked().Entries);
        Assert.Equal(2, _house.Revoked().Edition);
    }

    [Fact]
    public async Task An_entry_that_was_never_in_a_pack_is_never_named()
    {
        _house.Show(ReaderPlaces.All().Where(p => p.Slug != "casa-de-las-mujeres-ceiba"), 1);
        await _house.Build();
        _house.Show(ReaderPlaces.All().Where(p => p.Slug is not ("casa-de-las-mujeres-ceiba" or "comedor-la-esperanza")), 3);
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Equal([RevokedList.NameOf("comedor-la-esperanza")], _house.Revoked().Entries);
    }

    [Fact]
    public async Task A_place_whose_address_was_public_and_is_no_more_has_its_address_called_back()
    {
        await _house.Build();
        _house.Show(ReaderPlaces.All().Select(p => p.Slug == "comedor-la-esperanza" ? p with { Disclosure = Disclosures.Area, Address = null, AreaName = "centro" } : p));
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Empty(_house.Revoked().Entries);
        Assert.Equal([RevokedList.NameOf("comedor-la-esperanza")], _house.Revoked().Addresses);
    }

    [Fact]
    public async Task What_comes_back_is_not_named_any_more_and_after_the_last_pack_is_over_nothing_is_remembered()
    {
        await _house.Build();
        _house.Show(ReaderPlaces.All().Where(p => p.Kind != PlaceKinds.Food));
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Single(_house.Revoked().Entries);
        _house.Show(ReaderPlaces.All(), 3);
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Empty(_house.Revoked().Entries);

        _house.Show(ReaderPlaces.All().Where(p => p.Kind != PlaceKinds.Food), 4);
        _house.Of<Revoking>().Revoke(_house.Edition);
        _house.Readers.Clock.Now += TimeSpan.FromDays(31);
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Single(_house.Revoked().Entries);
        _house.Readers.Clock.Now += TimeSpan.FromDays(2);
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Empty(_house.Revoked().Entries);
        Assert.DoesNotContain(RevokedList.NameOf("comedor-la-esperanza"), await File.ReadAllTextAsync(Path.Combine(_house.Store.Folder, "given.tsv")));
    }

    [Fact]
    public async Task A_list_of_another_key_or_with_a_flipped_bit_is_not_taken()
    {
        await _house.Build();
        using var other = new PackHouse();
        await other.Build();
        var keys = _house.Of<KeyFolder>();
        Assert.Null(RevokedList.Checked(other.Store.Revoked!.Value, keys));
        var bytes = _house.Store.Revoked!.Value.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            Assert.Null(RevokedList.Checked(bytes, keys));
            bytes[at] ^= (byte)(1 << (at % 8));
        }
        Assert.NotNull(RevokedList.Checked(bytes, keys));
    }

    [Fact]
    public async Task A_list_that_says_the_same_stays_for_an_hour_and_is_then_signed_anew()
    {
        await _house.Build();
        Assert.False(_house.Of<Revoking>().Revoke(_house.Edition));
        _house.Readers.Clock.Now += TimeSpan.FromHours(2);
        Assert.True(_house.Of<Revoking>().Revoke(_house.Edition));
    }

    [Fact]
    public async Task What_an_operator_calls_back_by_hand_is_in_the_next_list()
    {
        await _house.Build();
        var id = _house.Store.Catalogue["mx-es"]!.Id;
        _house.Store.Withdraw([id], []);
        _house.Of<Revoking>().Revoke(_house.Edition);
        Assert.Equal([id], _house.Revoked().Packs);
        Assert.Equal(PackState.Withdrawn, _house.Of<PackCheck>().File(_house.File("mx-es"), new(_house.Now, Revoked: _house.Revoked())).State);
        Assert.Equal(PackState.Good, _house.Of<PackCheck>().File(_house.File("gt-es"), new(_house.Now, Revoked: _house.Revoked())).State);
    }

    [Fact]
    public async Task Instead_of_a_pack_that_was_called_back_the_next_run_gives_another_that_phones_take()
    {
        await _house.Build();
        var (id, other) = (_house.Store.Catalogue["mx-es"]!.Id, _house.Store.Catalogue["gt-es"]!.Id);
        _house.Store.Withdraw([id], []);
        _house.Of<Revoking>().Revoke(_house.Edition);
        await _house.Build();
        Assert.NotEqual(id, _house.Store.Catalogue["mx-es"]!.Id);
        Assert.Equal(other, _house.Store.Catalogue["gt-es"]!.Id);
        Assert.Equal(PackState.Good, _house.Of<PackCheck>().File(_house.File("mx-es"), new(_house.Now, Revoked: _house.Revoked())).State);
    }

    public void Dispose() => _house.Dispose();
}
