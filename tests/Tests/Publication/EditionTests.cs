using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class EditionTests : IDisposable
{
    private readonly PartOfTests _extra = new();
    private readonly House _house;

    public EditionTests() => _house = new(with: s => s.AddSingleton<IEditionPart>(_extra));

    [Fact]
    public async Task An_approved_public_entry_is_in_the_edition_and_nothing_else_is()
    {
        var hidden = Some.Place("Casa Escondida", disclosure: Disclosures.Officers);
        var queued = Some.Place("Casa en cola", approved: false);
        var (expired, withdrawn) = (Some.Place("Casa vencida"), Some.Place("Casa retirada"));
        expired.ExpiresAt = _house.Clock.Now;
        withdrawn.Withdraw();
        var aged = Some.Place("Casa olvidada", assuredAt: _house.Clock.Now - TimeSpan.FromDays(90));
        var shown = Some.Place();
        await _house.Given(hidden, queued, expired, withdrawn, aged, shown);

        var built = await _house.Publish();

        var edition = _house.Open();
        Assert.Equal([shown.Id], edition.Places().Select(p => p.Id));
        Assert.Equal((1, 1L, true), (built.Envelope.Counts[EditionParts.Places], edition.Info.Version, edition.Info.IsDemonstration));
        Assert.Equal(shown.Name, edition.BySlug(shown.Slug)!.Name);
        Assert.Equal("4a Avenida Norte 12", edition.ById(shown.Id)!.Address);
        Assert.Null(edition.BySlug(hidden.Slug));
        Assert.Null(edition.ById(queued.Id));
    }

    [Fact]
    public async Task An_entry_of_area_only_gives_the_point_of_its_area_and_no_address()
    {
        var place = Some.Place(disclosure: Disclosures.Area);
        await _house.Given(place);
        await _house.Publish();
        var read = _house.Open().ById(place.Id)!;
        Assert.Equal((14.9, -92.25, null), (read.Latitude!.Value, read.Longitude!.Value, read.Address));
    }

    [Fact]
    public async Task Stored_entries_answer_like_entries_in_memory()
    {
        var places = Enumerable.Range(0, 300).Select(i => Some.Place("Casa " + i, disclosure: i % 3 == 0 ? Disclosures.Area : Disclosures.Exact)).ToArray();
        await _house.Given([.. places]);
        await _house.Publish();
        var stored = _house.Open();
        var memory = Edition.Of(stored.Info, stored.Places(), stored.Numbers, []);

        Assert.Equal(300, stored.Count);
        Assert.Equal(memory.Places().Select(p => p.Id), stored.Places().Select(p => p.Id));
        Assert.Equal(places.Select(p => p.Id).Order(), stored.Places().Select(p => p.Id));
        for (var i = 0; i < stored.Count; i++)
        {
            Assert.Equal(i, stored.OrdinalOf(stored.IdAt(i)));
            Assert.Equal(Json(memory.At(i)), Json(stored.At(i)));
            Assert.Equal(stored.IdAt(i), stored.BySlug(memory.At(i).Slug)!.Id);
        }
        Assert.Null(stored.BySlug("casa-0"));
        Assert.Null(stored.BySlug(new string('x', 5000)));
        Assert.Null(stored.ById(Guid.Empty));
    }

    [Fact]
    public async Task The_same_content_makes_no_new_edition()
    {
        var place = Some.Place();
        await _house.Given(place);
        var first = await _house.Publish();
        _house.Clock.Now += TimeSpan.FromHours(3);
        await _house.Change(place.Id, p => p.Whereabouts.StaffContact = "Otra persona");
        var second = await _house.Publish();
        var third = await _house.Publish(full: true);
        Assert.Equal((true, false, false), (first.IsNew, second.IsNew, third.IsNew));
        Assert.Equal(1, _house.Store.CurrentVersion());
    }

    [Fact]
    public async Task An_edition_is_signed_again_before_it_is_called_old()
    {
        await _house.Given(Some.Place(kind: PlaceKinds.Consular));
        var first = await _house.Publish();
        _house.Clock.Now = first.Envelope.ExpiresAt - TimeSpan.FromDays(8);
        Assert.False((await _house.Publish()).IsNew);
        _house.Clock.Now = first.Envelope.ExpiresAt - TimeSpan.FromDays(7);
        var renewed = await _house.Publish();
        Assert.True(renewed.IsNew);
        Assert.Equal(first.Envelope.ContentRoot, renewed.Envelope.ContentRoot);
        Assert.True(renewed.Envelope.ExpiresAt > first.Envelope.ExpiresAt);
    }

    [Fact]
    public async Task An_edition_carries_its_time_on_a_fixed_timer_only()
    {
        _house.Clock.Now = House.Start + TimeSpan.FromSeconds(299.5);
        var built = await _house.Publish();
        Assert.Equal(House.Start, built.Envelope.MadeAt);
        Assert.Equal(House.Start + TimeSpan.FromDays(30), built.Envelope.ExpiresAt);
    }

    [Fact]
    public async Task Any_reader_can_check_the_signature_by_cutting_the_text_at_its_last_member()
    {
        await _house.Given(Some.Place());
        await _house.Publish();
        var text = await File.ReadAllTextAsync(Path.Combine(_house.Store.FolderOf(1), "envelope.json"));
        var signed = Encoding.UTF8.GetBytes(text[..text.LastIndexOf(",\"signature\":", StringComparison.Ordinal)] + "}");
        using var json = JsonDocument.Parse(text);
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(json.RootElement.GetProperty("certificate").GetProperty("publicKey").GetString()!), out _);
        Assert.True(key.VerifyData(signed, Convert.FromBase64String(json.RootElement.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [Fact]
    public async Task Each_file_holds_one_record_per_line_sorted_by_key()
    {
        _extra.Gives = () => [PartOfTests.Record(7, "b", "2"), PartOfTests.Record(7, "B", "1"), PartOfTests.Record(7, "a", "3"), PartOfTests.Record(255, "z", "4")];
        await _house.Publish();
        var file = _house.Store.ReadEnvelope(1).Files[0];
        Assert.Equal("""
            {"key":"B","value":"1"}
            {"key":"a","value":"3"}
            {"key":"b","value":"2"}

            """, await File.ReadAllTextAsync(_house.Store.ObjectOf(file.Sha256)));
        Assert.Equal(["extra/07", "extra/ff"], _house.Store.ReadEnvelope(1).Files.Where(f => f.Part == "extra").Select(f => f.Name));
    }

    [Fact]
    public async Task Demonstration_and_real_entries_are_refused_together_and_the_last_edition_stays()
    {
        await _house.Given(Some.Place());
        await _house.Publish();
        await _house.Given(Real());
        var refused = await Assert.ThrowsAsync<MixedEdition>(() => _house.Publish());
        await Assert.ThrowsAsync<MixedEdition>(() => _house.Publish(full: true));
        Assert.Contains("--data", refused.Message);
        Assert.Equal(1, _house.Store.CurrentVersion());
        Assert.Equal(1, _house.Open().Count);
    }

    [Fact]
    public async Task A_real_entry_that_is_not_public_does_not_show_itself_by_a_refusal()
    {
        var hidden = Real(Disclosures.Officers);
        await _house.Given(Some.Place(), hidden);
        Assert.Equal(1, (await _house.Publish()).Envelope.Counts[EditionParts.Places]);
    }

    [Fact]
    public async Task A_build_that_fails_half_way_leaves_nothing_that_a_reader_can_see()
    {
        await _house.Given(Some.Place());
        await _house.Publish();
        var before = _house.Everything();
        await _house.Given([.. Enumerable.Range(0, 40).Select(i => Some.Place("Casa " + i))]);
        // Parts are read in the order of their names: places would come after this one, so it fails late.
        var late = 0;
        _extra.Gives = () => ++late > 12 ? throw new IOException("The disk is gone.") : [];
        await Assert.ThrowsAsync<IOException>(() => _house.Publish(full: true));

        var visible = _house.Everything().Where(f => !f.Key.StartsWith("objects", StringComparison.Ordinal)).ToList();
        Assert.Equal(before.Where(f => !f.Key.StartsWith("objects", StringComparison.Ordinal)), visible);
        Assert.Equal(1, _house.Open().Count);

        _extra.Gives = () => [];
        Assert.Equal(41, (await _house.Publish()).Envelope.Counts[EditionParts.Places]);
        Assert.Equal(2, _house.Store.CurrentVersion());
    }

    [Fact]
    public async Task A_version_that_a_crash_left_without_making_it_current_is_not_seen_and_is_taken_again()
    {
        await _house.Given(Some.Place());
        await _house.Publish();
        Directory.CreateDirectory(_house.Store.FolderOf(2));
        await File.WriteAllTextAsync(Path.Combine(_house.Store.FolderOf(2), "envelope.json.new"), "{\"half\":");
        await _house.Given(Some.Place("Otra casa"));
        Assert.Equal(2, (await _house.Publish()).Envelope.Version);
        Assert.Empty(_house.Loader.Verify(2));
    }

    [Theory]
    [InlineData("another shard"), InlineData("two lines"), InlineData("twice the same key")]
    public async Task A_part_that_breaks_its_contract_publishes_nothing(string how)
    {
        _extra.MindsShards = how != "another shard";
        _extra.Gives = () => how switch
        {
            "two lines" => [PartOfTests.Record(1, "a", "x\ny")],
            "twice the same key" => [PartOfTests.Record(1, "a", "x"), PartOfTests.Record(1, "a", "y")],
            _ => [PartOfTests.Record(200, "a", "x")],
        };
        await Assert.ThrowsAsync<PartBroken>(() => _house.Publish());
        Assert.Null(_house.Store.CurrentVersion());
    }

    [Fact]
    public async Task Another_recipe_builds_every_shard_anew()
    {
        _extra.Gives = () => [PartOfTests.Record(1, "a", "old")];
        Assert.True((await _house.Publish()).WasFull);
        Assert.False((await _house.Publish()).WasFull);
        _extra.Gives = () => [PartOfTests.Record(1, "a", "new")];
        Assert.False((await _house.Publish()).IsNew);
        _extra.Recipe = "2";
        var built = await _house.Publish();
        Assert.True(built is { WasFull: true, IsNew: true });
    }

    [Fact]
    public async Task Old_editions_go_after_thirty_days_with_the_files_that_only_they_held()
    {
        _extra.Gives = () => [PartOfTests.Record(1, "kept", "in all"), PartOfTests.Record(2, "a", _house.Clock.Now.ToString("O"))];
        _extra.Dirty.Add(2);
        var hashes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            hashes.Add((await _house.Publish()).Envelope.Files.Single(f => f.Shard == 2).Sha256);
            _house.Clock.Now += TimeSpan.FromDays(12);
        }
        _house.Store.Sweep(_house.Clock.Now - TimeSpan.FromDays(12));
        Assert.Equal([5, 4, 3], _house.Store.Versions());
        Assert.Equal([false, false, true, true, true], hashes.Select(h => File.Exists(_house.Store.ObjectOf(h))));
        Assert.All(_house.Store.Versions(), v => Assert.Empty(_house.Loader.Verify(v)));

        _house.Store.Sweep(_house.Clock.Now + TimeSpan.FromDays(300));
        Assert.Equal([5, 4], _house.Store.Versions());
    }

    [Fact]
    public void One_publisher_at_a_time()
    {
        using (var first = _house.Store.TryLock())
        {
            Assert.NotNull(first);
            Assert.Null(_house.Store.TryLock());
        }
        using var next = _house.Store.TryLock();
        Assert.NotNull(next);
    }

    public void Dispose() => _house.Dispose();

    private static Place Real(string disclosure = Disclosures.Exact)
    {
        var id = Guid.CreateVersion7();
        var place = new Place { Id = id, Slug = Slug.Of("Verdadera", id), Name = "Verdadera", Kind = PlaceKinds.Food, Country = "MX", TimeZone = "America/Mexico_City", Profile = new() };
        place.HideTo(disclosure);
        place.Approve("test", House.Start);
        return place;
    }

    private static string Json(PublicPlace place) => JsonSerializer.Serialize(place, CompactJson.Options);
}
