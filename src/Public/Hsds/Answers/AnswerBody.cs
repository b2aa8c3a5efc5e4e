using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Hsds;

/// <summary>Where an answer is written: kept whole while it is small, sent on in pieces once it is long, so that memory stays flat.</summary>
internal sealed class AnswerBody(HttpContext context, Action begin)
{
    private const int Longest = 512 * 1024;
    private readonly ArrayBufferWriter<byte> _room = new(16 * 1024);

    public IBufferWriter<byte> Room => _room;
    public ReadOnlyMemory<byte> Whole => _room.WrittenMemory;

    /// <summary>Whether a part of it has left: it can then no longer be packed, kept or given a tag.</summary>
    public bool IsOnItsWay { get; private set; }

    public async ValueTask Breathe()
    {
        if (_room.WrittenCount < Longest) return;
        if (!IsOnItsWay) begin();
        IsOnItsWay = true;
        await SendOn();
    }

    public async Task SendOn()
    {
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(_room.WrittenMemory, context.RequestAborted);
        _room.ResetWrittenCount();
    }
}
