using Amparo.Contracts.Publication;
using Amparo.Contracts.Safeguarding;
using Amparo.Safeguarding.Answering;
using Amparo.Safeguarding.Holding;
using Amparo.Safeguarding.Publishing;
using Amparo.Safeguarding.Reading;
using Amparo.Safeguarding.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Safeguarding;

public sealed class SafeguardingModule : IModule
{
    public static string Name => "safeguarding";

    public static IReadOnlyList<PublicView> Views => PublicViews.All;
    public static IReadOnlyList<Permission> Permissions => SafeguardingPermissions.All;

    public static IReadOnlyList<MenuEntry> Menu =>
    [
        new("safeguarding.menu.queue", QueueModel.Path, SafeguardingPermissions.View),
        new("safeguarding.menu.people", TellHolders.PeoplePath, SafeguardingPermissions.ViewHolders),
        new("safeguarding.menu.figures", "/console/complaints/figures", SafeguardingPermissions.Figures),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IEditionPart, RepliesForReaders>();
        services.AddScoped<TakeComplaints>().AddScoped<IComplaints>(p => p.GetRequiredService<TakeComplaints>());
        services.AddScoped<Holders>().AddScoped<HandWaiting>().AddScoped<TellHolders>().AddScoped<IFirstReader, NameFirst>();
        services.AddScoped<MoveFromInbox>().AddScoped<ForgetAnswers>().AddScoped<OwnKey>();
        services.AddScoped<IWork, ComplaintsThatWait>();
        services.AddSingleton<SafeguardingJobs>().AddHostedService(p => p.GetRequiredService<SafeguardingJobs>());
    }
}
