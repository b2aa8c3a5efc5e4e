using Amparo.Contracts.Places;
using Amparo.Kernel;
using Amparo.Publication;

namespace Amparo.Tests.Public;

/// <summary>Invented places for readers' pages: one of each thing that a rule speaks of.</summary>
internal static class ReaderPlaces
{
    /// <summary>Saturday 10:40 in Guatemala: the clock that a platform starts with.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 16, 40, 0, TimeSpan.Zero);

    public static OpeningHours Weekdays { get; } = new() { Regular = [new() { ByDay = "MO,TU,WE,TH,FR,SA", OpensAt = ClockTime.At(8), ClosesAt = ClockTime.At(17) }], OnHolidays = HolidayHours.Closed };

    public static Edition Edition(bool isDemonstration = true, IEnumerable<PublicPlace>? places = null, long version = 1, params ReportOutcomeOf[] outcomes) => new(
        new(version, Now.AddHours(-1), Now.AddDays(30), $"{version:x64}", 0, isDemonstration), places ?? All(isDemonstration), Numbers, outcomes.Select(o => o.Outcome));

    public sealed record ReportOutcomeOf(Contracts.Publication.ReportOutcome Outcome);

    public static IReadOnlyList<EmergencyNumbers> Numbers { get; } =
    [
        new() { Country = "MX", Source = "invented for tests", ReadOn = new(2026, 11, 1), Numbers = [new("emergency", "911"), new("women", "079"), new("children", "800 555 0101"), new("trafficking", "800 555 0102", "24 h")] },
        new() { Country = "GT", Source = "invented for tests", ReadOn = new(2026, 11, 1), Numbers = [new("emergency", "110"), new("ambulance", "122"), new("fire", "123"), new("women", "1572"), new("children", "1546")] },
        new() { Country = "HN", Source = "invented for tests", ReadOn = new(2026, 11, 1), Numbers = [new("emergency", "911"), new("women", "114")] },
        new() { Country = "SV", Source = "invented for tests", ReadOn = new(2026, 11, 1), Numbers = [new("emergency", "911")] },
    ];

    public static IReadOnlyList<PublicPlace> All(bool isDemonstration = true) =>
    [
        Place("albergue-puente-seguro", "Albergue Puente Seguro", PlaceKinds.Shelter, demo: isDemonstration, assuredDaysAgo: 3, profile: new()
        {
            Description = "Cama, comida y ducha para quien va de camino. Se puede lavar ropa.", AsksNoPapers = true, Beds = 60, NightsAllowed = 5, FamiliesTogether = true, SonsUntilAge = 17, LatestAdmission = new(22, 0),
            Serves = [Populations.Families, Populations.Women, Populations.Men], Languages = ["spa", "mam", "hat"], Interpreters = ["eng"], Hours = OpeningHours.DayAndNight,
            Phones = [new("+52 000 555 0110", "whatsapp", Description: "Recepción"), new("+52 000 555 0111")], GettingThere = "A dos calles del parque central, portón azul.",
            Accessibility = ["Entrada sin gradas"],
            Services = [Service("Dormir", PlaceKinds.Shelter, "Hasta cinco noches, familias juntas"), Service("Comida", PlaceKinds.Food, "Tres veces al día, gratis"), Service("Enfermería", PlaceKinds.Health, "Lunes, miércoles y viernes"), Service("Carga de celular", PlaceKinds.Connectivity)],
        }),
        Place("hogar-rio-suchiate", "Hogar Río Suchiate", PlaceKinds.Shelter, demo: isDemonstration, at: (14.68, -92.15), town: "Ciudad Hidalgo", assuredDaysAgo: 0, full: true,
            profile: new() { Serves = [Populations.Men, Populations.Families], Hours = OpeningHours.DayAndNight, Beds = 30, Phones = [new("+52 000 555 0120")] }),
        Place("posada-la-ceiba", "Posada La Ceiba", PlaceKinds.Shelter, demo: isDemonstration, at: (14.92, -92.28), assuredDaysAgo: 50, profile: new() { Serves = [Populations.Men], Hours = Weekdays, Beds = 12, Phones = [new("+52 000 555 0130")] }),
        Place("posada-nunca-confirmada", "Posada del Camino", PlaceKinds.Shelter, demo: isDemonstration, at: (14.95, -92.2), assuredDaysAgo: null, profile: new() { Hours = Weekdays }),
        Place("casa-de-las-mujeres-ceiba", "Casa Ceiba", PlaceKinds.Women, demo: isDemonstration, disclosure: Disclosures.Area, assuredDaysAgo: 9,
            profile: new() { Serves = [Populations.Women], Hours = Weekdays, GettingThere = "Detrás de la iglesia amarilla", Phones = [new("+52 000 555 0140", "whatsapp")] }),
        Place("proteccion-de-la-ninez-tapachula", "Oficina de protección de la niñez", PlaceKinds.ChildProtection, demo: isDemonstration, assuredDaysAgo: 5, profile: new() { Serves = [Populations.UnaccompaniedChildren], Hours = OpeningHours.DayAndNight, Phones = [new("+52 000 555 0150")] }),
        Place("comedor-la-esperanza", "Comedor La Esperanza", PlaceKinds.Food, demo: isDemonstration, assuredDaysAgo: 12, profile: new() { Hours = new() { Regular = [new() { ByDay = "MO,TU,WE,TH,FR,SA,SU", OpensAt = ClockTime.At(12), ClosesAt = ClockTime.At(14) }], OnHolidays = HolidayHours.Open }, AsksNoPapers = true }),
        Place("centro-de-salud-norte", "Centro de Salud Norte", PlaceKinds.Health, demo: isDemonstration, assuredDaysAgo: 20, profile: new() { Hours = Weekdays, Phones = [new("+52 000 555 0160")] }),
        Place("clinica-confidencial", "Clínica de la Plaza", PlaceKinds.CareAfterSexualViolence, demo: isDemonstration, disclosure: Disclosures.Area, assuredDaysAgo: 2, profile: new() { Hours = OpeningHours.DayAndNight }),
        Place("abogados-del-sur", "Abogados del Sur", PlaceKinds.Legal, demo: isDemonstration, assuredDaysAgo: 1, profile: new() { Hours = Weekdays, Services = [Service("Consulta gratis", PlaceKinds.Legal)] }),
        Place("oficina-de-asilo-tapachula", "Oficina de asilo", PlaceKinds.AsylumAuthority, demo: isDemonstration, assuredDaysAgo: 4, profile: new() { Hours = Weekdays }),
        Place("oficina-de-migracion-tapachula", "Oficina de migración", PlaceKinds.MigrationAuthority, demo: isDemonstration, assuredDaysAgo: 4, profile: new() { Hours = Weekdays }),
        Place("consulado-de-honduras-tapachula", "Consulado de Honduras en Tapachula", PlaceKinds.Consular, demo: isDemonstration, assuredDaysAgo: 40, profile: new() { Nationals = ["HN"], Jurisdiction = "Chiapas y Tabasco", Hours = Weekdays, Phones = [new("+52 000 555 0170")] }),
        Place("consulado-honorario-de-honduras-oaxaca", "Consulado honorario de Honduras", PlaceKinds.Consular, demo: isDemonstration, town: "Oaxaca", at: (17.06, -96.72), assuredDaysAgo: null, profile: new() { Nationals = ["HN"], IsHonorary = true }),
        Place("casa-nahual-quetzaltenango", "Casa del Camino", PlaceKinds.Shelter, demo: isDemonstration, country: "GT", town: "Quetzaltenango", at: (14.83, -91.52), assuredDaysAgo: 8, profile: new() { Hours = OpeningHours.DayAndNight, Serves = [Populations.Families] }),
        .. Enumerable.Range(1, 30).Select(i => Place($"albergue-numero-{i}", $"Albergue San Rafael {i}", PlaceKinds.Shelter, demo: isDemonstration, at: (15.0 + i * 0.11, -92.3 - i * 0.03), town: i % 2 == 0 ? "Huixtla" : "Escuintla", assuredDaysAgo: i,
            profile: new() { Hours = i % 3 == 0 ? Weekdays : OpeningHours.DayAndNight, Serves = [Populations.Families, Populations.Women], AsksNoPapers = i % 4 == 0 ? true : null, Services = [Service("Dormir", PlaceKinds.Shelter), Service("Comida", PlaceKinds.Food)], Phones = [new($"+52 000 555 1{i:000}")] })),
    ];

