using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Amparo.Kernel;

/// <summary>
/// Shuts a data folder against every other account of the machine, however it was made. In it lie the addresses of hidden
/// refuges, and on a shared server one open folder is enough for anybody's script to read them.
/// </summary>
public static class OwnEyes
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;
    private const UnixFileMode Others = ~(Folder | UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);

    // What an installation is known by: a folder with anything else in it may be somebody's home or a disk of many.
    private static readonly string[] Ours = ["amparo.db", "keys", "editions", "mail", "publisher.json", ".prepared"];

    /// <summary>Folder 0700, database and keys 0600, and whatever this process makes from here on for its own user only.</summary>
    /// <exception cref="DataFolderOpen">It is open to others and cannot, or must not, be shut from here; nothing was changed.</exception>
    public static void Only(DataFolder data, Engine engine)
    {
        FromHereOn();
        if (OperatingSystem.IsWindows()) return;
        if (Directory.Exists(data.Path))
        {
            RefuseWhatIsNotOurs(data.Path);
            Shut(data.Path, Folder);
            if (Directory.Exists(data.Keys)) Shut(data.Keys, Folder);
            foreach (var file in Directory.EnumerateFiles(data.Path).Concat(Directory.Exists(data.Keys) ? Directory.EnumerateFiles(data.Keys) : [])) Shut(file, File);
        }
        // The setting may put the database elsewhere: then the folder around it is not this program's to shut.
        foreach (var ending in new[] { "", "-wal", "-shm" })
            if (engine.File is { } database && System.IO.File.Exists(database + ending)) Shut(database + ending, File);
    }

    /// <summary>Whatever this process makes from here on is for its own user only.</summary>
    public static void FromHereOn()
    {
        if (OperatingSystem.IsWindows()) return;
        _ = NewFilesWithout((uint)(UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute));
    }

    [UnsupportedOSPlatform("windows")]
    private static void RefuseWhatIsNotOurs(string folder)
    {
        if (!IsOpen(folder)) return;
        if (System.IO.File.GetUnixFileMode(folder).HasFlag(UnixFileMode.StickyBit)
            || (Directory.EnumerateFileSystemEntries(folder).Any() && !Ours.Any(name => Path.Exists(Path.Combine(folder, name)))))
            throw new DataFolderOpen($"The data folder {folder} is open to other accounts of this machine and holds other things than Amparo's. Name a folder of its own with --data; if it is this one, run: chmod 700 '{folder}'");
    }

    [UnsupportedOSPlatform("windows")]
    private static void Shut(string path, UnixFileMode mode)
    {
        try
        {
            if (!IsOpen(path)) return;
            System.IO.File.SetUnixFileMode(path, mode);
            // Disks without rights of their own (a stick, a network share) say yes and change nothing.
            if (!IsOpen(path)) return;
        }
        catch (FileNotFoundException)
        {
            return; // a server that runs beside this one has taken it away meanwhile
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Stays(path, e);
        }
        throw Stays(path, null);
    }

    private static DataFolderOpen Stays(string path, Exception? why) =>
        new($"{path} can be read by other accounts of this machine, and this account may not change that. Let its owner run Amparo, or give the data folder to this account (chown), on a local disk.", why);

    [UnsupportedOSPlatform("windows")]
    private static bool IsOpen(string path) => (System.IO.File.GetUnixFileMode(path) & Others) != 0;

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint NewFilesWithout(uint rights);
}

/// <summary>The data folder lies open to others; the message says what to do.</summary>
public sealed class DataFolderOpen(string message, Exception? why = null) : Exception(message, why);
