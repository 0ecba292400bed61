using System.Collections.Immutable;

namespace KorKazBot.Telegram.Messages;

/// <summary>How a stretch of text looks.</summary>
internal enum Look
{
    Plain,
    Bold,
    Italic,
}

/// <summary>Text of one look.</summary>
/// <param name="Text">Cleaned already: its length is what Telegram counts.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Link">Where it leads, https only; null: nowhere.</param>
internal sealed record Run(string Text, Look Look = Look.Plain, string? Link = null)
{
    public string Html
    {
        get
        {
            var text = TelegramHtml.Escape(Text);
            if (Text.Length == 0) return "";
            if (Link is not null) text = $"<a href=\"{TelegramHtml.Escape(Link)}\">{text}</a>";
            return Look switch
            {
                Look.Bold => $"<b>{text}</b>",
                Look.Italic => $"<i>{text}</i>",
                _ => text,
            };
        }
    }
}

/// <summary>Lines that stand together: a paragraph, or a quote that readers unfold.</summary>
/// <param name="IsQuote">Whether it is a quote.</param>
/// <param name="Runs">Its text.</param>
internal sealed record Block(bool IsQuote, ImmutableArray<Run> Runs)
{
    /// <summary>UTF-16 units, as Telegram counts them after it has read the markup.</summary>
    public int Length => Runs.Sum(run => run.Text.Length);

    /// <summary>Whether there is anything to see.</summary>
    public bool HasInk => Runs.Any(run => TelegramHtml.HasInk(run.Text));

    public string Text => Runs.Length == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    public string Html
    {
        get
        {
            var html = string.Concat(Runs.Select(run => run.Html));
            return IsQuote ? $"<blockquote expandable>{html}</blockquote>" : html;
        }
    }

    /// <summary>A paragraph of one look.</summary>
    public static Block Paragraph(string text, Look look = Look.Plain, string? link = null) =>
        new(false, [new Run(TelegramHtml.Clean(text).Trim(), look, link)]);

    /// <summary>A quote of a few runs.</summary>
    public static Block Quote(params ImmutableArray<Run> runs) => new(true, runs);

    /// <summary>The first so many units, and what remains; white space at the cut goes.</summary>
    public (Block Before, Block After) CutAt(int position)
    {
        var before = ImmutableArray.CreateBuilder<Run>();
        var after = ImmutableArray.CreateBuilder<Run>();
        foreach (var run in Runs)
        {
            var cut = Math.Clamp(position, 0, run.Text.Length);
            if (cut > 0) before.Add(run with { Text = run.Text[..cut] });
            if (cut < run.Text.Length) after.Add(run with { Text = run.Text[cut..] });
            position -= run.Text.Length;
        }

        return (this with { Runs = Trimmed(before, atEnd: true) }, this with { Runs = Trimmed(after, atEnd: false) });
    }

    private static ImmutableArray<Run> Trimmed(ImmutableArray<Run>.Builder runs, bool atEnd)
    {
        while (runs.Count > 0)
        {
            var i = atEnd ? runs.Count - 1 : 0;
            var text = atEnd ? runs[i].Text.TrimEnd() : runs[i].Text.TrimStart();
            if (text.Length > 0)
            {
                runs[i] = runs[i] with { Text = text };
                break;
            }

            runs.RemoveAt(i);
        }

        return runs.ToImmutable();
    }
}
