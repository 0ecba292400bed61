using KorKazBot.Engine.Chat;

namespace KorKazBot.Terminal;

/// <summary>Replies as plain text: no wrapping, no escape sequences; the best sentence between two asterisks on either side.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class PlainReplyPrinter(TextWriter output) : IReplyPrinter
{
    public void Print(Reply reply)
    {
        switch (reply)
        {
            case Reply.Quoted quoted: Quote(quoted); break;
            case Reply.Choices choices: output.WriteLine(choices.Message); break;
            case Reply.NotFound notFound: output.WriteLine(notFound.Message); break;
            case Reply.Said said: output.WriteLine(said.Message); break;
        }

        for (var i = 0; i < reply.Buttons.Length; i++) output.WriteLine($"  [{i + 1}] {reply.Buttons[i].Label}");
        output.WriteLine();
    }

    private void Quote(Reply.Quoted quoted)
    {
        var (before, best, after) = QuoteParts.Of(quoted);
        if (quoted.Passage.Asked.Length > 0) output.WriteLine($"— {quoted.Passage.Asked}");
        output.WriteLine(best.Length == 0 ? $"«{before}{after}»" : $"«{before}**{best}**{after}»");
        output.WriteLine(quoted.SourceLine);
        if (quoted.Translation is { } translation)
        {
            output.WriteLine();
            output.WriteLine(quoted.TranslationLabel);
            output.WriteLine(translation.Text);
        }

        foreach (var note in quoted.Notes) output.WriteLine(note);
    }
}
