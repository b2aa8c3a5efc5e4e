namespace Amparo.Publication;

/// <summary>The bytes are not a pack, or not the whole of one.</summary>
internal sealed class PackBroken() : Exception("This is not a whole pack.");

/// <summary>So much is no pack for a phone; it is left out and the rest is made.</summary>
public sealed class PackTooLarge() : Exception("There are too many entries for one pack.");
