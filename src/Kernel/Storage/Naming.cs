using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Amparo.Kernel;

/// <summary>Tables and columns in snake_case, so that SQL written by hand reads the same on both engines without quotes.</summary>
internal static class Naming
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                // Keys are made by the application: otherwise EF may take a new child with a key for a row that exists.
                if (property.IsPrimaryKey()) property.ValueGenerated = ValueGenerated.Never;
                if (property.GetColumnName() == property.Name) property.SetColumnName(Snake(property.Name));
            }
        }
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
