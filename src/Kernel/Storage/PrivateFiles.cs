using System.Text;

namespace Amparo.Kernel;

/// <summary>Files that only this account may read: they are made that way, so that there is no moment at which they are open.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder for its owner only; one that exists is closed to the others.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
        File.SetUnixFileMode(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Whole or not at all: written beside its place, flushed to the disk, renamed over it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using (var file = new FileStream(beside, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>The same, as UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}
