using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Contracts.Recordings;
using Amparo.Publication;
using Amparo.Tests.Places.Recordings;

namespace Amparo.Tests.Public.Recordings;

public sealed class AudioPackTests : IDisposable
{
    private static readonly byte[] First = SomeSound.Mp3(2, tagged: false), Second = SomeSound.Mp3(3, tagged: false);

    private readonly Readers _readers = new();

    public AudioPackTests() => _readers.Services.GetRequiredService<KeyFolder>().Init(true, null, _readers.Clock.Now.AddDays(-1));

    private AudioPacks Packs => _readers.Services.GetRequiredService<AudioPacks>();
    private RecordingStore Store => _readers.Services.GetRequiredService<RecordingStore>();

    [Fact]
    public async Task One_signed_file_for_each_language_holds_every_sound_of_it_and_says_of_which_words()
    {
        await Build([Of("page/danger", "mam", First), Of("page/child", "mam", Second), Of("page/danger", "quc", Second)]);
        Assert.Equal([("mam", 2), ("quc", 1)], Store.Catalogue.Select(r => (r.Language, r.Count)));
        using var answer = await _readers.Get("/packs/audio-mam.pack");
        var (manifest, line, sounds) = Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["amparo-audio-1", "mam"], new[] { "format", "language" }.Select(n => manifest.GetProperty(n).GetString()));
        Assert.True(manifest.GetProperty("demonstration").GetBoolean());
        Assert.Equal(["page/child", "page/danger"], manifest.GetProperty("recordings").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Equal([.. Second, .. First], sounds);
        Assert.True(IsSigned(line, manifest), "Nobody signed it.");
        Assert.False(IsSigned(line.Replace("page/child", "page/chilx", StringComparison.Ordinal), manifest), "The signature holds for other words.");
    }

