using Amparo.Contracts.Places;
using Amparo.Public.Conversation.Sms;
using Amparo.Publication;
using Amparo.Tests.Public;
using Amparo.Tests.Search;

namespace Amparo.Tests.Conversation;

/// <summary>A telephone that writes to an edition, with a clock that tests set.</summary>
internal sealed class Telephone : IDisposable
{
    public const string Site = "https://amparo.example";

    public Telephone(Edition? edition = null, DateTimeOffset? now = null, string? site = Site)
    {
        Clock = new(now ?? ReaderPlaces.Now);
        if (edition is not null) Current.Replace(edition);
        Sms = new SmsConversation(Texts, Current, new ConfigurationBuilder().AddInMemoryCollection([new("Amparo:PublicUrl", site)]).Build(), Clock);
    }

    public static Texts Texts { get; } = Texts.From([typeof(Amparo.Public.PublicSite).Assembly]);

    public FixedClock Clock { get; }
    public CurrentEdition Current { get; } = new();
    public SmsConversation Sms { get; }

    /// <summary>The invented places of the readers' tests.</summary>
    public static Edition Edition(bool isDemonstration = true, IEnumerable<PublicPlace>? places = null, DateTimeOffset? expiresAt = null)
    {
        var all = (places ?? ReaderPlaces.All(isDemonstration)).ToList();
        return new Edition(new(1, ReaderPlaces.Now.AddHours(-1), expiresAt ?? ReaderPlaces.Now.AddDays(30), new string('0', 64), all.Count, isDemonstration), all, ReaderPlaces.Numbers, []).With(ADirectory.IndexOf(all));
    }

    public static Telephone OfReaders(bool isDemonstration = true) => new(Edition(isDemonstration));

    /// <summary>Of one number; the clock goes on a minute between two messages, as a person writes.</summary>
    public string? Write(string text, string who = "somebody", string? country = null)
    {
        Clock.Now += TimeSpan.FromSeconds(40);
        return Sms.Answer(who, country, text);
    }

    /// <summary>From the beginning, and what came last.</summary>
    public string? Ask(params string[] messages) => Sms.Rehearse(messages, "es", null)[^1].Answered;

    public string AskIn(string language, params string[] messages) => Sms.Rehearse(messages, language, null)[^1].Answered!;

    public static string Text(string language, string key) => Amparo.Public.Conversation.Plain.Of(Texts.In(language)[key]);

    public void Dispose() => Sms.Dispose();
}
