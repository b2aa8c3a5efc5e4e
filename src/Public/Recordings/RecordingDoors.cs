using Amparo.Contracts.Recordings;
using Amparo.Public.Feeds;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Amparo.Public.Recordings;

/// <summary>Sounds singly, for whoever has no app; and as one file of each language, so that with the app nobody can tell what is listened to.</summary>
internal sealed class RecordingDoors(CurrentEdition current, RecordingStore store, AudioPacks packs)
{
    /// <summary>Only what the edition of now names: what was withdrawn may lie here for a moment longer.</summary>
    public Task Sound(HttpContext context)
    {
        var (sha256, end) = ((string)context.Request.RouteValues["sha256"]!, (string)context.Request.RouteValues["end"]!);
        if (current.Now?.Sound(sha256) is not { } recording || SoundTypes.Ends[recording.Type] != end || !store.Has(sha256)) return Plain.NotFound(context, "There is no such recording, or not any more.");
        // A shared telephone must not keep what somebody listened to, nor play tomorrow what is withdrawn today.
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(store.PathOf(sha256), recording.Type, entityTag: new EntityTagHeaderValue($"\"{sha256[..24]}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    public Task File(HttpContext context)
    {
        if (Row(context) is not { } row) return None(context);
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.File(store.PathOf(row), "application/octet-stream", $"audio-{row.Language}.pack", entityTag: TagOf(row), enableRangeProcessing: true).ExecuteAsync(context);
    }

    /// <summary>Asked hourly by whoever keeps the file, and never from a store that lies on the way.</summary>
    public Task Manifest(HttpContext context)
    {
        if (Row(context) is not { } row) return None(context);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(packs.ManifestOf(row), "application/json; charset=utf-8", entityTag: TagOf(row)).ExecuteAsync(context);
    }

    private AudioRow? Row(HttpContext context) => store[(string)context.Request.RouteValues["language"]!];

    private static EntityTagHeaderValue TagOf(AudioRow row) => new($"\"{row.Id}\"");

    private static Task None(HttpContext context) => Plain.NotFound(context, "There are no recordings in this language.");
}
