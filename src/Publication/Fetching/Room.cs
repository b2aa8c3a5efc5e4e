namespace Amparo.Publication;

/// <summary>The disk of a small board, which is full sooner than anybody thinks.</summary>
internal static class Room
{
    /// <exception cref="FetchNoRoom">So many bytes and a tenth do not fit.</exception>
    public static void MakeSure(string folder, long bytes)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (bytes > 0 && free < bytes + bytes / 10) throw new FetchNoRoom();
    }

    /// <summary>ENOSPC and EDQUOT; on Windows ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.</summary>
    public static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is var why && (OperatingSystem.IsWindows() ? why is 112 or 39 : why is 28 or 122);
}
