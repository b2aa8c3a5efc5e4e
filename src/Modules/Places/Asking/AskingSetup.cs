using Amparo.Contracts.Places;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Places.Asking;

internal static class AskingSetup
{
    public static void AddAsking(this IServiceCollection services)
    {
        services.AddSingleton<AskLinks>();
        services.AddSingleton<AskRound>();
        services.AddHostedService<AskRounds>();
        services.AddScoped<IMessageWriter, AskWriter>();
        services.AddScoped<Answers>();
        services.AddScoped<IPlaceAnswers>(p => p.GetRequiredService<Answers>());
        services.AddScoped<ISmsReplies, SmsAnswers>();
    }
}
