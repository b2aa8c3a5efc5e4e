using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Amparo.Web.Serving;

/// <summary>
/// Figures and traces for whoever runs the server, sent only where OTEL_EXPORTER_OTLP_ENDPOINT names a collector. Logs are
/// written by category and message; the framework's request log, which would hold paths and addresses, is off.
/// </summary>
internal static class Watching
{
    public static IServiceCollection AddWatching(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return services;
        return services
            .AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Amparo").AddOtlpExporter().Build())
            .AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
                // A search is personal: of a request's span only the method, the route and the status leave.
                .AddSource("Microsoft.AspNetCore", "Amparo").AddProcessor(new WithoutPersonalTags()).AddOtlpExporter().Build())
            .AddHostedService<StartWatching>();
    }

    public static void AddQuietConsole(this ILoggingBuilder logging, IHostEnvironment environment)
    {
        logging.ClearProviders();
        if (environment.IsDevelopment()) logging.AddSimpleConsole();
        else logging.AddJsonConsole(json => json.IncludeScopes = false);
    }

    private sealed class WithoutPersonalTags : BaseProcessor<System.Diagnostics.Activity>
    {
        private static readonly string[] Kept = ["http.request.method", "http.route", "http.response.status_code", "error.type"];

        public override void OnEnd(System.Diagnostics.Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList())
                if (!Kept.Contains(name)) data.SetTag(name, null);
        }
    }

    private sealed class StartWatching(MeterProvider meters, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters.ForceFlush(2000);
            traces.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
