using System.Text.Encodings.Web;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Publication;
using Microsoft.AspNetCore.Html;

namespace Amparo.Public.Layout;

/// <summary>The words of a card.</summary>
internal sealed record CardWords(PublicPlace Place, StateWords State, string WhatFor, string Where);

/// <summary>A card in one language as every reader gets it while nothing of it changes: in two halves, since the distance between them is the reader's own.</summary>
internal sealed class DrawnCard(CardWords words, EditionInfo edition, DateTimeOffset from, DateTimeOffset goodUntil)
{
    /// <summary>Stands where the distance goes while it is drawn; no text of an entry holds it.</summary>
    public static readonly HtmlString FarMark = new("\uE000");

    private volatile CardWords? _words = words;

    public DateTimeOffset GoodUntil => goodUntil;
    public string Tone { get; } = words.State.Tone;
    public bool IsFull { get; } = words.State.Tone == StateWords.Full;
    public string Icon { get; } = words.State.IsDoubtful ? "ask" : "ok";

    /// <summary>Null once it was drawn.</summary>
    public CardWords? Words => _words;
    public IHtmlContent Before { get; private set; } = HtmlString.Empty;
    public IHtmlContent After { get; private set; } = HtmlString.Empty;

    public bool HoldsFor(EditionInfo now, DateTimeOffset at) => ReferenceEquals(edition, now) && from <= at && at < goodUntil;

    public void Keep(IHtmlContent drawn, HtmlEncoder encoder)
    {
        using var text = new StringWriter();
        drawn.WriteTo(text, encoder);
        var halves = text.ToString().Split(FarMark.Value, 2);
        (Before, After) = (new HtmlString(halves[0]), new HtmlString(halves[1]));
        _words = null;
    }
}
