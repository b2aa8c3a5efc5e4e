using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>
/// Where no gateway is set: each message is a line of <c>sms/sent.jsonl</c> in the data folder, for development, tests, and
/// whoever passes messages on by hand. It reaches nobody.
/// </summary>
internal sealed class SmsSimulator(DataFolder data, TimeProvider clock) : ISmsGateway
{
    private static readonly SemaphoreSlim Alone = new(1);

    public bool IsSimulated => true;

    public static string FileOf(DataFolder data) => Path.Combine(data.Path, "sms", "sent.jsonl");

    public async Task<HandOver> Send(Guid id, string number, string text, CancellationToken stop)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new { id, to = number, text, segments = SmsLength.Of(text).Segments, at = clock.GetUtcNow() }, CompactJson.Options);
        await Alone.WaitAsync(stop);
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(FileOf(data))!);
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var file = new FileStream(FileOf(data), options);
            await file.WriteAsync((byte[])[.. line, (byte)'\n'], stop);
            return new(HandedOver.Accepted, "sim-" + id.ToString("N"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(HandedOver.TryAgain);
        }
        finally
        {
            Alone.Release();
        }
    }
}
