using System.Security.Cryptography;
using System.Text;

namespace Amparo.Public.Conversation.Sms;

internal enum Judgement
{
    Answer,

    /// <summary>Too much in ten minutes: said once.</summary>
    SayWait,
    Silent,
}

/// <summary>
/// How often one number is answered. Two machines that answer each other would write all night at somebody's cost; a person in danger
/// is still answered when the others are not. What was said is remembered as a hash, to know an echo.
/// </summary>
internal sealed class Patience
{
    public const int Most = 12, MostInDanger = 3, MostTheSame = 2;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10), Pieces = TimeSpan.FromSeconds(10);

    private readonly Queue<DateTimeOffset> _answers = [];
    private readonly HashSet<string> _said = [];
    private string _last = "";
    private int _same, _inDanger;
    private bool _hasSaidWait;
    private DateTimeOffset _lastAnswer;

    public Judgement Judge(Typed typed, DateTimeOffset now)
    {
        while (_answers.TryPeek(out var oldest) && oldest <= now - Window) _answers.Dequeue();
        if (_answers.Count == 0) (_hasSaidWait, _inDanger, _same) = (false, 0, 0);
        if (Signs.Current.IsIn("auto_reply", typed) is not null || _said.Contains(HashOf(typed.Folded))) return Judgement.Silent;
        var isCommand = Signs.Current.IsAll("more", typed) is not null;
        _same = typed.Folded == _last && !isCommand ? _same + 1 : 0;
        _last = typed.Folded;
        if (_same >= MostTheSame) return Judgement.Silent;
        if (_answers.Count < Most) return Judgement.Answer;
        if (_inDanger < MostInDanger && (Signs.Current.IsIn("danger", typed) ?? Signs.Current.IsIn("child_alone", typed)) is not null)
        {
            _inDanger++;
            return Judgement.Answer;
        }
        if (_hasSaidWait) return Judgement.Silent;
        _hasSaidWait = true;
        return Judgement.SayWait;
    }

    public bool HasJustAnswered(DateTimeOffset now) => _answers.Count > 0 && now - _lastAnswer < Pieces;

    public string Said(string text, DateTimeOffset now)
    {
        _answers.Enqueue(now);
        _lastAnswer = now;
        if (_said.Count > Most + MostInDanger) _said.Clear();
        _said.Add(HashOf(new Typed(text).Folded));
        return text;
    }

    private static string HashOf(string folded) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(folded))[..8]);
}
