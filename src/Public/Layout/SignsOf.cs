using Amparo.Contracts.Places;

namespace Amparo.Public.Layout;

/// <summary>The pictograms that stand for a place where they lead: what it is, what else is there, for whom.</summary>
internal static class SignsOf
{
    private const int Most = 4;

    // Stands for whatever has no sign of its own: beside others it would say nothing.
    private const string Any = "pin";

    public static IReadOnlyList<string> All(PublicPlace place) =>
        [
            .. place.Profile.Services.Select(s => Icons.OfKind(s.Kind)).Concat(place.Profile.Serves.Select(Whom).OfType<string>()).Where(sign => sign != Any)
                .Prepend(Icons.OfKind(place.Kind)).Distinct().Take(Most),
        ];

    /// <summary>May one go there now: a tick, a lock, or a telephone where one has to ask first.</summary>
    public static string Tone(string tone) => tone switch { "open" => "ok", "later" => "lock", _ => "phone" };

    private static string? Whom(string population) => population switch
    {
        Populations.Families => "family",
        Populations.UnaccompaniedChildren => "child",
        _ => null,
    };
}
