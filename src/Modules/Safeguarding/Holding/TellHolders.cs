namespace Amparo.Safeguarding.Holding;

/// <summary>
/// Notices who got the role, and tells everybody who reads: whoever slips somebody in among them cannot do it quietly. That a
/// letter is about to leave is saved first, so that nobody gets it twice.
/// </summary>
internal sealed class TellHolders(Database db, Holders holders, Letters letters, IServiceProvider services, TimeProvider clock)
{
    public const string NamedLetter = "safeguarding.mail.named", ConfirmedLetter = "safeguarding.mail.confirmed", WaitsLetter = "safeguarding.mail.waits";
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromHours(6);

    public async Task Tell(CancellationToken stop)
    {
        var (all, now) = (await holders.All(stop), clock.GetUtcNow());
        var letters = new List<(Account To, string Key, string Path)>();
        foreach (var named in all)
        {
            var record = named.Record;
            if (record is null) db.Add(record = new Holder { AccountId = named.Account.Id, NamedAt = now });
            if (record.NamingToldAt is null) letters.AddRange(Others(all, named, NamedLetter));
            record.NamingToldAt ??= now;
            if (record is { ConfirmedAt: not null, ConfirmingToldAt: null })
            {
                letters.AddRange(Others(all, named, ConfirmedLetter));
                record.ConfirmingToldAt = now;
            }
            if (named.IsActive && await Waits(record, now, stop))
            {
                letters.Add((named.Account, WaitsLetter, QueuePath));
                record.LetterAt = now;
            }
        }
        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(stop);
        foreach (var (to, key, path) in letters) await Send(to, key, path, stop);
    }

    public const string QueuePath = "/console/complaints", PeoplePath = "/console/complaints/people";

    private static IEnumerable<(Account, string, string)> Others(IReadOnlyList<Named> all, Named but, string key) => all.Where(h => h.IsActive && h != but).Select(h => (h.Account, key, PeoplePath));

    // Unread and sealed for her since the last letter, or written to again since; not more often than a few times a day.
    private async Task<bool> Waits(Holder record, DateTimeOffset now, CancellationToken stop)
    {
        if (record.LetterAt > now - BetweenLetters) return false;
        var (id, since) = (record.AccountId, record.LetterAt ?? DateTimeOffset.UnixEpoch);
        var hers = db.Set<Copy>().Where(c => c.AccountId == id);
        return await hers.AnyAsync(c => c.MadeAt > since && db.Set<Complaint>().Any(x => x.Id == c.ComplaintId && x.ReadAt == null), stop)
            || await hers.AnyAsync(c => db.Set<Message>().Any(m => m.ComplaintId == c.ComplaintId && m.IsFromPerson && m.At > since), stop);
    }

    private async Task Send(Account to, string key, string path, CancellationToken stop)
    {
        try
        {
            // Null on the command line, which sends nothing.
            if (services.GetService(typeof(IMailer)) is IMailer mailer) await mailer.Send(letters.Write(to.Email, to.Language, key, path), stop);
        }
        catch (MailFailed)
        {
            // The console says the same to whoever opens it; a letter that failed is not tried again.
            return;
        }
    }
}
