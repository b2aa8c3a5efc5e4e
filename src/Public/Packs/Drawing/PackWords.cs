namespace Amparo.Public.Packs;

/// <summary>The texts that a device says by itself. What of a page is the same for everybody it takes from the server's own page.</summary>
internal static class PackWords
{
    private static readonly string[] Begun = ["public.state.", "public.trust.", "public.where.", "public.months", "public.days", "public.pack.check.", "public.wrong.", "public.pocket.", "places.kind.", "places.for."];

    private static readonly string[] Whole =
    [
        "public.find.heading", "public.find.near_place", "public.find.near_you", "public.find.open_now", "public.find.asks_no_papers", "public.find.understood", "public.find.two_meanings", "public.find.only_this",
        "public.find.found", "public.find.more_than", "public.find.say_where", "public.find.say_what", "public.find.pages", "public.find.previous", "public.find.next", "public.find.nothing", "public.find.instead",
        "public.find.last_resort", "public.map.link", "public.near.to_be_verified", "public.near.which", "public.full.others", "public.migration.not_help", "public.asylum.link", "public.emergency.link", "public.consulates.heading",
        "public.consulates.none", "public.consulates.else", "public.danger.none_open", "public.data_of", .. Careful,
    ];

    /// <summary>On these somebody's safety hangs: while no speaker has read the translation, the Spanish travels with them.</summary>
    public static IReadOnlyList<string> Careful => ["public.asylum.always", "public.asylum.before_consulate", "public.migration.what_can_happen", "public.veil.list"];

    public static IEnumerable<string> Of(Texts texts) =>
        texts.Keys(Languages.Base).Where(k => Whole.Contains(k) || Begun.Any(b => k.StartsWith(b, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
}
