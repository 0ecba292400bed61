using System.Collections.Immutable;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Delivery;

namespace KorKazBot.Engine.Chat;

/// <summary>Answers one turn of anybody, from any platform: a command, a button or a question.</summary>
/// <param name="corpus">What is live.</param>
/// <param name="answerer">The engine.</param>
/// <param name="memory">What is remembered of conversations.</param>
/// <param name="onFailure">Takes the reference that the user was given, and what happened.</param>
/// <param name="families">Further commands: the first that knows a command answers it.</param>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class TurnHandler(
    LiveCorpus corpus,
    QuestionAnswerer answerer,
    ConversationMemory memory,
    Action<string, Exception> onFailure,
    params ImmutableArray<ICommands> families)
{
    /// <summary>Answers a turn. A failure becomes a reply with a reference, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var lease = corpus.Acquire();
            return await RespondAsync(turn, lease.Generation, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));
            onFailure(reference, exception);
            var language = LanguageFor(turn, memory.Recall(turn.Conversation));
            var texts = Texts.In(language);
            var message = exception is StoreUnavailableException ? texts.StoreOut(reference) : texts.Failed(reference);
            return new Reply.Said(message) { Language = language };
        }
    }

    private ValueTask<Reply> RespondAsync(Turn turn, Generation generation, CancellationToken cancellationToken)
    {
        var language = LanguageFor(turn, memory.Recall(turn.Conversation));
        if (turn.Action is not (null or ReplyAction.Command)) return PressAsync(turn.Action, turn, generation, language, cancellationToken);
        var text = turn.Action is ReplyAction.Command typed ? typed.Text : QuestionText.Clean(turn.Text);
        if (!text.StartsWith('/')) return new(Ask(text, turn, generation));

        var (command, argument) = Split(text);
        switch (command)
        {
            case "/start" when argument.Length > 0: return new(Show(argument, null, turn, generation, language));
            case "/start": return new(Say(Texts.In(language).Welcome, language, Topics.Button(language)));
            case "/help": return new(Say(Texts.In(language).Help(Topics.Example(generation, language)), language, Topics.Button(language)));
            case "/ask" when argument.Length > 0: return new(Ask(argument, turn, generation));
            case "/ask": return new(Say(Texts.In(language).AskHint(Topics.Example(generation, language)), language));
            case "/topics": return new(Topics.Page(generation, 0, language));
            case "/about": return new(About(generation, language));
            case "/lang": return new(ChooseLanguage(argument, turn, language));
            default:
                var unknown = Say(Texts.In(language).UnknownCommand(Labels.Echo(command)), language, Topics.Button(language));
                return FindFamilyAsync(new Invocation(turn, command, argument, generation, language), unknown, cancellationToken);
        }
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
        return Complete(new AnsweredTurn(turn, text, answer), AnswerReplies.Of(answer, known.Chosen ?? answer.Language));
    }

    private ValueTask<Reply> PressAsync(ReplyAction action, Turn turn, Generation generation, Language language, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case ReplyAction.ShowPassage show: return new(Show(show.PassageId, show.ContentHash, turn, generation, language));
            case ReplyAction.BrowseTopics browse: return new(Topics.Page(generation, browse.Page, language));
            case ReplyAction.ChooseLanguage choose: return new(Choose(choose.Language, turn));
            default:
                var stale = Say(Texts.In(language).ButtonStale, language, Topics.Button(language));
                return FindFamilyAsync(new Invocation(turn, "", "", generation, language), stale, cancellationToken);
        }
    }

    private async ValueTask<Reply> FindFamilyAsync(Invocation invocation, Reply unknown, CancellationToken cancellationToken)
    {
        foreach (var family in families)
        {
            if (family.Needs(invocation) is not { } needed) continue;
            if (invocation.Turn.Role >= needed) return await family.RespondAsync(invocation, cancellationToken);
            var texts = invocation.Texts;
            return invocation.Say(needed switch
            {
                Role.Owner => texts.ForOwner,
                Role.Moderator => texts.ForModerators,
                _ => texts.ForChatAdministrators,
            });
        }

        return unknown;
    }

    private Reply Show(string id, string? hash, Turn turn, Generation generation, Language language)
    {
        var texts = Texts.In(language);
        var passage = generation.Snapshot.Passages.FirstOrDefault(passage => passage.Id == id);
        if (passage is null) return Say(texts.PassageGone, language, Topics.Button(language));
        var isChanged = hash is not null && !passage.ContentHash.StartsWith(hash, StringComparison.Ordinal);
        var quoted = AnswerReplies.Quote(passage, new TextSpan(0, 0), language, isChanged ? [texts.PassageChanged] : []);
        return Complete(new AnsweredTurn(turn, "", null), quoted);
    }

    private Reply Complete(AnsweredTurn answered, Reply reply)
    {
        foreach (var family in families) reply = family.Complete(answered, reply);
        return reply;
    }

    private Reply.Said ChooseLanguage(string argument, Turn turn, Language language)
    {
        if (LanguageNames.TryParse(argument, out var chosen)) return Choose(chosen, turn);
        var texts = Texts.In(language);
        var message = argument.Length == 0 ? texts.LangChoose : texts.LangUnknown(Labels.Echo(argument));
        return Say(message, language, [.. Languages.All.Select(each => new ReplyButton(each.OwnName(), new ReplyAction.ChooseLanguage(each)))]);
    }

    private Reply.Said Choose(Language chosen, Turn turn)
    {
        memory.RememberChoice(turn.Conversation, chosen);
        return Say(Texts.In(chosen).LangChosen, chosen);
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
