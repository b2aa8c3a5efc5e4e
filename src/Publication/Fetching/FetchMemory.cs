using System.Globalization;

namespace Amparo.Publication;

/// <summary>What a machine that copies editions remembers of them: the newest that it ever had, and when the server last said that it is the newest.</summary>
/// <param name="folder">Not the folder of the editions: who puts an old one back must not put this back with it.</param>
public sealed class FetchMemory(string folder)
{
    private string NewestFile => Path.Combine(folder, "newest");
    private string ConfirmedFile => Path.Combine(folder, "confirmed");

    /// <summary>The highest version that was ever current here; 0 where none was.</summary>
    public long Newest() => Read(NewestFile);

    /// <summary>When the server last said so; null where it never did.</summary>
    public DateTimeOffset? ConfirmedAt() => Read(ConfirmedFile) is > 0 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public void Saw(long version)
    {
        if (version > Newest()) Write(NewestFile, version);
    }

    public void Confirmed(DateTimeOffset now) => Write(ConfirmedFile, now.ToUnixTimeSeconds());

    private void Write(string file, long number)
    {
        PrivateFiles.MakeFolder(folder);
        PrivateFiles.Write(file, number.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    private static long Read(string file)
    {
        try
        {
            return long.TryParse(File.ReadAllText(file).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 253_402_300_800 ? number : 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
    }
}
