namespace Amparo.Publication;

/// <summary>What the server offered must not be shown: it is forged, older than what is here, or damaged. The message says which.</summary>
public sealed class FetchRefused(string message) : Exception(message);

/// <summary>The line or the server failed; what arrived so far is kept, and the next try goes on from there.</summary>
public sealed class FetchCut(string message, Exception? why = null) : Exception(message, why);

/// <summary>There is no room on this disk for the new edition beside the old one.</summary>
public sealed class FetchNoRoom(Exception? why = null) : Exception("The disk is full: a new edition needs room beside the old one until it is whole.", why);
