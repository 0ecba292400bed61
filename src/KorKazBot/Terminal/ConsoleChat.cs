using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Streams;

namespace KorKazBot.Terminal;

/// <summary>The chat in a terminal, or over a pipe: the console's counterpart of a platform adapter.</summary>
/// <param name="respond">The turn handler that the platforms use too.</param>
/// <param name="streams">Where it is typed and shown.</param>
/// <param name="language">The person's language, where it is known.</param>
internal sealed class ConsoleChat(Func<Turn, CancellationToken, Task<Reply>> respond, StandardStreams streams, Language? language)
{
    private static readonly Conversation Here = new("console", "terminal", "me");

    private readonly IReplyPrinter _printer = ReplyPrinters.For(streams);
    private readonly bool _talks = streams.Terminal is { Input: true, Output: true };
    private Reply? _last;

    /// <summary>What the person may do.</summary>
    public Role Role { get; init; }

    /// <summary>Answers until the input ends or the person leaves.</summary>
    /// <param name="welcome">Two lines that say what this is; shown only to a person.</param>
    /// <param name="cancellationToken">Leaves at once.</param>
    public async Task RunAsync(string welcome, CancellationToken cancellationToken)
    {
        if (_talks) _printer.Print(new Reply.Said(welcome) { Language = language ?? Language.English });
        while (await NextAsync(cancellationToken) is { } typed && typed is not ("/quit" or "/exit"))
        {
            if (typed.Length == 0) continue;
            _last = await respond(TurnFor(typed), cancellationToken);
            _printer.Print(_last);
        }

        if (_talks) streams.Out.WriteLine();
    }

    private async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        if (_talks) streams.Out.Write("> ");
        return (await streams.In.ReadAsync(cancellationToken))?.Text.Trim();
    }

    // A number presses the button that carries it, as long as the last reply has one.
    private Turn TurnFor(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _last?.Buttons.Length
            ? new Turn { Conversation = Here, Action = _last.Buttons[number - 1].Action, ClientLanguage = language, Role = Role, IsOwnChat = true }
            : new Turn { Conversation = Here, Text = typed, ClientLanguage = language, Role = Role, IsOwnChat = true };
}
