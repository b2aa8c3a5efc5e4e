using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Amparo.Public.Packs;

/// <summary>Where a hub or anybody with a browser has a file checked that came from hand to hand. It is looked at in memory and kept nowhere.</summary>
[Public("public.packs"), RequestSizeLimit(MostBytes + 64 * 1024)]
internal sealed class CheckModel(PackInspection inspection, PackStore store, KeyFolder keys) : PublicPage
{
    private const int MostBytes = 4 * 1024 * 1024;

    // Unpacked such a file may be thirty times as large: one at a time, or a few senders would take the memory of all readers.
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public PackInspected? Found { get; private set; }
    public bool IsNothing { get; private set; }
    public bool IsTooMany { get; private set; }

    /// <summary>Something newer was made here since.</summary>
    public bool IsOld => Found?.Verdict is { IsUsable: true, Manifest: { } said } && store.Catalogue[said.Name]?.Edition > said.Edition;

    public override string PathIn(string language) => $"/{language}/packs/check";

    public void OnGet() => Facts.HasForm = true;

    // It takes no argument: for the sake of one the framework would read the form first.
    public async Task<IActionResult> OnPostAsync()
    {
        (Facts.HasForm, Facts.IsForOneReader) = (true, true);
        if (await Sent(HttpContext.RequestAborted) is not { Length: > 0 } file)
        {
            IsNothing = true;
            return Refused(StatusCodes.Status400BadRequest);
        }
        var revoked = store.Revoked is { } list ? RevokedList.Checked(list, keys) : null;
        if (!await OneAtATime.WaitAsync(Patience, HttpContext.RequestAborted))
        {
            IsTooMany = true;
            return Refused(StatusCodes.Status429TooManyRequests);
        }
        try
        {
            Found = inspection.Look(file, new(Now, Demonstration: Edition.Info.IsDemonstration, Revoked: revoked));
        }
        finally
        {
            OneAtATime.Release();
        }
        return Page();
    }

    // Not bound by the framework, which would write a large part to a temporary file.
    private async Task<byte[]?> Sent(CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary) return null;
        try
        {
            var reader = new MultipartReader(boundary, Request.Body);
            while (await reader.ReadNextSectionAsync(stop) is { } section)
            {
                if (section.AsFileSection() is not { FileStream: { } sent }) continue;
                using var file = new MemoryStream();
                var some = new byte[64 * 1024];
                while (await sent.ReadAsync(some, stop) is > 0 and var read)
                {
                    if (file.Length + read > MostBytes) return null;
                    file.Write(some, 0, read);
                }
                return file.ToArray();
            }
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
