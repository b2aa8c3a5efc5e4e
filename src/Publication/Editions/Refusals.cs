namespace Amparo.Publication;

/// <summary>Demonstration and real records came together: somebody would call an invented number, or take a real one for invented.</summary>
public sealed class MixedEdition() : Exception(
    "Demonstration and real entries are approved in the same database, and they never share an edition. The last edition stays. " +
    "Withdraw the demonstration entries, or import the real lists into a data folder of their own (--data DIR).");

/// <summary>An edition is not what was signed. The message says which file and why, and no value of any record.</summary>
public sealed class EditionDamaged(string message) : Exception(message);

/// <summary>A part of an edition broke its contract; nothing was published.</summary>
public sealed class PartBroken(string message) : Exception(message);
