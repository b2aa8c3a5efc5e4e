using Microsoft.AspNetCore.Mvc;

namespace Amparo.Safeguarding.Reading;

/// <summary>A page about one complaint: what was not sealed for this person is not there.</summary>
internal abstract class ComplaintPage(Database db, OwnKey keys, string act) : ConsolePage
{
    [FromRoute] public Guid ComplaintId { get; set; }

    public Complaint Complaint { get; private set; } = null!;
    public string Path => $"{QueueModel.Path}/{ComplaintId}";

    protected Database Db => db;
    protected override string? ClockOf => Complaint?.Country ?? base.ClockOf;

    protected async Task<bool> Load(CancellationToken stop)
    {
        if (await db.ComplaintsFor(Who, act).SingleOrDefaultAsync(c => c.Id == ComplaintId, stop) is not { } complaint) return false;
        Complaint = complaint;
        return true;
    }

    /// <summary>The key of this complaint; null where this sign-in opens nothing, which <see cref="ConsolePage.Wrong"/> then says.</summary>
    protected async Task<byte[]?> Key(CancellationToken stop)
    {
        var key = await keys.Of(HttpContext, Who, stop) is { } own ? await keys.ToComplaint(own, Who.Id!.Value, ComplaintId, stop) : null;
        if (key is null) Wrong[""] = "safeguarding.rule.no_key";
        return key;
    }
}
