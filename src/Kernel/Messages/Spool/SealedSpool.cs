using System.Security.Cryptography;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// An inbox on a machine that may be stolen: each letter is sealed in memory to a key whose private half is elsewhere, and only
/// then written, as one file of its own. Neither names nor sizes nor times of the files tell who wrote, what, or at which hour.
/// </summary>
/// <param name="publicKey">Of the server's inbox, asked anew each time; null where none is known.</param>
public sealed class SealedSpool(string folder, Func<string?> publicKey, TimeProvider clock) : IInbox, IDisposable
{
    public const int Most = 20_000;

    private const string Waits = ".sealed", Sent = ".sent", Refused = ".refused";
    private static readonly TimeSpan RemembersSent = TimeSpan.FromDays(2);
    private readonly SemaphoreSlim _one = new(1);

    public async Task Put(string kind, string key, string body, CancellationToken stop)
    {
        // The form's key is long and lies nowhere but inside: under it words can be known again and cannot be tried.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"spool|{kind}|{key}")).AsSpan(0, 16));
        var words = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"spool-words|{key}"), Encoding.UTF8.GetBytes(body)).AsSpan(0, 16));
        await _one.WaitAsync(stop);
        try
        {
            PrivateFiles.MakeFolder(folder);
            if (Directory.EnumerateFiles(folder, name + "-*").FirstOrDefault() is { } before)
            {
                if (!Path.GetFileName(before).StartsWith($"{name}-{words}.", StringComparison.Ordinal)) throw new InboxConflict();
                return;
            }
            if (publicKey() is not { } to || Directory.EnumerateFiles(folder).Skip(Most).Any()) throw new InboxCannotKeep();
            Write(Path.Combine(folder, $"{name}-{words}{Waits}"), new SpooledLetter(kind, key, body).Seal(to));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InboxCannotKeep(e);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The letters that were not handed on yet, in an order that tells nothing.</summary>
    public IReadOnlyList<string> Waiting() => !Directory.Exists(folder) ? [] : [.. Directory.EnumerateFiles(folder, "*" + Waits).Order(StringComparer.Ordinal)];

    /// <summary>It arrived: only that there was one is remembered, for two days, so that the same form is not taken twice.</summary>
    public void WasTaken(string letter)
    {
        Write(Path.ChangeExtension(letter, Sent), []);
        File.Delete(letter);
    }

    /// <summary>The server will never take it; it stays beside, still sealed, for whoever looks after this machine.</summary>
    public static void WasRefused(string letter) => File.Move(letter, Path.ChangeExtension(letter, Refused), overwrite: true);

    /// <summary>Forgets what arrived days ago, and what a write left that was cut off.</summary>
    public void Forget()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder))
            if (file.EndsWith(".new", StringComparison.Ordinal) || (file.EndsWith(Sent, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(file) < Today - RemembersSent)) File.Delete(file);
    }

    private void Write(string path, byte[] bytes)
    {
        PrivateFiles.Write(path, bytes);
        File.SetLastWriteTimeUtc(path, Today);
    }

    private DateTime Today => clock.GetUtcNow().UtcDateTime.Date;

    public void Dispose() => _one.Dispose();
}
