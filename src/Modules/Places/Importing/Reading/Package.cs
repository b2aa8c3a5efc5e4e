namespace Amparo.Places.Importing;

/// <summary>The folder of a tabular package.</summary>
internal static class Package
{
    /// <summary>The folder that holds the tables: the given one, or the only one in it that does.</summary>
    /// <exception cref="Contracts.Places.ImportRefused">There is none.</exception>
    public static string Folder(string path)
    {
        if (HasTables(path)) return path;
        var inside = Directory.GetDirectories(path).Where(HasTables).ToList();
        return inside is [var only] ? only : throw new Contracts.Places.ImportRefused("no_package", ("folder", path));
    }

    /// <summary>Version 3 has one table of schedules with times, and a table <c>service_at_location</c> in the singular.</summary>
    public static bool IsThree(string folder) => File.Exists(Path.Combine(folder, "service_at_location.csv"))
        || (!File.Exists(Path.Combine(folder, "physical_addresses.csv")) && !File.Exists(Path.Combine(folder, "regular_schedules.csv")) && !File.Exists(Path.Combine(folder, "services_at_location.csv")));

    private static bool HasTables(string folder) => File.Exists(Path.Combine(folder, "services.csv")) || File.Exists(Path.Combine(folder, "locations.csv")) || File.Exists(Path.Combine(folder, "organizations.csv"));
}
