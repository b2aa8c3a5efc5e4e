using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Places.FullTonight;

/// <summary>What a centre that wrote "full" is told, at once and at any hour: it wrote first. Neither place nor kind is named.</summary>
internal sealed class FullAnswer(Texts texts, string language, string said) : IMessageWriter
{
    public const string Full = "full", Room = "room", Several = "several", NotTaken = "not_taken";

    public string Purpose => PurposeOf(language, said);
    public bool IsAnswer => true;

    public static string PurposeOf(string language, string said) => $"places.full.{language}.{said}";

    public Task<WrittenMessage?> Write(OutgoingMessage message, CancellationToken stop)
    {
        var w = texts.In(language);
        return Task.FromResult<WrittenMessage?>(new((message.IsDemonstration ? w["public.ask.demonstration_sms"] : "") + w["public.full.sms." + said]));
    }

    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<ISmsReplies, SmsFull>();
        foreach (var language in Languages.All)
            foreach (var said in new[] { Full, Room, Several, NotTaken })
                services.AddScoped<IMessageWriter>(p => new FullAnswer(p.GetRequiredService<Texts>(), language, said));
    }
}
