using System.Security.Cryptography;
using System.Text.Json;

namespace Amparo.Web.Backups;

/// <summary>What a backup holds: <c>backup.json</c>, written last, so that a copy that was cut off is no backup.</summary>
internal sealed record BackupManifest(DateTimeOffset MadeAt, bool IsPostgres, long? Edition, IReadOnlyList<BackedUpFile> Files)
{
    public const string FileName = "backup.json";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <exception cref="CommandLine.CannotDo">There is no whole backup in the folder.</exception>
    public static BackupManifest Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)), Json) ?? throw new JsonException();
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new CommandLine.CannotDo($"{folder} holds no whole backup (no readable {FileName}). A backup that was cut off has none: take another.");
        }
    }

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));

    public static BackupManifest Of(string folder, DateTimeOffset madeAt, bool isPostgres, long? edition) => new(madeAt, isPostgres, edition,
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(f => f != FileName).Order(StringComparer.Ordinal)
            .Select(f => new BackedUpFile(f, new FileInfo(Path.Combine(folder, f)).Length, Hash(Path.Combine(folder, f))))]);

    /// <summary>What is missing or other than it was, in sentences.</summary>
    public IEnumerable<string> Wrong(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, file.Name));
            if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) yield return $"{file.Name} lies outside of the backup.";
            else if (!File.Exists(path)) yield return $"{file.Name} is missing.";
            else if (Hash(path) != file.Sha256) yield return $"{file.Name} is not as it was when the backup was taken.";
        }
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

internal sealed record BackedUpFile(string Name, long Size, string Sha256);
