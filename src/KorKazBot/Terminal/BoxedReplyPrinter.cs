using KorKazBot.Engine.Chat;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KorKazBot.Terminal;

/// <summary>Replies on a terminal: the quote in a box with its best sentence bold, buttons numbered under it.</summary>
internal sealed class BoxedReplyPrinter : IReplyPrinter
{
    /// <summary>Wider lines than this are hard to read, however wide the window.</summary>
    private const int ReadableColumns = 100;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Accent = new(foreground: Color.Teal);

    private readonly IAnsiConsole _console;

    public BoxedReplyPrinter(TextWriter output, int width)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        _console.Profile.Width = Math.Min(width, ReadableColumns);
    }

    public void Print(Reply reply)
    {
        switch (reply)
        {
            case Reply.Quoted quoted: Quote(quoted); break;
            case Reply.Choices choices: _console.Write(new Text($"{choices.Message}\n")); break;
            case Reply.NotFound notFound: _console.Write(new Text($"{notFound.Message}\n")); break;
            case Reply.Said said: _console.Write(new Text($"{said.Message}\n")); break;
        }

        for (var i = 0; i < reply.Buttons.Length; i++) _console.Write(Button(i + 1, reply.Buttons[i].Label));
        _console.WriteLine();
    }

    private void Quote(Reply.Quoted quoted)
    {
        var (before, best, after) = QuoteParts.Of(quoted);
        var rows = new List<IRenderable>();
        if (quoted.Passage.Asked.Length > 0) rows.AddRange([new Text(quoted.Passage.Asked, Accent), Text.Empty]);
        rows.Add(new Paragraph().Append(before).Append(best, Bold).Append(after));
        rows.AddRange([Text.Empty, new Text(quoted.SourceLine, Faint)]);
        if (quoted.Translation is { } translation) rows.AddRange([new Rule { Style = Faint }, new Text(quoted.TranslationLabel, Faint), new Text(translation.Text)]);

        _console.Write(new Panel(new Rows(rows)) { Border = BoxBorder.Rounded, Padding = new Padding(1, 0), Expand = false });
        foreach (var note in quoted.Notes) _console.Write(new Text($"{note}\n", Faint));
    }

    private static Grid Button(int number, string label)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        return grid.AddRow(new Text($"[{number}]", Accent), new Text(label));
    }
}
