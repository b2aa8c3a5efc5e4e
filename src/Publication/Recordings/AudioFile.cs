using System.Security.Cryptography;
using System.Text;
using Amparo.Contracts.Recordings;

namespace Amparo.Publication;

/// <summary>A file of sounds: a head, the signed line, the sounds in its order. The README says it byte for byte.</summary>
internal static class AudioFile
{
    private const string Head = "audio 1 ";
    private const int HeadLength = 8 + 64 + 1;

    /// <param name="pathOf">Where the sound of a recording lies; each was checked by its hash.</param>
    public static byte[] Of(AudioManifest manifest, Func<PublicRecording, string> pathOf)
    {
        var (line, at) = (manifest.ToBytes(), HeadLength);
        var file = new byte[SizeOf(manifest)];
        void Write(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(file.AsSpan(at));
            at += bytes.Length;
        }
        Write(line);
        Write("\n"u8);
        foreach (var recording in manifest.Recordings) Write(File.ReadAllBytes(pathOf(recording)));
        Encoding.ASCII.GetBytes($"{Head}{Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(HeadLength)))}\n", file);
        return file;
    }

    public static int SizeOf(AudioManifest manifest) => FirstSound(manifest) + manifest.Recordings.Sum(r => r.Size);

    /// <returns>Nothing where the file ends before its line does.</returns>
    public static byte[] LineIn(string path)
    {
        using var file = File.OpenRead(path);
        using var line = new MemoryStream();
        file.Position = HeadLength;
        var some = new byte[16 * 1024];
        while (line.Length <= AudioManifest.MostBytes && file.Read(some) is > 0 and var read)
        {
            var end = some.AsSpan(0, read).IndexOf((byte)'\n');
            line.Write(some, 0, end < 0 ? read : end);
            if (end >= 0) return line.ToArray();
        }
        return [];
    }

    /// <summary>What a file of this manifest holds as far as it came. Whoever takes a sound looks whether it has its hash.</summary>
    public static IEnumerable<(PublicRecording Recording, byte[] Sound)> SoundsIn(string path, AudioManifest manifest)
    {
        using var file = File.OpenRead(path);
        file.Position = FirstSound(manifest);
        foreach (var recording in manifest.Recordings)
        {
            if (file.Length - file.Position < recording.Size) yield break;
            var sound = new byte[recording.Size];
            file.ReadExactly(sound);
            yield return (recording, sound);
        }
    }

    private static int FirstSound(AudioManifest manifest) => HeadLength + manifest.ToBytes().Length + 1;
}