    [Fact]
    public async Task The_doors_send_it_from_where_it_was_cut_and_its_line_alone_to_whoever_only_asks_what_went()
    {
        await Build([Of("page/danger", "mam", First)]);
        var whole = await File.ReadAllBytesAsync(Store.PathOf(Store["mam"]!));
        using var rest = await _readers.Get("/packs/audio-mam.pack", ("Range", "bytes=100-"));
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[100..], await rest.Content.ReadAsByteArrayAsync());
        using var manifest = await _readers.Get("/packs/audio-mam.json");
        Assert.Equal(Read(whole).Line, await manifest.Content.ReadAsStringAsync());
        using var same = await _readers.Get("/packs/audio-mam.json", ("If-None-Match", manifest.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        foreach (var path in new[] { "/packs/audio-quc.pack", "/packs/audio-quc.json", "/packs/audio-..%2F.pack", $"/recordings/{new string('0', 64)}.mp3", $"/recordings/{Hash(First)}.ogg" })
        {
            using var none = await _readers.Get(path);
            Assert.True(none.StatusCode == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task What_is_not_named_any_more_goes_from_the_disk_and_a_wrong_sound_never_comes_there()
    {
        await Build([Of("page/danger", "mam", First), Of("page/child", "mam", Second)]);
        var before = Store["mam"]!;
        await Build([Of("page/danger", "mam", First)], 2);
        Assert.True(Store.Has(Hash(First)) && !Store.Has(Hash(Second)) && !File.Exists(Store.PathOf(before)));
        using var gone = await _readers.Get($"/recordings/{Hash(Second)}.mp3");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var run = await Packs.Build(Show([Of("page/exit", "mam", Second)], 3), new Sounds(_ => First), default);
        Assert.Equal(1, run.Missing);
        Assert.False(Store.Has(Hash(Second)));
        Assert.Empty(Store.Catalogue);
    }

    [Fact]
    public async Task The_same_sounds_keep_their_file_for_a_day_and_are_then_signed_anew()
    {
        await Build([Of("page/danger", "mam", First)]);
        var first = Store["mam"]!;
        await Build([Of("page/danger", "mam", First)], 2);
        Assert.Equal(first, Store["mam"]);
        _readers.Clock.Now += TimeSpan.FromHours(25);
        await Build([Of("page/danger", "mam", First)], 2);
        Assert.True(Store["mam"]!.ExpiresAt > first.ExpiresAt);
    }

    [Fact]
    public async Task The_words_that_are_shown_beside_a_voice_are_those_of_the_page()
    {
        foreach (var (page, keys) in RecordedPages.All)
        {
            var said = Readers.Said(await _readers.Page($"/es/{page}"));
            Assert.All(keys, k => Assert.Contains(Readers.Text("es", k), said, StringComparison.Ordinal));
        }
    }

    [Theory, InlineData("es"), InlineData("ht")]
    public async Task The_page_of_packs_says_how_much_there_is_to_hear_in_each_language(string language)
    {
        Assert.Null((await _readers.Page($"/{language}/packs")).GetElementById("recordings"));
        await Build([Of("page/danger", "mam", First), Of("page/danger", Amparo.Public.Recordings.Heard.SpokenAs(language), Second)], 2);
        _readers.Clock.Now += TimeSpan.FromMinutes(2);
        var page = await _readers.Page($"/{language}/packs");
        Assert.Equal([Amparo.Public.Recordings.Heard.SpokenAs(language), "mam"], page.QuerySelectorAll("[data-audio]").Select(c => c.GetAttribute("data-audio")));
        Assert.Contains(page.QuerySelectorAll("script[src]"), s => s.GetAttribute("src")!.StartsWith("/assets/audio.", StringComparison.Ordinal));
    }

    private Task<AudioRun> Build(IReadOnlyList<(PublicRecording Said, byte[] Bytes)> recordings, long version = 1)
    {
        using var alone = Store.TryLock();
        return Packs.Build(Show(recordings, version), new Sounds(hash => recordings.First(r => r.Said.Sha256 == hash).Bytes), default);
    }

    private Edition Show(IEnumerable<(PublicRecording Said, byte[] Bytes)> recordings, long version)
    {
        var edition = new Edition(new(version, ReaderPlaces.Now.AddHours(-1), ReaderPlaces.Now.AddDays(30), $"{version:x64}", 0, true), ReaderPlaces.All(), ReaderPlaces.Numbers, [], recordings: recordings.Select(r => r.Said));
        _readers.Show(edition);
        return edition;
    }

    private static (PublicRecording Said, byte[] Bytes) Of(string text, string language, byte[] sound) => (new(text, language, Hash(sound), SoundTypes.Mp3, sound.Length, 3, new string('a', 64)), sound);

    private static string Hash(byte[] sound) => Convert.ToHexStringLower(SHA256.HashData(sound));

    private static (JsonElement Manifest, string Line, byte[] Sounds) Read(byte[] file)
    {
        var head = file.AsSpan(0, 73);
        Assert.Equal($"audio 1 {Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(73)))}\n", Encoding.ASCII.GetString(head));
        var end = file.AsSpan(73).IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(file.AsSpan(73, end));
        return (JsonDocument.Parse(line).RootElement, line, file[(74 + end)..]);
    }

    private static bool IsSigned(string line, JsonElement manifest)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(manifest.GetProperty("certificate").GetProperty("publicKey").GetString()!), out _);
        var unsigned = line[..line.LastIndexOf(",\"signature\":\"", StringComparison.Ordinal)] + "}";
        return key.VerifyData(Encoding.UTF8.GetBytes(unsigned), Convert.FromBase64String(manifest.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256);
    }

    private sealed class Sounds(Func<string, byte[]> of) : IRecordedSounds
    {
        public Task<byte[]?> Sound(string sha256, CancellationToken stop) => Task.FromResult<byte[]?>(of(sha256));
    }

    public void Dispose() => _readers.Dispose();
}
