using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Asking;
using Amparo.Places.Claiming;
using Amparo.Places.Demonstration;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Emergencies;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;
using Amparo.Places.Publishing;
using Amparo.Places.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Places;

public sealed class PlacesModule : IModule
{
    public static string Name => "places";

    public static IReadOnlyList<PublicView> Views => PublicViews.All;

    public static IReadOnlyList<Permission> Permissions => PlacesPermissions.All;

    public static IReadOnlyList<MenuEntry> Menu =>
    [
        new("places.mine.menu", "/console/mine", PlacesPermissions.Mine),
        new("places.desk.menu.places", "/console/places", PlacesPermissions.View),
        new("places.desk.menu.due", "/console/places/due", PlacesPermissions.Assure),
        new("places.desk.menu.asked", "/console/places/asked", PlacesPermissions.Assure),
        new("places.desk.menu.reports", "/console/places/reports", PlacesPermissions.SettleReports),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddOptions<PlacesSettings>().BindConfiguration("Amparo:Places");
        services.AddSingleton<IEditionPart, ForReaders>();
        services.AddSingleton<IEditionPart, NumbersForReaders>();
        services.AddSingleton<IEditionPart, OutcomesForReaders>();
        services.AddScoped<IDemonstration, LoadDemonstration>();
        services.AddSingleton<TakeReports>();
        services.AddHostedService(p => p.GetRequiredService<TakeReports>());
        services.AddSingleton<IGeography, GazetteerGeography>();
        services.AddScoped<IPlaceImport, Importer>();
        services.AddScoped<IScopeNames, ForOthers>();
        services.AddScoped<IWork, PlacesThatWait>();
        services.AddAsking();
        services.AddScoped<PartnerInvitations>();
        services.AddScoped<IWork, ChangesThatWait>();
        services.AddSingleton<TakeClaims>();
        services.AddHostedService(p => p.GetRequiredService<TakeClaims>());
    }
}
