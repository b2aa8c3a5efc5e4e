using Microsoft.AspNetCore.Http;

namespace Amparo.Safeguarding.Reading;

internal static class VisibleComplaints
{
    private static readonly ScopeOf<Complaint> Where = new(c => c.Country);

    /// <summary>The only way to complaints: where this act of this person reaches, and only those that were sealed for her.</summary>
    public static IQueryable<Complaint> ComplaintsFor(this Database db, CurrentUser user, string act)
    {
        var id = user.Id;
        return db.Set<Complaint>().For(user, act, Where).Where(c => db.Set<Copy>().Any(x => x.AccountId == id && x.ComplaintId == c.Id));
    }

    /// <summary>To be counted and for nothing else: those too that were sealed for others.</summary>
    public static IQueryable<Complaint> ComplaintsToCount(this Database db, CurrentUser user) => db.Set<Complaint>().For(user, SafeguardingPermissions.Figures, Where);
}

/// <summary>Opens what was sealed for whoever sits at this session. The server alone cannot: the key lies under the word that the browser holds.</summary>
internal sealed class OwnKey(Database db, AccountKeys keys)
{
    /// <summary>Null where this sign-in could not open the account's key.</summary>
    public async Task<byte[]?> Of(HttpContext context, CurrentUser who, CancellationToken stop) =>
        who.Session is { } session && SessionCookie.Of(context.Request) is { } token ? await keys.OfSession(session.SessionId, token, stop) : null;

    /// <summary>The key of one complaint; null where nothing was sealed for this person, or for a key that she no longer has.</summary>
    public async Task<byte[]?> ToComplaint(byte[] own, Guid account, Guid complaint, CancellationToken stop) =>
        (await db.Set<Copy>().AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == account && c.ComplaintId == complaint, stop))?.Open(own);
}
