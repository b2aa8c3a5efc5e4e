using Amparo.Protection.Consent;
using Amparo.Protection.Granting;
using Amparo.Protection.People;
using Amparo.Protection.People.Reading;
using Amparo.Protection.Sealing;
using Amparo.Protection.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Protection;

public sealed class ProtectionModule : IModule
{
    public static string Name => "protection";

    public static IReadOnlyList<Permission> Permissions => ProtectionPermissions.All;

    public static IReadOnlyList<MenuEntry> Menu =>
    [
        new("protection.menu.people", ListModel.Path, ProtectionPermissions.View),
        new("protection.menu.contacts", Contacts.ContactsModel.Path, ProtectionPermissions.Contact),
        new("protection.menu.teams", TeamsModel.Path, ProtectionPermissions.ViewTeams),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Keyring>().AddScoped<Sections>().AddScoped<ShareRings>().AddScoped<Ledger>().AddScoped<OpenFiles>().AddScoped<People.Same.EarlierFiles>();
        services.AddScoped<IWork, NoticesThatWait>();
    }
}
