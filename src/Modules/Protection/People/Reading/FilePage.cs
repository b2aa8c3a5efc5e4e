using Amparo.Protection.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Protection.People.Reading;

/// <summary>
/// A page of one person's file. Whom the act does not reach finds nothing there; whom it reaches says why before she reads,
/// and every page that she then sees is in the audit before its bytes leave.
/// </summary>
internal abstract class FilePage(Database db, string act) : ConsolePage
{
    [FromRoute] public Guid PersonId { get; set; }

    public Person Person { get; private set; } = null!;
    public string Path => $"{ListModel.Path}/{PersonId}";
    public string Code => Person.Said(Person.Code);

    protected Database Db => db;
    protected override string? ClockOf => Person?.Country ?? base.ClockOf;

    /// <summary>Where a file is only for the team that keeps it.</summary>
    protected virtual bool IsForKeepers => false;

    /// <summary>To take a consent back, or to end an access, nobody has to say why: nothing is shown for it.</summary>
    protected virtual bool NeedsReason => true;

    /// <summary>Finds the file and the reason why it is open.</summary>
    /// <returns>Null where the page may go on; else what to answer.</returns>
    protected async Task<IActionResult?> Find(CancellationToken stop)
    {
        var reached = IsForKeepers ? db.PeopleKeptFor(Who, act) : db.PeopleFor(Who, act, Now);
        if (await reached.SingleOrDefaultAsync(p => p.Id == PersonId, stop) is not { } person) return NotFound();
        Person = person;
        var isWrite = HttpContext.Request.Method == "POST";
        var (session, now) = (Who.Session!.SessionId, Now);
        // What was typed while the half hour ended is taken all the same, for nothing may be lost.
        var opening = await db.Set<FileOpening>().AsNoTracking().Where(o => o.SessionId == session && o.PersonId == PersonId && (isWrite || o.Until > now)).OrderByDescending(o => o.At).FirstOrDefaultAsync(stop);
        if (opening is null && NeedsReason) return Redirect($"{Path}/why");
        Who.Purpose = opening?.Reason;
        return null;
    }

    /// <summary>Says in the audit that this was read, and returns when it is written.</summary>
    protected Task Seen(CancellationToken stop) => db.Recorded(act, PersonTable.Name, PersonId, 1, AuditOutcomes.Seen, stop);

    /// <summary>Whether this sign-in opens anything; where it does not, <see cref="ConsolePage.Wrong"/> says so.</summary>
    protected async Task<bool> MustOpen(Keyring keyring, CancellationToken stop)
    {
        if (await keyring.IsOpen(stop)) return true;
        Wrong[""] = "protection.rule.sign_in_again";
        return false;
    }
}
