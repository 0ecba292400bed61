using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Telegram.Messages;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace KorKazBot.Telegram.Updates;

/// <summary>Quotes to drop into any chat, while somebody types the bot's name and words there.</summary>
/// <param name="corpus">What is live.</param>
/// <param name="answerer">The engine.</param>
internal sealed class InlineCards(LiveCorpus corpus, QuestionAnswerer answerer)
{
    private const int MostCards = 10;
    private const int MostTitle = 100;
    private const int MostDescription = 200;
    private const int CacheSeconds = 300;

    /// <summary>The answer to an inline query: cards, what can be asked where nothing was typed, and a way to the bot where nothing fits.</summary>
    public AnswerInlineQueryRequest Answer(InlineQuery query)
    {
        var language = Languages.TryParse(query.From.LanguageCode, out var known) ? known : Language.English;
        using var lease = corpus.Acquire();
        var text = QuestionText.Clean(query.Query);
        var answer = text.Length == 0 ? null : answerer.Answer(new Question(text, UsualLanguage: language), lease.Generation.Retriever, MostCards);
        var isTalk = answer is null || answer is Answer.Abstained { Reason: var reason } && !IsNotFound(reason);
        var cards = isTalk ? Topics(lease.Generation, language) : answer!.Readings.Select(found => Card(found.Passage, found.Highlight, language));

        // The titles are in the reader's language, so nobody else's list is kept for them.
        return new AnswerInlineQueryRequest
        {
            InlineQueryId = query.Id,
            Results = [.. cards.Select((card, i) => With(card, i))],
            CacheTime = CacheSeconds,
            IsPersonal = true,
            Button = isTalk || !answer!.Readings.IsEmpty ? null : ToPrivateChat(language),
        };
    }

    private static bool IsNotFound(AbstainReason reason) =>
        reason is AbstainReason.NothingRetrieved or AbstainReason.LowConfidence or AbstainReason.Noise;

    private static InlineQueryResultsButton ToPrivateChat(Language language) =>
        new(Texts.In(language).AskMeDirectly) { StartParameter = PassageLinks.Topics };

    private static IEnumerable<InlineQueryResultArticle> Topics(Generation generation, Language language) =>
        generation.Snapshot.Interviews
            .SelectMany(InterviewPassages.Of)
            .Where(passage => passage.Asked.Length > 0)
            .DistinctBy(passage => (passage.Source.InterviewId, passage.Turn))
            .Take(MostCards)
            .Select(passage => Card(passage, default, language));

    private static InlineQueryResultArticle Card(Passage passage, TextSpan highlight, Language language)
    {
        var reply = AnswerReplies.Quote(passage, highlight, language);
        var asked = reply.Translation is { Asked.Length: > 0 } translation ? translation.Asked : passage.Asked;
        var title = Short(asked.Length > 0 ? asked : passage.Source.Title, MostTitle);
        var content = new InputTextMessageContent(TelegramReply.Card(passage, highlight, reply.SourceLine).Html)
        {
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        };
        var sentence = highlight.Length > 0 ? highlight.Of(passage.Text) : passage.Text;
        return new InlineQueryResultArticle("0", title, content) { Description = Short(sentence, MostDescription) };
    }

    private static InlineQueryResultArticle With(InlineQueryResultArticle card, int number)
    {
        card.Id = number.ToString(CultureInfo.InvariantCulture);
        return card;
    }

    private static string Short(string text, int most)
    {
        var line = TextCut.Excerpt(TelegramHtml.CleanLine(text), default, most).Text;
        return TelegramHtml.HasInk(line) ? line : "…";
    }
}
