using System.Text.Json;
using Amparo.Contracts.Safeguarding;
using Microsoft.Extensions.Logging;

namespace Amparo.Safeguarding.Receiving;

/// <summary>
/// Complaints that an earlier version left in the inbox in clear: each is sealed, and the row that held it is deleted in the same
/// transaction. SQLite overwrites what is deleted; of PostgreSQL and of backups the manual says what is left to do.
/// </summary>
internal sealed class MoveFromInbox(Database db, TakeComplaints door, ILogger<MoveFromInbox> log)
{
    public const string Kind = "protection.complaint";
    private const int AtOnce = 50;

    public async Task<int> Move(CancellationToken stop)
    {
        var old = await db.Set<InboxItem>().Where(i => i.Kind == Kind).OrderBy(i => i.ReceivedAt).Take(AtOnce).ToListAsync(stop);
        foreach (var item in old)
        {
            var (keyHash, said) = (door.KeyHash(item.Key), Read(item));
            // The hash over what was posted cannot be made anew: the same key again is a conflict from here on.
            if (!await db.Set<Complaint>().AnyAsync(c => c.KeyHash == keyHash, stop)) await door.Add(said, keyHash, door.BodyHash(item.Key, "moved"u8.ToArray()), item.ReceivedAt, stop);
            db.Remove(item);
        }
        if (old.Count == 0) return 0;
        await db.SaveChangesAsync(stop);
        if (db.Database.IsSqlite()) await Overwrite(stop);
        log.LogInformation("What lay in the inbox in clear is sealed now.");
        return old.Count;
    }

    // Pages of the log of writes hold what was written before, until they are used again.
    private async Task Overwrite(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(stop);
        await db.Database.CloseConnectionAsync();
    }

    // Codes of that version were shorter: they are found and opened in the same way.
    private static SaidComplaint Read(InboxItem item)
    {
        var code = CodeOf(item.Key);
        try
        {
            using var json = JsonDocument.Parse(item.Body);
            string Said(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            return new(code, Said("words"), Said("where"), Languages.All.Contains(Said("language")) ? Said("language") : Languages.Base, null, null, null, [], false);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new(code, item.Body, "", Languages.Base, null, null, null, [], false);
        }
    }

    /// <summary>As the form of that version made it of its key.</summary>
    internal static string CodeOf(string key)
    {
        const string letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("receipt:" + key));
        var code = string.Concat(Enumerable.Range(0, 8).Select(i => letters[hash[i] & 31]));
        return code + letters[code.Select((c, i) => letters.IndexOf(c) * (2 * i + 1)).Sum() & 31];
    }
}