    public static PlaceService Service(string name, string kind, string? description = null) => new(StableId.Of(name, kind), name, kind, description);

    public static PublicPlace Place(
        string slug, string name, string kind, bool demo = true, string country = "MX", string town = "Tapachula", (double Latitude, double Longitude)? at = null, string disclosure = Disclosures.Exact,
        int? assuredDaysAgo = 3, bool full = false, PlaceProfile? profile = null, DateTimeOffset? expiresAt = null)
    {
        var point = disclosure == Disclosures.Area ? (14.9, -92.25) : at ?? (14.9067, -92.2631);
        var assured = assuredDaysAgo is { } days ? Now.AddDays(-days) : (DateTimeOffset?)null;
        var fresh = Freshness.From(assured, TimeSpan.FromDays(kind == PlaceKinds.Shelter ? 30 : 180), neverWithdrawn: false);
        return new()
        {
            Id = StableId.Of("reader", slug), Slug = slug, Name = name, Kind = kind, Country = country, Admin1 = country == "MX" ? "MX.05" : null, Admin1Name = country == "MX" ? "Chiapas" : null, Locality = town,
            TimeZone = country == "GT" ? "America/Guatemala" : "America/Mexico_City", Disclosure = disclosure, AreaName = disclosure == Disclosures.Area ? "zona norte de Tapachula" : null,
            Address = disclosure == Disclosures.Exact ? "4a Avenida Norte 12" : null, Latitude = point.Item1, Longitude = point.Item2, OrganizationName = "Red de Casas del Camino",
            AssuredAt = assured, AssuredBy = assured is null ? null : "Oficina regional", AssuredHow = assured is null ? null : AssuranceMeans.Call, DueAt = fresh.DueAt, StaleAt = fresh.StaleAt, WithdrawnAt = fresh.WithdrawnAt,
            ExpiresAt = expiresAt, FullSaidAt = full ? Now.AddHours(-2) : null, FullUntil = full ? Now.AddHours(19) : null, ModifiedAt = Now.AddDays(-1), IsDemonstration = demo, Profile = profile ?? new(),
        };
    }
}
