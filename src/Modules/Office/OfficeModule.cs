using Amparo.Contracts;
using Amparo.Office.Audit;
using Amparo.Office.Finding;
using Amparo.Office.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Office;

public sealed class OfficeModule : IModule
{
    public static string Name => "office";

    public static IReadOnlyList<Permission> Permissions => OfficePermissions.All;
    public static IReadOnlyList<Role> Roles => [.. RoleNames.All.Select(r => new Role(r))];

    public static IReadOnlyList<MenuEntry> Menu =>
    [
        new("office.menu.accounts", "/console/accounts", OfficePermissions.ViewAccounts),
        new("office.menu.roles", "/console/roles", OfficePermissions.ViewRoles),
        new("office.menu.sms", "/console/sms", OfficePermissions.TrySms),
        new("office.menu.audit", "/console/audit", OfficePermissions.Audit),
    ];

    public static void Add(IServiceCollection services) => services.AddScoped<IWork, InvitationsThatWait>().AddScoped<IFind, FindPages>().AddScoped<IFind, FindAccounts>().AddScoped<AuditWords>().AddSingleton<AuditCheck>();
}
