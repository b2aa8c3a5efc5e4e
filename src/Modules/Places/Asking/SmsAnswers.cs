using System.Security.Cryptography;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.Extensions.Options;

namespace Amparo.Places.Asking;

/// <summary>"1", "2" or "3" from a number that was asked. What else it says, or who else says it, is left alone and not kept.</summary>
internal sealed class SmsAnswers(Database db, CurrentUser user, Answers answers, IOptions<PlacesSettings> settings, TimeProvider clock) : ISmsReplies
{
    private const int LongestWords = 300;

    public async Task<bool> Take(string number, string addressHash, string text, CancellationToken stop)
    {
        if (Read(text) is not var (what, words)) return false;
        var now = clock.GetUtcNow();
        var open = await db.Set<Ask>().Where(a => a.AddressHash == addressHash && a.Channel == Channels.Sms && a.AnsweredAt == null && a.EndsAt > now).Take(2).ToListAsync(stop);
        // Of two questions nobody knows which is meant: a wrong "all true" would send somebody to a closed door.
        if (open is not [var ask] || await db.Set<Place>().SingleOrDefaultAsync(p => p.Id == ask.PlaceId, stop) is not { } place || !Asked.Of(place).IsAsked(settings.Value, await Asked.Hidden(db, now, stop), now)) return false;
        user.Act = Answers.Act;
        answers.Take(ask, place, what, words, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        return true;
    }

    /// <summary>The code, and what stands behind it; null where the message does not begin with a code of ours.</summary>
    public static (string What, string? Words)? Read(string text)
    {
        var said = text.Trim().TrimStart('"', '\'', '«', '“', '(', '#');
        if (said.Length == 0 || !PlaceAnswers.All.Contains(said[..1])) return null;
        // "1234" and "1 de mayo" are no codes; "2 cambió el horario" is one with words.
        var rest = said[1..].TrimStart('"', '\'', '»', '”', ')', '.', ',', ':', '-', '=', ' ', '\n', '\r', '\t');
        if (said.Length > 1 && char.IsLetterOrDigit(said[1])) return null;
        if (said[0] == '1' && rest.Length > 0 && !IsAgreement(rest)) return null;
        return (said[..1], rest.Length == 0 || said[0] == '1' ? null : rest.Length > LongestWords ? rest[..LongestWords] : rest);
    }

    private static bool IsAgreement(string rest) =>
        FoldedText.Fold(rest) is "todo igual" or "todo bien" or "igual" or "si" or "gracias" or "todo igual gracias" or "all true" or "yes" or "thanks" or "thank you" or "ok" or "oui" or "merci" or "sim" or "obrigado" or "obrigada" or "wi" or "mesi";
}
