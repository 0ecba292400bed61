using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Chat;

/// <summary>Answers one turn of anybody, from any platform: a command, a button or a question.</summary>
/// <param name="corpus">What is live.</param>
/// <param name="answerer">The engine.</param>
/// <param name="memory">What is remembered of conversations.</param>
/// <param name="onFailure">Takes the reference that the user was given, and what happened.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class TurnHandler(LiveCorpus corpus, QuestionAnswerer answerer, ConversationMemory memory, Action<string, Exception> onFailure)
{
    /// <summary>Answers a turn. A failure becomes a reply with a reference, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var lease = corpus.Acquire();
            return Task.FromResult(Respond(turn, lease.Generation));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));
            onFailure(reference, exception);
            var language = LanguageFor(turn, memory.Recall(turn.Conversation));
            return Task.FromResult<Reply>(new Reply.Said(Texts.In(language).Failed(reference)) { Language = language });
        }
    }

    private Reply Respond(Turn turn, Generation generation)
    {
        var text = QuestionText.Clean(turn.Text);
        var language = LanguageFor(turn, memory.Recall(turn.Conversation));
        if (turn.Action is { } action) return Press(action, turn, generation, language);
        if (!text.StartsWith('/')) return Ask(text, turn, generation);

        var (command, argument) = Split(text);
        return command switch
        {
            "/start" when argument.Length > 0 => Show(argument, null, generation, language),
            "/start" => Say(Texts.In(language).Welcome, language, Topics.Button(language)),
            "/help" => Say(Texts.In(language).Help(Topics.Example(generation, language)), language, Topics.Button(language)),
            "/ask" when argument.Length > 0 => Ask(argument, turn, generation),
            "/ask" => Say(Texts.In(language).AskHint(Topics.Example(generation, language)), language),
            "/topics" => Topics.Page(generation, 0, language),
            "/about" => About(generation, language),
            "/lang" => ChooseLanguage(argument, turn, language),
            _ => Say(Texts.In(language).UnknownCommand(Labels.Echo(command)), language, Topics.Button(language)),
        };
    }

    private Reply Ask(string text, Turn turn, Generation generation)
    {
        var known = memory.Recall(turn.Conversation);
        var usual = known.Chosen ?? known.Usual ?? turn.ClientLanguage;
        var answer = answerer.Answer(new Question(text, UsualLanguage: usual, Previous: known.Previous), generation.Retriever);
        if (answer is Answer.Abstained { Reason: AbstainReason.EmptyQuestion })
        {
            var language = LanguageFor(turn, known);
            return Say(Texts.In(language).Help(Topics.Example(generation, language)), language, Topics.Button(language));
        }

        // "And in 2020?" after "And in 2019?" still means the question that began it.
        if (answer.Words.Length > 0)
            memory.RememberQuestion(turn.Conversation, answer.CompletedFrom is { } previous ? $"{previous} {text}" : text, answer.Language);
        return AnswerReplies.Of(answer, known.Chosen ?? answer.Language);
    }

    private Reply Press(ReplyAction action, Turn turn, Generation generation, Language language)
    {
        switch (action)
        {
            case ReplyAction.ShowPassage show: return Show(show.PassageId, show.ContentHash, generation, language);
            case ReplyAction.BrowseTopics browse: return Topics.Page(generation, browse.Page, language);
            case ReplyAction.ChooseLanguage choose:
                memory.RememberChoice(turn.Conversation, choose.Language);
                return Say(Texts.In(choose.Language).LangChosen, choose.Language);
            default: throw new ArgumentOutOfRangeException(nameof(action), action, "No such action.");
        }
    }

    private static Reply Show(string id, string? hash, Generation generation, Language language)
    {
        var texts = Texts.In(language);
        var passage = generation.Snapshot.Passages.FirstOrDefault(passage => passage.Id == id);
        if (passage is null) return Say(texts.PassageGone, language, Topics.Button(language));
        var isChanged = hash is not null && !passage.ContentHash.StartsWith(hash, StringComparison.Ordinal);
        return AnswerReplies.Quote(passage, new TextSpan(0, 0), language, isChanged ? [texts.PassageChanged] : []);
    }

    private Reply ChooseLanguage(string argument, Turn turn, Language language)
    {
        if (LanguageNames.TryParse(argument, out var chosen)) return Press(new ReplyAction.ChooseLanguage(chosen), turn, null!, language);
        var texts = Texts.In(language);
        var message = argument.Length == 0 ? texts.LangChoose : texts.LangUnknown(Labels.Echo(argument));
        return Say(message, language, [.. Languages.All.Select(each => new ReplyButton(each.OwnName(), new ReplyAction.ChooseLanguage(each)))]);
    }

    private static Reply.Said About(Generation generation, Language language) =>
        Say(
            Texts.In(language).About(generation.Snapshot.Interviews.Length, generation.Snapshot.Passages.Length, generation.Id),
            language,
            Topics.Button(language));

    private static Reply.Said Say(string message, Language language, params ReplyButton[] buttons) =>
        new(message) { Language = language, Buttons = [.. buttons] };

    private static Language LanguageFor(Turn turn, ConversationMemory.Recollection known) =>
        known.Chosen ?? known.Usual ?? turn.ClientLanguage ?? Language.English;

    // Clients append the bot's name in groups; cleaning has turned every kind of space into a plain one.
    private static (string Command, string Argument) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var command = space < 0 ? text : text[..space];
        var at = command.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) command = command[..at];
        return (command.ToLowerInvariant(), space < 0 ? "" : text[(space + 1)..]);
    }
}
