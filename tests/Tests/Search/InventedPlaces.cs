using Amparo.Contracts.Places;

namespace Amparo.Tests.Search;

/// <summary>
/// A directory that is the same each time: kinds, hours, populations and silence in about the mix of the region, more of it
/// in the towns of the routes. Only tests see it.
/// </summary>
internal sealed class InventedPlaces(Gazetteer gazetteer, int seed = 1, DateTimeOffset? now = null)
{
    private static readonly (string Kind, int Weight, string[] Names)[] Mix =
    [
        (PlaceKinds.Shelter, 20, ["Casa del Migrante", "Albergue", "Posada del Caminante", "Hogar Temporal"]),
        (PlaceKinds.Food, 13, ["Comedor", "Comedor Comunitario", "Cocina Solidaria"]),
        (PlaceKinds.Health, 22, ["Hospital Nacional", "Centro de Salud", "Clínica", "Unidad de Salud"]),
        (PlaceKinds.MentalHealth, 5, ["Centro de Escucha", "Consultorio de Psicología"]),
        (PlaceKinds.Legal, 7, ["Consultorio Jurídico", "Clínica Legal", "Asesoría Jurídica"]),
        (PlaceKinds.AsylumAuthority, 3, ["Comisión de Refugiados", "Oficina de Refugiados"]),
        (PlaceKinds.MigrationAuthority, 4, ["Oficina de Migración", "Estación Migratoria"]),
        (PlaceKinds.Consular, 7, ["Consulado"]),
        (PlaceKinds.ChildProtection, 5, ["Procuraduría de la Niñez", "Casa de la Niñez"]),
        (PlaceKinds.Women, 5, ["Centro de la Mujer", "Casa de Atención a Mujeres"]),
        (PlaceKinds.Lgbti, 3, ["Casa Arcoíris", "Colectivo Diversidad"]),
        (PlaceKinds.TraffickingHotline, 2, ["Línea contra la Trata"]),
        (PlaceKinds.Ombudsman, 3, ["Defensoría de los Derechos Humanos"]),
        (PlaceKinds.Labour, 4, ["Bolsa de Trabajo", "Inspección de Trabajo"]),
        (PlaceKinds.Education, 4, ["Escuela", "Centro de Formación"]),
        (PlaceKinds.Documents, 4, ["Registro Civil"]),
        (PlaceKinds.Remittance, 4, ["Agencia de Remesas"]),
        (PlaceKinds.Transport, 4, ["Terminal de Buses", "Bus Humanitario"]),
        (PlaceKinds.Water, 5, ["Punto de Agua"]),
        (PlaceKinds.HygieneClothing, 5, ["Duchas y Ropero", "Ropero Solidario"]),
        (PlaceKinds.Connectivity, 4, ["Punto de Internet", "Estación de Carga"]),
        (PlaceKinds.FamilyLinks, 3, ["Restablecimiento de Contacto Familiar"]),
        (PlaceKinds.RescueMissing, 3, ["Bomberos", "Comisión de Búsqueda"]),
        (PlaceKinds.CareAfterSexualViolence, 3, ["Atención Integral"]),
        (PlaceKinds.ReturnReception, 3, ["Centro de Recepción de Retornados"]),
        (PlaceKinds.Hub, 5, ["Centro de Información", "Ventanilla de Atención"]),
        (PlaceKinds.Worship, 5, ["Parroquia", "Iglesia", "Mezquita"]),
        (PlaceKinds.Other, 2, ["Casa Comunal"]),
    ];

    private static readonly string[] Titles =
    [
        "San José", "Santa Rosa", "La Esperanza", "Nuestra Señora de Guadalupe", "El Buen Samaritano", "San Martín de Porres", "Belén", "La Merced", "Monseñor Romero", "El Camino",
        "Sagrada Familia", "San Juan Diego", "Puente Seguro", "Manos Abiertas", "Nueva Luz", "Scalabrini", "Betania", "San Francisco", "Santa Clara", "El Refugio",
    ];

    private static readonly string[] Nations = ["HN", "GT", "SV", "NI", "VE", "HT", "CU", "CO", "EC", "BR", "MX", "US", "CR", "PA"];
    private static readonly OpeningHours[] Patterns =
    [
        Weekly("MO,TU,WE,TH,FR", 8, 16), Weekly("MO,TU,WE,TH,FR", 9, 17), Weekly("MO,TU,WE,TH,FR,SA", 7, 12), Weekly("MO,TU,WE,TH,FR,SA,SU", 6, 20),
        Weekly("MO,WE,FR", 12, 15), Weekly("MO,TU,WE,TH,FR,SA,SU", 16, 8), OpeningHours.DayAndNight, OpeningHours.NotKnown, OpeningHours.NotKnown,
    ];

    private readonly Random _random = new(seed);
    private readonly DateTimeOffset _now = now ?? GoldenRunner.Now;
    private readonly GazetteerPlace[] _known = [.. gazetteer.All.Where(p => p.Prominence > 0)];
    private readonly int _weights = Mix.Sum(m => m.Weight);

