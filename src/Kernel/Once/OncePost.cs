using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Kernel;

/// <summary>
/// One post with the key of its form. Key, change and audit are one transaction: a double click, a reload or a second try
/// over a bad line gives the first answer again and does nothing twice. A twin that comes meanwhile waits for the first.
/// </summary>
internal sealed class OncePost : IAsyncDisposable
{
    /// <summary>The hidden field of the form that carries the key.</summary>
    public const string Field = "once";
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly Database _db;
    private readonly IDbContextTransaction _transaction;
    private readonly Guid _id;
    private bool _isKept;

    private OncePost(Database db, IDbContextTransaction transaction, Guid id) => (_db, _transaction, _id) = (db, transaction, id);

    /// <summary>What the same post was answered with before; null where it is to be carried out now.</summary>
    public IActionResult? Answer { get; private set; }

    /// <returns>Null where the post carries no key, or nobody is signed in.</returns>
    public static async Task<OncePost?> Begin(HttpContext context, CurrentUser user, DateTimeOffset now, CancellationToken stop)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || user.Id is not { } actor) return null;
        var form = await context.Request.ReadFormAsync(stop);
        if (form[Field].ToString() is not { Length: > 0 } key) return null;

        var db = context.RequestServices.GetRequiredService<Database>();
        var once = new OncePost(db, await db.Database.BeginTransactionAsync(stop), Guid.CreateVersion7());
        if (!IsKey(key)) once.Answer = new StatusCodeResult(StatusCodes.Status400BadRequest);
        else await once.Take(actor, context.Request.Path.Value ?? "", key, await HashOf(form, context.RequestServices.GetRequiredService<ServerKey>(), stop), now, stop);
        return once;
    }

    /// <summary>What the same post was answered with before, where nothing may be held while it is looked at: a proof of who somebody is counts its failures beside this request.</summary>
    public static async Task<IActionResult?> Before(HttpContext context, CurrentUser user, CancellationToken stop)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || user.Id is not { } actor) return null;
        var form = await context.Request.ReadFormAsync(stop);
        var (key, route) = (form[Field].ToString(), context.Request.Path.Value ?? "");
        if (key.Length == 0) return null;
        if (!IsKey(key)) return new StatusCodeResult(StatusCodes.Status400BadRequest);
        var first = await context.RequestServices.GetRequiredService<Database>().Set<PostedOnce>().AsNoTracking().SingleOrDefaultAsync(p => p.Actor == actor && p.Route == route && p.Key == key, stop);
        return first is null ? null : AnswerOf(first, await HashOf(form, context.RequestServices.GetRequiredService<ServerKey>(), stop));
    }

    /// <summary>Keeps what was done where it ended well, and nothing at all where it did not.</summary>
    /// <param name="again">Where the same post is led that comes once more, where the first was answered with a page that is shown once.</param>
    public async Task End(IActionResult? result, bool endedWell, string? again, CancellationToken stop)
    {
        if (!endedWell || _isKept) return;
        _isKept = true;
        if ((result is RedirectResult { Url: var to } ? to : again) is { } location)
            await Run($"UPDATE {PostedOnceTable.Name} SET location = @location WHERE id = @id", stop, ("@location", location), ("@id", _id));
        else await Run($"DELETE FROM {PostedOnceTable.Name} WHERE id = @id", stop, ("@id", _id));
        await _transaction.CommitAsync(stop);
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private async Task Take(Guid actor, string route, string key, string hash, DateTimeOffset now, CancellationToken stop)
    {
        // On PostgreSQL this waits for a twin that has not ended, on SQLite the beginning of the transaction did.
        var taken = await Run(
            $"INSERT INTO {PostedOnceTable.Name} (id, actor, route, key, body_hash, at) VALUES (@id, @actor, @route, @key, @hash, @at) ON CONFLICT DO NOTHING", stop,
            ("@id", _id), ("@actor", actor), ("@route", route), ("@key", key), ("@hash", hash), ("@at", Instants.ToStored(now)));
        if (taken == 1)
        {
            await Run($"DELETE FROM {PostedOnceTable.Name} WHERE at < @before", stop, ("@before", Instants.ToStored(now - Kept)));
            return;
        }
        var first = await _db.Set<PostedOnce>().AsNoTracking().SingleAsync(p => p.Actor == actor && p.Route == route && p.Key == key, stop);
        Answer = AnswerOf(first, hash);
    }

    private static ActionResult AnswerOf(PostedOnce first, string hash) =>
        first.BodyHash == hash && first.Location is { } location ? new RedirectResult(location) : new StatusCodeResult(StatusCodes.Status409Conflict);

    // Past the change tracker, on purpose: the key is no act of its own, and the audit names the act that it belongs to.
    private async Task<int> Run(string sql, CancellationToken stop, params (string Name, object Value)[] values)
    {
        await using var command = AuditRows.Ask(_db.Database.GetDbConnection(), _transaction.GetDbTransaction(), sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    private static bool IsKey(string key) => key.Length is >= 16 and <= 64 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static async Task<string> HashOf(IFormCollection form, ServerKey server, CancellationToken stop)
    {
        var said = new StringBuilder();
        // The form token is another one on each page; it says nothing of what was typed.
        foreach (var (name, values) in form.Where(f => f.Key is not Field and not "__RequestVerificationToken").OrderBy(f => f.Key, StringComparer.Ordinal))
            foreach (var value in values) said.Append(name).Append('\u001f').Append(value).Append('\u001e');
        // Two versions of one list may have the same name and length: the second is no repetition of the first.
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            said.Append(file.Name).Append('\u001f').Append(file.FileName).Append('\u001f').Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop))).Append('\u001e');
        }
        // Keyed: what was typed may be sealed elsewhere, and here nobody shall try words until they fit.
        return Convert.ToHexStringLower(HMACSHA256.HashData(server.For("posted-once"), Encoding.UTF8.GetBytes(said.ToString())));
    }
}
