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

    /// <summary>How long a number and what was written to it are kept: long enough to be passed on by hand.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Throws away the lines that are older.</summary>
    public async Task Forget(CancellationToken stop)
    {
        if (!File.Exists(FileOf(data))) return;
        await Alone.WaitAsync(stop);
        try
        {
            var (lines, before) = (await File.ReadAllLinesAsync(FileOf(data), stop), clock.GetUtcNow() - Kept);
            var left = lines.Where(l => AtOf(l) >= before).ToList();
            if (left.Count < lines.Length) PrivateFiles.Write(FileOf(data), string.Concat(left.Select(l => l + "\n")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return; // somebody reads it at this moment: it is thrown away a minute later
        }
        finally
        {
            Alone.Release();
        }
    }

    private static DateTimeOffset AtOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("at").GetDateTimeOffset();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return DateTimeOffset.MinValue; // half a line, of a server that was killed
        }
    }

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
