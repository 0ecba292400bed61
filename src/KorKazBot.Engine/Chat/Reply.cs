using System.Collections.Immutable;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.Chat;

/// <summary>What the bot says back, free of any platform: an adapter only draws it within its platform's limits.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>The language of the bot's own words; quotes stay in the language of the interview.</summary>
    public required Language Language { get; init; }

    /// <summary>What the user can press next, most useful first.</summary>
    public ImmutableArray<ReplyButton> Buttons { get; init; } = [];

    /// <summary>A passage quoted verbatim. It carries the passage and the span, so that an adapter can show nothing but the slice.</summary>
    public sealed record Quoted : Reply
    {
        /// <summary>The passage; show all of <see cref="Passage.Text"/>, or as much around the highlight as fits.</summary>
        public required Passage Passage { get; init; }

        /// <summary>The sentence to show in bold.</summary>
        public required TextSpan Highlight { get; init; }

        /// <summary>The unofficial translation to show under the quote; null: the quote is in the user's language, or there is none.</summary>
        public PassageTranslation? Translation { get; init; }

        /// <summary>The label over the translation; empty where there is none.</summary>
        public string TranslationLabel { get; init; } = "";

        /// <summary>Speaker, publisher and date in one line of plain text.</summary>
        public required string SourceLine { get; init; }

        /// <summary>What the user should know beside the quote, such as a repaired word; plain text, a line each.</summary>
        public ImmutableArray<string> Notes { get; init; } = [];
    }

    /// <summary>Two to four passages to choose from: the buttons carry the interview's questions.</summary>
    /// <param name="Message">What to choose, plain text.</param>
    public sealed record Choices(string Message) : Reply;

    /// <summary>The interviews don't say: which words they lack, and the nearest questions as buttons.</summary>
    /// <param name="Message">Plain text.</param>
    public sealed record NotFound(string Message) : Reply;

    /// <summary>Help, greetings, notices: the bot's own words.</summary>
    /// <param name="Message">Plain text; line breaks count.</param>
    public sealed record Said(string Message) : Reply;
}

/// <summary>Something to press.</summary>
/// <param name="Label">Plain text, at most 80 characters.</param>
/// <param name="Action">What pressing does.</param>
public sealed record ReplyButton(string Label, ReplyAction Action);

/// <summary>What a button does.</summary>
public abstract record ReplyAction
{
    private ReplyAction()
    {
    }

    /// <summary>Quotes a passage.</summary>
    /// <param name="PassageId">The passage.</param>
    /// <param name="ContentHash">The beginning of its <see cref="Passage.ContentHash"/> when the button was made: a changed passage says so.</param>
    public sealed record ShowPassage(string PassageId, string ContentHash) : ReplyAction;

    /// <summary>Lists the interviews' own questions.</summary>
    /// <param name="Page">From 0.</param>
    public sealed record BrowseTopics(int Page) : ReplyAction;

    /// <summary>Changes the language of the bot's own words.</summary>
    /// <param name="Language">The language to speak.</param>
    public sealed record ChooseLanguage(Language Language) : ReplyAction;

    /// <summary>Does what typing a command does: one way for buttons and for people who type, with the same rights.</summary>
    /// <param name="Text">The command with its argument, ASCII: <c>/unanswered 3</c>. Up to 55 characters fit on every platform.</param>
    public sealed record Command(string Text) : ReplyAction;

    /// <summary>Says what the person thinks of an answer. Not a command, so that only an answer of ours can be voted on.</summary>
    /// <param name="Verdict">What they think.</param>
    /// <param name="Answer">Which answer: 8 characters that stand for question and text.</param>
    /// <param name="PassageId">The passage that was quoted.</param>
    public sealed record CastVote(Verdict Verdict, string Answer, string PassageId) : ReplyAction;
}
