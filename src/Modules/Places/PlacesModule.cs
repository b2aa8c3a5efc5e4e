using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Recordings;
using Amparo.Places.Asking;
using Amparo.Places.Claiming;
using Amparo.Places.Demonstration;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Desk.Queue;
using Amparo.Places.Duplicates;
using Amparo.Places.Emergencies;
using Amparo.Places.Figures;
using Amparo.Places.Impostors;
using Amparo.Places.FullTonight;
using Amparo.Places.Hiding;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;
using Amparo.Places.Publishing;
using Amparo.Places.Recordings;
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
        new("places.desk.menu.hidden", "/console/places/hidden", PlacesPermissions.View),
        new("places.desk.menu.recordings", "/console/places/recordings", PlacesPermissions.View),
        new("places.desk.menu.reports", "/console/places/reports", PlacesPermissions.SettleReports),
        new("places.desk.menu.imports", "/console/places/imports", PlacesPermissions.Import),
        new("places.desk.menu.duplicates", "/console/places/duplicates", PlacesPermissions.Merge),
        new("places.desk.menu.warnings", "/console/places/warnings", PlacesPermissions.DismissWarnings),
        new("places.desk.menu.figures", "/console/places/figures", PlacesPermissions.Figures),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddOptions<PlacesSettings>().BindConfiguration("Amparo:Places");
        services.AddSingleton<IEditionPart, ForReaders>();
        services.AddSingleton<IEditionPart, VeilsForReaders>();
        services.AddSingleton<IEditionPart, NumbersForReaders>();
        services.AddSingleton<IEditionPart, OutcomesForReaders>();
        services.AddSingleton<IEditionPart, MovedForReaders>();
        services.AddSingleton<IEditionPart, RecordingsForReaders>().AddSingleton<IRecordedSounds, SoundsForReaders>();
        services.AddScoped<IWork, RecordingsThatWait>();
        services.AddScoped<IDemonstration, LoadDemonstration>();
        services.AddSingleton<TakeReports>();
        services.AddHostedService(p => p.GetRequiredService<TakeReports>());
        services.AddSingleton<IGeography, GazetteerGeography>();
        services.AddScoped<Importer>().AddScoped<IPlaceImport>(p => p.GetRequiredService<Importer>());
        services.AddSingleton<Uploads>().AddScoped<ImportWork>().AddScoped<UndoWork>();
        services.AddSingleton<ImportWorker>().AddHostedService(p => p.GetRequiredService<ImportWorker>());
        services.AddScoped<IScopeNames, ForOthers>();
        services.AddScoped<IWork, PlacesThatWait>();
        services.AddAsking();
        FullAnswer.AddTo(services);
        services.AddScoped<PartnerInvitations>();
        services.AddScoped<IWork, ChangesThatWait>();
        services.AddSingleton<TakeClaims>();
        services.AddHostedService(p => p.GetRequiredService<TakeClaims>());
        services.AddScoped<IFind, FindPlaces>();
        services.AddScoped<IWork, DuplicatesThatWait>();
        services.AddScoped<IWork, WarningsThatWait>();
        services.AddScoped<Looking>().AddSingleton<Watch>().AddHostedService(p => p.GetRequiredService<Watch>());
        services.AddSingleton<DailyFigures>().AddHostedService(p => p.GetRequiredService<DailyFigures>());
    }
}