    public List<PublicPlace> Take(int count)
    {
        var places = new List<PublicPlace>(count);
        // Every kind is in every capital, as it is in the region; the rest as it falls.
        foreach (var capital in _known.Where(p => p.Prominence == 3))
            foreach (var (kind, _, names) in Mix) if (places.Count < count) places.Add(Make(kind, names, capital, places.Count));
        while (places.Count < count)
        {
            var at = _random.Next(_weights);
            var mix = Mix.First(m => (at -= m.Weight) < 0);
            var town = _random.Next(10) < 7 ? Pick(_known) : gazetteer.All[_random.Next(gazetteer.All.Count)];
            places.Add(Make(mix.Kind, mix.Names, town, places.Count));
        }
        return places;
    }

    public PublicPlace Make(string kind, string[] names, GazetteerPlace town, int number)
    {
        var isLine = kind == PlaceKinds.TraffickingHotline;
        var isArea = kind is PlaceKinds.Women or PlaceKinds.Lgbti or PlaceKinds.Shelter && _random.Next(3) == 0;
        var nation = Pick(Nations.Where(n => n != town.Country).ToArray());
        var name = kind == PlaceKinds.Consular ? $"{(_random.Next(4) == 0 ? "Embajada" : "Consulado")} de {NameOf(nation)} en {town.Name}" : $"{Pick(names)} {(_random.Next(3) == 0 ? town.Name : Pick(Titles))}";
        var assured = _random.Next(5) switch { 0 => (DateTimeOffset?)null, 1 => _now.AddDays(-_random.Next(61, 100)), 2 => _now.AddDays(-_random.Next(31, 44)), _ => _now.AddDays(-_random.Next(1, 29)) };
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new()
        {
            Id = new Guid(bytes), Slug = $"place-{seed}-{number}", Name = name, Kind = kind, Country = town.Country, Admin1 = town.Admin1Code, Admin1Name = town.Admin1Name, Locality = town.Name,
            TimeZone = town.Zone, Disclosure = isArea ? Disclosures.Area : Disclosures.Exact, AreaName = isArea ? town.Name : null,
            Latitude = isLine ? null : town.Point.Latitude + (isArea ? 0 : Spread()), Longitude = isLine ? null : town.Point.Longitude + (isArea ? 0 : Spread()),
            OrganizationName = _random.Next(2) == 0 ? $"Fundación {Pick(Titles)}" : null,
            AssuredAt = assured, DueAt = assured?.AddDays(30), StaleAt = assured?.AddDays(60), WithdrawnAt = assured?.AddDays(120),
            FullSaidAt = kind == PlaceKinds.Shelter && _random.Next(12) == 0 ? _now.AddHours(-2) : null, FullUntil = _now.AddHours(9), ModifiedAt = _now.AddDays(-1), IsDemonstration = true,
            Profile = new()
            {
                Serves = Serves(kind), AsksNoPapers = _random.Next(3) switch { 0 => true, 1 => null, _ => _random.Next(4) > 0 ? null : false },
                Hours = isLine ? OpeningHours.DayAndNight : Pick(Patterns), Nationals = kind == PlaceKinds.Consular ? [nation] : [], Services = Services(kind, bytes),
            },
        };
    }

    private List<string> Serves(string kind) => kind switch
    {
        PlaceKinds.Women => [Populations.Women],
        PlaceKinds.Lgbti => [Populations.Lgbti],
        PlaceKinds.ChildProtection => [Populations.UnaccompaniedChildren],
        PlaceKinds.ReturnReception => [Populations.Returnees],
        PlaceKinds.Shelter => _random.Next(6) switch
        {
            0 => [],
            1 => [Populations.Men],
            2 => [Populations.Women, Populations.Families, Populations.Pregnant],
            3 => [Populations.Women, Populations.Men, Populations.Families, Populations.Lgbti],
            4 => [Populations.Women, Populations.Men, Populations.Families, Populations.Disability, Populations.OlderPeople],
            _ => [Populations.Families, Populations.Women],
        },
        _ => _random.Next(4) == 0 ? [Populations.Families, Populations.Women] : [],
    };

    private List<PlaceService> Services(string kind, byte[] bytes)
    {
        var kinds = new List<string> { kind };
        if (kind == PlaceKinds.Shelter && _random.Next(2) == 0) kinds.Add(PlaceKinds.Food);
        if (kind == PlaceKinds.Hub && _random.Next(2) == 0) kinds.Add(PlaceKinds.Legal);
        return [.. kinds.Select((k, i) => new PlaceService(new Guid([.. bytes[..15], (byte)(bytes[15] ^ (i + 1))]), k, k))];
    }

    private double Spread() => (_random.NextDouble() - 0.5) * 0.06;

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private static string NameOf(string nation) => nation switch
    {
        "HN" => "Honduras", "GT" => "Guatemala", "SV" => "El Salvador", "NI" => "Nicaragua", "VE" => "Venezuela", "HT" => "Haití", "CU" => "Cuba", "CO" => "Colombia", "EC" => "Ecuador", "BR" => "Brasil",
        "MX" => "México", "US" => "Estados Unidos", "CR" => "Costa Rica", _ => "Panamá",
    };

    private static OpeningHours Weekly(string days, int from, int to) => new() { Regular = [new() { Freq = Frequency.Weekly, ByDay = days, OpensAt = ClockTime.At(from), ClosesAt = ClockTime.At(to) }] };
}
