using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Reading;

/// <param name="Who">Of a note; null of a message under the code.</param>
internal sealed record Line(DateTimeOffset At, string? Who, bool IsFromPerson, string Words);

/// <summary>The words of one complaint, opened by a button and by nothing else. That it was read is written before a byte leaves.</summary>
[Requires(SafeguardingPermissions.Read)]
internal sealed class OpenModel(Database db, OwnKey keys) : ComplaintPage(db, keys, SafeguardingPermissions.Read)
{
    public override string TitleKey => "safeguarding.one.title";

    public Told Told { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Redirect(Path) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (await Key(stop) is not { } key || Told.Open(Complaint, key) is not { } told)
        {
            Wrong[""] = "safeguarding.rule.no_key";
            return Refused();
        }
        Complaint.Read(Now);
        Db.Record(SafeguardingPermissions.Read, ComplaintTable.Name, ComplaintId);
        await Db.SaveChangesAsync(stop);
        Told = told;
        Lines = await Read(key, stop);
        CryptographicOperations.ZeroMemory(key);
        return Page();
    }

    private async Task<IReadOnlyList<Line>> Read(byte[] key, CancellationToken stop)
    {
        var id = ComplaintId;
        var notes = await Db.Set<Note>().AsNoTracking().Where(n => n.ComplaintId == id).ToListAsync(stop);
        var messages = await Db.Set<Message>().AsNoTracking().Where(m => m.ComplaintId == id).ToListAsync(stop);
        var writers = notes.Select(n => n.By).Distinct().ToList();
        var names = await Db.Set<Account>().Where(a => writers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        return [.. notes.Select(n => new Line(n.At, names.GetValueOrDefault(n.By, "?"), false, n.Open(key) ?? W["safeguarding.one.unreadable"]))
            .Concat(messages.Select(m => new Line(m.At, null, m.IsFromPerson, m.Open(Complaint, Told.ReplyKey) ?? W["safeguarding.one.unreadable"]))).OrderBy(l => l.At)];
    }
}
