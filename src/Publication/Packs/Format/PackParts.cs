namespace Amparo.Publication;

/// <summary>The parts that every pack has, in this order. Further ones follow by name.</summary>
public static class PackParts
{
    /// <summary>A line for each entry: name, address, card, page.</summary>
    public const string Centres = "centres";

    /// <summary>A line for each entry, in the same order: what changes with the clock.</summary>
    public const string Live = "live";

    /// <summary>Addresses and points of shelters and other houses where people sleep or hide: gone after seven days.</summary>
    public const string Where = "whereabouts";

    /// <summary>A line for each country: its numbers to call in danger.</summary>
    public const string Numbers = "numbers";

    /// <summary>A line for each holiday of the coming months: country, day, 1 where it holds everywhere.</summary>
    public const string Holidays = "holidays";

    /// <summary>The texts that a device needs to say what the clock changes.</summary>
    public const string Words = "words";

    /// <summary>A line for each entry that is out of readers' sight for some days: in its place stand helplines.</summary>
    public const string Veils = "veils";

    /// <summary>The search index, opaque here.</summary>
    public const string Index = "index";
}
