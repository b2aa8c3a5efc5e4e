using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Office.SharedPosts;

/// <summary>The covered screen of a shared computer: who is here, and with which PIN.</summary>
[Public(OfficePermissions.OpenShift)]
internal sealed class PostModel(SharedPost post, Database db) : ConsolePage
{
    public override string TitleKey => "office.post.title";

    [BindProperty] public Guid Seat { get; set; }
    [BindProperty] public string? Pin { get; set; }

    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Who.Session is not null) return Redirect(ConsolePaths.Start);
        Seats = await post.Seats(Words(), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var words = Words();
        Seats = await post.Seats(words, stop);
        if (Seats.FirstOrDefault(s => s.SessionId == Seat) is not { } seat)
        {
            Wrong["Seat"] = "office.post.choose";
            return Refused();
        }
        Who.Id = await db.Set<Session>().Where(s => s.Id == seat.SessionId).Select(s => (Guid?)s.AccountId).SingleOrDefaultAsync(stop);
        var answer = await post.Open(seat, Pin ?? "", stop);
        if (answer == PinAnswer.Right && Who.Session is { } other && await post.Leave(other.SessionId, stop)) words = [.. words, SessionCookie.Of(Request)!];
        await db.SaveChangesAsync(stop);
        if (answer == PinAnswer.Right)
        {
            PostCookie.Keep(HttpContext, [.. words.Where(t => t != seat.Token)]);
            SessionCookie.Give(Response, seat.Token);
            return Redirect(ConsolePaths.Start);
        }
        Wrong["Pin"] = answer == PinAnswer.Wrong ? "office.post.wrong" : "office.post.ended";
        if (answer == PinAnswer.ShiftEnded) Seats = [.. Seats.Where(s => s.SessionId != seat.SessionId)];
        return Refused();
    }

    // The gate may have put one away in this very request: it is not yet among the words that came.
    private IReadOnlyList<string> Words() =>
        [.. PostCookie.Of(Request).Concat(Who.Session is null && SessionCookie.Of(Request) is { } covered ? [covered] : []).Distinct()];
}
