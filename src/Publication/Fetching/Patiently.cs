namespace Amparo.Publication;

/// <summary>Reads from a line that may be slow for minutes but must not be silent for ever.</summary>
internal static class Patiently
{
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <returns>How many bytes came; 0 at the end.</returns>
    /// <exception cref="OperationCanceledException">Nothing came for too long, or the caller stopped.</exception>
    public static async Task<int> Read(Stream from, Memory<byte> into, CancellationToken stop)
    {
        using var silent = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silent.CancelAfter(LongestSilence);
        return await from.ReadAsync(into, silent.Token);
    }

    /// <exception cref="FetchRefused">It is longer than it may be.</exception>
    public static async Task<byte[]> ReadAll(Stream from, int most, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var some = new byte[64 * 1024];
        while (await Read(from, some, stop) is > 0 and var read)
        {
            if (all.Length + read > most) throw new FetchRefused("The server sends more than an envelope can be.");
            all.Write(some, 0, read);
        }
        return all.ToArray();
    }
}
