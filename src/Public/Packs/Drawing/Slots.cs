using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;

namespace Amparo.Public.Packs;

/// <summary>Private letters that stand in a pack where a device writes what it knows itself: the time, and how far it is.</summary>
internal static class Slots
{
    public const string Far = "\uE000", State = "\uE001", Tone = "\uE002", Trust = "\uE003", Doubt = "\uE004", Sign = Icons.Mark, Assured = "\uE006", Slug = "\uE007";

    public const string All = Far + State + Tone + Trust + Doubt + Sign + Assured + Slug;

    /// <summary>The framework writes private letters as numbers; here they are letters again.</summary>
    public static string Plain(string drawn) =>
        drawn.Contains("&#xE00", StringComparison.Ordinal) ? All.Aggregate(drawn, (text, slot) => text.Replace($"&#x{(int)slot:X};", slot.ToString(), StringComparison.Ordinal)) : drawn;

    /// <summary>Words that are nothing but slots.</summary>
    public static StateWords Words { get; } = new(State, Tone, Trust, false) { Doubt = Doubt, Sign = Sign };

    /// <summary>What a device does: writes into each slot.</summary>
    public static string Fill(string drawn, string slug, string far, StateWords said, string assured) => drawn
        .Replace(Far, far, StringComparison.Ordinal).Replace(State, said.Text, StringComparison.Ordinal).Replace(Tone, said.Tone, StringComparison.Ordinal).Replace(Trust, said.Trust, StringComparison.Ordinal)
        .Replace(Doubt, said.Doubt, StringComparison.Ordinal).Replace(Sign, said.Sign, StringComparison.Ordinal).Replace(Assured, assured, StringComparison.Ordinal).Replace(Slug, slug, StringComparison.Ordinal);
}
