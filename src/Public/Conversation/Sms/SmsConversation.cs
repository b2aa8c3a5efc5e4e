using Amparo.Publication;
using Microsoft.Extensions.Configuration;

namespace Amparo.Public.Conversation.Sms;

/// <summary>The conversation by SMS: who writes is answered, a machine that answers itself is not.</summary>
internal sealed class SmsConversation(Texts texts, CurrentEdition current, IConfiguration configuration, TimeProvider clock) : ISmsConversation, IDisposable
{
    private readonly Visits<Thread> _threads = new(clock);
    // Without its scheme and language, which cost a fifth of a part: telephones make a link of it all the same.
    private readonly string? _site = configuration["Amparo:PublicUrl"] is { Length: > 0 } url ? url[(url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/') : null;

    /// <summary>How many conversations are remembered now.</summary>
    public int Count => _threads.Count;

    public string? Answer(string who, string? country, string text)
    {
        var thread = _threads.Of(who, () => new(new Visit(LanguageIn(country))));
        lock (thread)
        {
            var (typed, now) = (new Typed(text), clock.GetUtcNow());
            switch (thread.Patience.Judge(typed, now))
            {
                case Judgement.Silent:
                    return null;
                case Judgement.SayWait:
                    return thread.Patience.Said(Wait(thread.Visit, country), now);
            }
            var (said, isLost) = Say(thread.Visit, typed, country);
            // A long message comes in pieces: those that say nothing by themselves are not each answered.
            return said is null || isLost && thread.Patience.HasJustAnswered(now) ? null : thread.Patience.Said(said, now);
        }
    }

    public void Forget(string who) => _threads.Forget(who);

    public IReadOnlyList<SmsTurn> Rehearse(IReadOnlyList<string> messages, string language, string? country)
    {
        var (visit, turns, isStopped) = (new Visit(language), new List<SmsTurn>(), false);
        foreach (var message in messages)
        {
            if (StopWords.IsStop(message)) (visit, isStopped) = (new(language), true);
            else if (StopWords.IsBegin(message)) isStopped = false;
            turns.Add(new(message, isStopped ? null : Say(visit, new(message), country).Said));
        }
        return turns;
    }

    private (string? Said, bool IsLost) Say(Visit visit, Typed typed, string? country)
    {
        if (current.Now is not { } edition) return (Plain.Of(texts.In(visit.Language)["public.error.503"]), false);
        var turn = new Turn(visit, typed, country, edition, texts, _site, clock.GetUtcNow());
        if (turn.Reply() is not { } answer) return (null, false);
        var isPaged = ReferenceEquals(answer, visit.Answer);
        var rendered = SmsRenderer.Render(answer, isPaged ? visit.Shown : 0);
        if (isPaged) visit.Shown += rendered.Entries;
        return (rendered.Text, turn.IsLost);
    }

    private string Wait(Visit visit, string? country)
    {
        var w = texts.In(visit.Language);
        return Plain.Of(current.Now is { } edition ? $"{w["public.sms.wait"]}\n{new NumberLines(edition, w).Danger(null, country)}" : w["public.sms.wait"]);
    }

    // Belize speaks English; whoever writes in another language is answered in that one.
    private static string LanguageIn(string? country) => country == "BZ" ? "en" : Languages.Base;

    public void Dispose() => _threads.Dispose();

    private sealed class Thread(Visit visit)
    {
        public Visit Visit { get; } = visit;
        public Patience Patience { get; } = new();
    }
}
