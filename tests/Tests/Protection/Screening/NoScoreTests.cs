using System.Reflection;
using Amparo.Protection.Rules;

namespace Amparo.Tests.Protection.Screening;

/// <summary>No total, no percentage, no ranking of people: one good answer would hide a grave one.</summary>
public sealed class NoScoreTests
{
    private static readonly string[] Folders = ["Amparo.Protection.Screening", "Amparo.Protection.Rules", "Amparo.Protection.Profiles"];

    // Hours of clocks, counts of people at a crossing, versions: none of them says how vulnerable somebody is.
    private static readonly string[] Numbers = ["Raised.Hours", "Trigger.Hours", "Trigger.Limits", "Instrument.Version", "RuleTable.Version", "ContextProfile.Version", "RuleVersion.Number", "Ages.Adulthood"];

    [Fact]
    public void No_type_of_the_assessment_holds_a_number_that_could_be_a_score()
    {
        var members = typeof(Instrument).Assembly.GetTypes().Where(t => Folders.Any(f => t.Namespace?.StartsWith(f, StringComparison.Ordinal) == true) && !t.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Select(m => (Name: $"{t.Name}.{m.Name}", m.Name, Type: TypeOf(m)))).Where(m => !m.Item2.Contains('<', StringComparison.Ordinal)).ToList();
        Assert.True(members.Count > 150, $"Only {members.Count} members: mend this test.");
        Assert.Empty(members.Where(m => m.Type is not null && IsNumber(m.Type)).Select(m => m.Name).Except(Numbers));
        Assert.Empty(members.Where(m => new[] { "Score", "Total", "Points", "Weight", "Percent", "Rank", "Sum" }.Any(w => m.Item2.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(m => m.Name));
    }

    private static Type? TypeOf(MemberInfo member) => member switch { PropertyInfo p => p.PropertyType, FieldInfo f when !f.DeclaringType!.IsEnum => f.FieldType, _ => null };

    private static bool IsNumber(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return !inner.IsEnum && (Type.GetTypeCode(inner) is >= TypeCode.SByte and <= TypeCode.Decimal) || inner.IsGenericType && inner.GetGenericArguments().Any(IsNumber);
    }
}
