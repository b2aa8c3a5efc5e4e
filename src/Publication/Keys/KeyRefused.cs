namespace Amparo.Publication;

/// <summary>A key is missing, over, of the wrong kind or cannot be opened. The message says what to do and holds no secret.</summary>
public sealed class KeyRefused(string message) : Exception(message);
