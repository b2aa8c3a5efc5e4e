using Amparo.Contracts.Places;

namespace Amparo.Bench;

/// <summary>Entries over the real towns, one at a time, so that a million of them need no memory but the index's.</summary>
internal static class ManyPlaces
{
    private static readonly string[] Titles =
    [
        "San José", "Santa Rosa", "La Esperanza", "Guadalupe", "El Buen Samaritano", "San Martín", "Belén", "La Merced", "Monseñor Romero", "El Camino",
        "Sagrada Familia", "San Juan Diego", "Puente Seguro", "Manos Abiertas", "Nueva Luz", "Scalabrini", "Betania", "San Francisco", "Santa Clara",
    ];

    private static readonly string[] Offered = ["Comida caliente", "Atención médica", "Asesoría legal", "Ropa y cobijas", "Regaderas", "Consulta dental", "Clases de inglés", "Llamadas e internet", "Apoyo psicológico"];

    public static IEnumerable<PublicPlace> Of(Gazetteer gazetteer, int count)
    {
        var random = new Random(1);
        var bytes = new byte[16];
        for (var i = 0; i < count; i++)
        {
            var town = gazetteer.All[random.Next(gazetteer.All.Count)];
            var kind = PlaceKinds.All[random.Next(PlaceKinds.All.Count)];
            random.NextBytes(bytes);
            yield return new()
            {
                Id = new Guid(bytes), Slug = $"place-{i}", Name = $"{kind.Replace('_', ' ')} {Titles[random.Next(Titles.Length)]} {town.Name}", Kind = kind, Country = town.Country, Admin1 = town.Admin1Code,
                Locality = town.Name, TimeZone = town.Zone, Disclosure = Disclosures.Exact, Latitude = town.Point.Latitude + (random.NextDouble() - 0.5) * 0.06,
                Longitude = town.Point.Longitude + (random.NextDouble() - 0.5) * 0.06, OrganizationName = $"Fundación {Titles[random.Next(Titles.Length)]}",
                AssuredAt = Questions.Now.AddDays(-random.Next(1, 90)), DueAt = Questions.Now.AddDays(30), StaleAt = Questions.Now.AddDays(60), ModifiedAt = Questions.Now,
                Profile = new()
                {
                    Description = "Se atiende a personas en movilidad sin preguntar por sus papeles, de lunes a viernes por la mañana.", Serves = random.Next(3) == 0 ? [Populations.Families, Populations.Women] : [],
                    Hours = random.Next(3) == 0 ? OpeningHours.NotKnown : OpeningHours.DayAndNight, Services = [new(new Guid(bytes), Offered[random.Next(Offered.Length)], kind)],
                },
            };
        }
    }
}
