using System.Collections.Immutable;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Chat;

/// <summary>Words an answer as a reply; the same for every platform and for <c>ask</c>.</summary>
public static class AnswerReplies
{
    private const int MostChoices = 4;
    private const int MostNearest = 3;
    private const int MostOthers = 2;

    /// <summary>The reply to an answer.</summary>
    /// <param name="answer">What the engine made of the question.</param>
    /// <param name="language">The language of the bot's own words.</param>
    public static Reply Of(Answer answer, Language language)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var texts = Texts.In(language);
        return answer switch
        {
            Answer.Found found => Quote(found, language),
            Answer.Candidates => new Reply.Choices(texts.ChoicesHead) { Language = language, Buttons = [.. Show(answer.Readings, MostChoices, language), Topics(texts)] },
            Answer.Abstained { Reason: AbstainReason.NothingRetrieved or AbstainReason.LowConfidence } => NotFound(answer, language),
            Answer.Abstained abstained => new Reply.Said(SmallTalkWords(abstained.Reason, texts)) { Language = language, Buttons = [Topics(texts)] },
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No such answer."),
        };
    }

    /// <summary>A passage quoted because somebody chose it.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="highlight">What to show in bold.</param>
    /// <param name="language">The language of the bot's own words.</param>
    /// <param name="notes">What to say beside the quote.</param>
    public static Reply.Quoted Quote(Passage passage, TextSpan highlight, Language language, params ImmutableArray<string> notes)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var texts = Texts.In(language);
        var translation = passage.Language == language ? null : passage.TranslationInto(language);
        return new Reply.Quoted
        {
            Language = language,
            Passage = passage,
            Highlight = highlight,
            Translation = translation,
            TranslationLabel = translation is null ? "" : texts.TranslationLabel,
            SourceLine = Labels.Source(passage.Source, texts),
            Notes = notes,
            Buttons = [Topics(texts)],
        };
    }

    private static Reply.Quoted Quote(Answer.Found found, Language language)
    {
        var texts = Texts.In(language);
        var notes = ImmutableArray.CreateBuilder<string>();
        var repaired = found.Words.Where(word => word.SearchedAs is not null).Select(word => word.SearchedAs!).Distinct().ToList();
        if (repaired.Count > 0) notes.Add(texts.SearchedFor(string.Join(", ", repaired)));
        if (found.CompletedFrom is { } previous) notes.Add(texts.TakenTogether(Labels.Echo(previous)));

        var others = Show(found.Readings, MostOthers + 1, language).Skip(1); // after the one that is quoted
        var quote = Quote(found.Best.Passage, found.Best.Highlight, language, notes.ToImmutable());
        return quote with { Buttons = [.. others, .. quote.Buttons] };
    }

    private static Reply.NotFound NotFound(Answer answer, Language language)
    {
        var texts = Texts.In(language);
        var unknown = answer.UnknownWords.Take(5).Select(Labels.Echo).ToList();
        var nearest = Show(answer.Readings, MostNearest, language).ToList();
        var message = texts.NotFound;
        if (unknown.Count > 0) message += " " + texts.NotMentioned(string.Join(", ", unknown));
        if (nearest.Count > 0) message += "\n" + texts.Nearest;
        return new Reply.NotFound(message) { Language = language, Buttons = [.. nearest, Topics(texts)] };
    }

    // One button a question; the second passage of the same question is told by its first words.
    private static IEnumerable<ReplyButton> Show(ImmutableArray<Reading> readings, int most, Language language)
    {
        var texts = Texts.In(language);
        var seen = new HashSet<(string, int)>();
        foreach (var reading in readings.Take(most))
        {
            var passage = reading.Passage;
            yield return seen.Add((passage.Source.InterviewId, passage.Turn))
                ? Labels.Show(passage, texts, language)
                : Labels.ShowByText(passage, language);
        }
    }

    private static ReplyButton Topics(Texts texts) => new(texts.TopicsButton, new ReplyAction.BrowseTopics(0));

    private static string SmallTalkWords(AbstainReason reason, Texts texts) => reason switch
    {
        AbstainReason.Greeting => texts.Greeting,
        AbstainReason.Thanks => texts.Thanks,
        AbstainReason.Farewell => texts.Farewell,
        AbstainReason.AboutBot => texts.AboutBot,
        AbstainReason.SmallTalk => texts.SmallTalk,
        AbstainReason.Insult => texts.Insult,
        _ => texts.Noise,
    };
}
