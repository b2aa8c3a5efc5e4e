using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Kernel;

internal static class OutgoingSetup
{
    /// <summary>What queues: the command line too.</summary>
    public static IServiceCollection AddOutgoing(this IServiceCollection services) => services.AddSingleton<Addresses>().AddScoped<Leases>();

    /// <summary>What sends, and listens to what comes back.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddOptions<SmsSettings>().BindConfiguration("Amparo:Sms");
        services.AddSingleton<SmsSimulator>().AddSingleton<SmsVisitors>();
        services.AddSingleton<ISmsGateway>(p => p.GetRequiredService<IOptions<SmsSettings>>().Value is { Url.Length: > 0 } set
            ? IsSafe(set) ? ActivatorUtilities.CreateInstance<HttpSmsGateway>(p, Client()) : throw new InvalidOperationException("Amparo:Sms:Url must be https, or lead to this machine, and Amparo:Sms:Secret must have 16 characters or more.")
            : p.GetRequiredService<SmsSimulator>());
        return services.AddSingleton<MessageSender>().AddHostedService<Sending>();
    }

    // Of its own, and not of the factory: that one logs the address of each request.
    private static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20) };

    private static bool IsSafe(SmsSettings set) =>
        Uri.TryCreate(set.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback) && set.Secret is { Length: >= 16 };
}
