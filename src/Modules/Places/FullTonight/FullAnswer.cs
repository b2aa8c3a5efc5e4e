using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Places.FullTonight;

/// <summary>What a centre that wrote "full" is told, at once and at any hour: it wrote first. Neither place nor kind is named.</summary>
internal sealed class FullAnswer(Texts texts, Letters letters, string language, string said) : IMessageWriter
{
    public const string Full = "full", Room = "room", Several = "several", NotTaken = "not_taken";

    public string Purpose => PurposeOf(language, said);
    public bool IsAnswer => true;

    public static string PurposeOf(string language, string said) => $"places.full.{language}.{said}";

    public Task<WrittenMessage?> Write(OutgoingMessage message, CancellationToken stop)
    {
        var w = texts.In(language);
        var text = (message.IsDemonstration ? w["public.ask.demonstration_sms"] : "") + w["public.full.sms." + said];
        var longer = text + " " + w.Say("public.ask.sms_speak_up", ("address", SpeakUp.In(letters.Site, language)));
        // Where nothing was taken the place may be one that no message may lead to.
        return Task.FromResult<WrittenMessage?>(new(said != NotTaken && SmsLength.Of(longer).Segments <= MessageSender.MostSegments ? longer : text));
    }

    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<ISmsReplies, SmsFull>();
        foreach (var language in Languages.All)
            foreach (var said in new[] { Full, Room, Several, NotTaken })
                services.AddScoped<IMessageWriter>(p => new FullAnswer(p.GetRequiredService<Texts>(), p.GetRequiredService<Letters>(), language, said));
    }
}
