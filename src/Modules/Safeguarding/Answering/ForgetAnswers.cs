namespace Amparo.Safeguarding.Answering;

/// <summary>Ninety days after a complaint was closed nothing is left under its code.</summary>
internal sealed class ForgetAnswers(Database db, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task<int> Forget(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var over = await db.Set<Complaint>().Where(c => c.AnswersUntil <= now && c.CodeName != null).Take(AtOnce).ToListAsync(stop);
        if (over.Count == 0) return 0;
        var ids = over.Select(c => c.Id).ToList();
        db.RemoveRange(await db.Set<Message>().Where(m => ids.Contains(m.ComplaintId) && !m.IsFromPerson).ToListAsync(stop));
        foreach (var complaint in over) complaint.Forget(now);
        await db.SaveChangesAsync(stop);
        return over.Count;
    }
}
