using System.Security.Cryptography;
using Amparo.Contracts.Recordings;
using Amparo.Publication;
using Amparo.Tests.Publication.Packs;

namespace Amparo.Tests.HubBox;

/// <summary>A server that gives out what can be heard of an edition over a line that can be cut, and a hub's folder that fetches it.</summary>
internal sealed class RecordingServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-hub-").FullName;
    private readonly Dictionary<string, byte[]> _sounds = [];
    private long _version = 6;

    public RecordingServer()
    {
        Keys = new(Path.Combine(_folder, "server", "keys"));
        Keys.Init(true, null, PackOfTests.Now.AddDays(-1));
        Out = new(new(Path.Combine(_folder, "server")));
        Line = new(Find);
        new KeyFolder(HubKeys).Pin(File.ReadAllText(Path.Combine(_folder, "server", "keys", "root.public")));
        Begin();
    }

    public FixedClock Clock { get; } = new(PackOfTests.Now.AddHours(1));
    public KeyFolder Keys { get; private set; }
    public Line Line { get; }

    /// <summary>What the server sends from.</summary>
    public RecordingStore Out { get; }

    /// <summary>What the hub keeps.</summary>
    public RecordingStore Kept { get; private set; } = null!;

    public PackStore Packs { get; private set; } = null!;
    public RecordingFetcher Fetcher { get; private set; } = null!;
    public Edition Edition { get; private set; } = null!;
    public string Begun => Path.Combine(_folder, "hub", "recordings", "incoming");

    private string HubKeys => Path.Combine(_folder, "hub", "keys");

    /// <summary>As after the hub's program was started anew.</summary>
    public void Begin()
    {
        var data = new DataFolder(Path.Combine(_folder, "hub"));
        (Kept, Packs) = (new(data), new(data));
        Fetcher = new(Kept, Packs, new(HubKeys), Line.Client(), new(Path.Combine(_folder, "own"), "recordings"), Clock);
    }

    public Task<RecordingsBrought> Fetch() => Fetcher.Fetch(Edition, default);

    public PublicRecording Say(string text, string language, int size)
    {
        var sound = new byte[size];
        new Random(_sounds.Count).NextBytes(sound);
        var hash = Convert.ToHexStringLower(SHA256.HashData(sound));
        _sounds[hash] = sound;
        return new(text, language, hash, SoundTypes.Mp3, size, 3, new string('a', 64));
    }

    /// <summary>A new edition of which this can be heard; its sounds and files lie ready.</summary>
    public async Task Publish(params PublicRecording[] recordings)
    {
        Name(recordings);
        using var making = Out.TryLock();
        await new AudioPacks(Out, Keys, Clock).Build(Edition, new Sounds(_sounds), default);
    }

    /// <summary>A new edition, of which nothing was laid out yet.</summary>
    public void Name(params PublicRecording[] recordings) =>
        Edition = new(new(++_version, Clock.Now, Clock.Now.AddDays(30), $"{_version:x64}", 0, true), [], [], [], recordings: recordings);

    /// <summary>From here on the server signs with keys of its own, which the hub was never told to believe.</summary>
    public void ByAnotherRoot()
    {
        Keys = new(Path.Combine(_folder, "stranger"));
        Keys.Init(true, null, PackOfTests.Now.AddDays(-1));
    }

    public void Revoke(params string[] keys)
    {
        using var key = Keys.OpenPublishing(Clock.Now);
        Packs.Replace(new RevokedList(Clock.Now, 1, true, [], [], [], keys, key.Certificate, "").SignedBy(key.Key));
    }

    public byte[] Sent(string language) => File.ReadAllBytes(Out.PathOf(Out[language]!));

    public byte[]? KeptFile(string language) => Kept[language] is { } row ? File.ReadAllBytes(Kept.PathOf(row)) : null;

    public byte[] Sound(PublicRecording recording) => _sounds[recording.Sha256];

    /// <summary>What was asked for since it was last looked.</summary>
    public List<string> Asked()
    {
        List<string> asked = [.. Line.Asked];
        Line.Asked.Clear();
        return asked;
    }

    private byte[]? Find(string path)
    {
        if (path.StartsWith("/recordings/", StringComparison.Ordinal)) return Out.Has(path[12..76]) ? File.ReadAllBytes(Out.PathOf(path[12..76])) : null;
        if (Out[path[13..16]] is not { } row) return null;
        return path.EndsWith(".json", StringComparison.Ordinal) ? new AudioPacks(Out, Keys, Clock).ManifestOf(row) : File.ReadAllBytes(Out.PathOf(row));
    }

    private sealed class Sounds(Dictionary<string, byte[]> of) : IRecordedSounds
    {
        public Task<byte[]?> Sound(string sha256, CancellationToken stop) => Task.FromResult(of.GetValueOrDefault(sha256));
    }

    public void Dispose()
    {
        Line.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
