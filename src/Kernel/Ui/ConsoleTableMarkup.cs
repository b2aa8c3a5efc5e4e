using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Amparo.Kernel;

/// <summary>What stands around the rows of every table, written once.</summary>
public sealed partial class ConsoleTable
{
    /// <summary>The head of a column; a link that orders by it, and the other way round where it is ordered by it already.</summary>
    /// <param name="column">Null where the table cannot be ordered by it.</param>
    public IHtmlContent Head(string label, string? column = null)
    {
        var head = new TagBuilder("th");
        head.Attributes["scope"] = "col";
        if (IsFixed || column is null || _sorts.FirstOrDefault(s => Bare(s) == column) is not { } first)
        {
            head.InnerHtml.Append(label);
            return head;
        }
        var isThis = column == Column;
        if (isThis) head.Attributes["aria-sort"] = IsDown ? "descending" : "ascending";
        var link = new TagBuilder("a");
        link.Attributes["href"] = Link(sort: isThis ? IsDown ? column : "-" + column : first);
        link.InnerHtml.Append(label);
        head.InnerHtml.AppendHtml(link);
        return head;
    }

    /// <summary>One of its filters as a list to choose from.</summary>
    /// <param name="any">The words of "all".</param>
    public IHtmlContent Choice(string name, string label, string any, IEnumerable<(string Value, string Words)> options)
    {
        var (box, title, select) = (new TagBuilder("div"), new TagBuilder("label"), new TagBuilder("select"));
        title.Attributes["for"] = name;
        title.InnerHtml.Append(label);
        (select.Attributes["id"], select.Attributes["name"]) = (name, name);
        var chosen = _filters.FirstOrDefault(f => f.Name == name).Value ?? "";
        foreach (var (value, words) in options.Prepend(("", any)))
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = value;
            if (value == chosen) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(words);
            select.InnerHtml.AppendHtml(option);
        }
        box.InnerHtml.AppendHtml(title).AppendHtml(select);
        return box;
    }

    /// <summary>The order as hidden field of a form that changes the filters only.</summary>
    public IHtmlContent KeepsOrder()
    {
        if (Sort == _sorts[0]) return HtmlString.Empty;
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (field.Attributes["type"], field.Attributes["name"], field.Attributes["value"]) = ("hidden", "sort", Sort);
        return field;
    }

    /// <summary>Where there is more than this page.</summary>
    public IHtmlContent Pages(Words w)
    {
        if (Number == 1 && !HasMore) return HtmlString.Empty;
        var pages = new TagBuilder("nav");
        pages.AddCssClass("pages");
        pages.Attributes["aria-label"] = w["console.table.pages"];
        if (Number > 1) pages.InnerHtml.AppendHtml(Link(Number - 1, "prev", w["console.table.previous"]));
        if (HasMore) pages.InnerHtml.AppendHtml(Link(Number + 1, "next", w["console.table.next"]));
        return pages;
    }

    /// <summary>Its rows, all pages of them, as files; nothing where there are none.</summary>
    /// <param name="path">The door of the file.</param>
    public IHtmlContent Files(Words w, string path, int shown)
    {
        if (IsFixed || (shown == 0 && Number == 1)) return HtmlString.Empty;
        var acts = new TagBuilder("p");
        acts.AddCssClass("acts");
        acts.InnerHtml.AppendHtml(File(Link(path), w["console.table.csv"])).Append(" ").AppendHtml(File(Link(path, more: (TableFile.Parameter, TableFile.Workbook)), w["console.table.xlsx"]));
        return acts;
    }

    private TagBuilder Link(int number, string rel, string words)
    {
        var link = new TagBuilder("a");
        (link.Attributes["href"], link.Attributes["rel"]) = (Link(number: number), rel);
        link.InnerHtml.Append(words);
        return link;
    }

    private static TagBuilder File(string href, string words)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("button quiet");
        (link.Attributes["href"], link.Attributes["download"]) = (href, "");
        link.InnerHtml.Append(words);
        return link;
    }
}
