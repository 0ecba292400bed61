using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Chat;

/// <summary>A small family of commands and buttons, beside those that <see cref="TurnHandler"/> answers itself.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public interface ICommands
{
    /// <summary>What somebody must be to be answered, asked before anything else is done; null: the family doesn't know it.</summary>
    Role? Needs(Invocation invocation);

    /// <summary>Answers somebody who is what <see cref="Needs"/> asks for.</summary>
    /// <returns>The reply; a failure is thrown, and <see cref="TurnHandler"/> words it.</returns>
    Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken);

    /// <summary>Looks at an answer before it is sent: to count it, or to add a button. It must not wait for anything.</summary>
    /// <param name="answered">What was asked, and what came of it.</param>
    /// <param name="reply">The reply so far.</param>
    Reply Complete(AnsweredTurn answered, Reply reply) => reply;
}

/// <summary>A command that was typed, or a button that was pressed.</summary>
/// <param name="Turn">Who, where.</param>
/// <param name="Command">The command in lower case with its slash; empty where another button was pressed: see <see cref="Turn.Action"/>.</param>
/// <param name="Argument">What stands after it, cleaned; empty where nothing does.</param>
/// <param name="Generation">What is live; valid until the reply is there.</param>
/// <param name="Language">The language to answer in.</param>
public sealed record Invocation(Turn Turn, string Command, string Argument, Generation Generation, Language Language)
{
    /// <summary>The bot's words.</summary>
    public Texts Texts => Texts.In(Language);

    /// <summary>The bot's own words as a reply.</summary>
    public Reply.Said Say(string message, params IEnumerable<ReplyButton> buttons) => new(message) { Language = Language, Buttons = [.. buttons] };
}

/// <summary>A question that was answered, or a passage that was opened by its button.</summary>
/// <param name="Turn">Who, where.</param>
/// <param name="Question">The question, cleaned; empty where a passage was opened.</param>
/// <param name="Answer">What the engine made of it; null where a passage was opened.</param>
public sealed record AnsweredTurn(Turn Turn, string Question, Answer? Answer);
