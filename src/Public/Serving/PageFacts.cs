using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>What a page says about itself to whoever keeps and sends it.</summary>
internal sealed class PageFacts
{
    /// <summary>Nothing on the page is untrue before this instant.</summary>
    public DateTimeOffset GoodUntil { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Made for one reader: a form with its key, an answer to what was sent.</summary>
    public bool IsForOneReader { get; set; }

    /// <summary>Says what somebody looked for: a shared device must not keep it.</summary>
    public bool IsPersonal { get; set; }
    public bool HasForm { get; set; }

    /// <summary>Somebody writes in it what must not be lost.</summary>
    public bool IsWrittenIn => HasForm && IsForOneReader;

    public bool HasScript { get; set; }

    /// <summary>It offers to stand on the home screen, with a picture.</summary>
    public bool IsForHomeScreen { get; set; }

    /// <summary>Made to be printed: it has the styles of paper besides.</summary>
    public bool IsSheet { get; set; }

    /// <summary>Shows a map once somebody asks for it: it has the styles of one, and its script may ask this site for what it draws.</summary>
    public bool IsMap { get; set; }

    /// <summary>What is sent: a page, or the same for a script.</summary>
    public string ContentType { get; set; } = "text/html; charset=utf-8";

    /// <summary>Whether it is worth more work to make it small: it will be sent many times.</summary>
    public bool IsSentOften => !IsForOneReader && !IsPersonal;

    public void Until(DateTimeOffset? instant)
    {
        if (instant < GoodUntil) GoodUntil = instant.Value;
    }

    public static PageFacts Of(HttpContext context)
    {
        if (context.Features.Get<PageFacts>() is { } there) return there;
        var facts = new PageFacts();
        context.Features.Set(facts);
        return facts;
    }
}
