namespace Amparo.Kernel;

/// <summary>The folder that holds everything an installation knows; a copy of it is a copy of the installation.</summary>
/// <param name="editions">Where its editions lie, if not in <c>editions</c> of that folder.</param>
public sealed class DataFolder(string path, string? editions = null)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Editions { get; } = System.IO.Path.GetFullPath(editions ?? System.IO.Path.Combine(path, "editions"));
    public string Keys => In("keys");

    /// <summary>Makes a folder that only the server's own user can look into.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
