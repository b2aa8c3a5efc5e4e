using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Amparo.Kernel;

public static class KernelSetup
{
    /// <summary>What every host of the platform needs: the server, the command line, the tools and the tests.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, Engine engine, DataFolder data) => services
        .AddReading(data)
        .AddSingleton(engine)
        .AddDbContext<Database>(options => engine.Use(options))
        .AddScoped<CurrentUser>()
        .AddSingleton<Permissions>()
        .AddSingleton<ServerKey>()
        .AddSingleton<InboxKey>()
        .AddSingleton<PaperCodes>()
        .AddScoped<AccountKeys>()
        .AddScoped<Invitations>()
        .AddScoped<Sessions>()
        .AddSingleton<Letters>()
        .AddSingleton<AuditKeys>()
        .AddSingleton<AuditWriter>()
        .AddScoped<AuditSealer>()
        .AddScoped<AuditVerifier>()
        .AddScoped<Migrator>()
        .AddScoped<IInbox, DatabaseInbox>()
        .AddOutgoing()
        .AddSingleton<PublisherConnection>();

    /// <summary>What it takes to read editions to people: a folder, a clock, the map. No database.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services, DataFolder data) => services
        .AddSingleton(data)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(_ => Gazetteer.Load(GeographyFolder))
        .AddSingleton(_ => CountryShapes.Load(GeographyFolder))
        .AddSingleton<CoordinateSanity>()
        .AddSingleton<IStringLocalizerFactory>(p => new TextLocalizer(p.GetRequiredService<Texts>()));

    private static string GeographyFolder =>
        Path.Combine(AppContext.BaseDirectory, "geodata");

    /// <summary>Closed by default: a page that forgets to say who may use it is usable by no one.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddKeysInDatabase().AddSingleton(_ => BreachedPasswords.Load())
            .AddSingleton<Passwords>().AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Iterations)
            .AddSingleton<IMailer, Mailer>().AddSending()
            .AddSingleton<Renewals>().AddHostedService(p => p.GetRequiredService<Renewals>()).AddSingleton<Housekeeping>().AddHostedService(p => p.GetRequiredService<Housekeeping>()).AddPasskeys().AddScoped<Attempts>().AddScoped<Door>().AddScoped<SharedPost>();
        services.AddScoped<IAuthorizationHandler, HoldsPermission>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refused>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }
}
