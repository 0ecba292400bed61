using KorKazBot.Engine.Corpus;

namespace KorKazBot.Engine.Chat;

/// <summary>The interviews' own questions: what can be asked.</summary>
internal static class Topics
{
    private const int PageSize = 5;

    /// <summary>A page of questions as buttons; a page beyond the last is the last.</summary>
    public static Reply Page(Generation generation, int page, Language language)
    {
        var texts = Texts.In(language);
        var passages = FirstOfEachTurn(generation).ToList();
        if (passages.Count == 0) return new Reply.Said(texts.TopicsNone) { Language = language };

        var pages = (passages.Count + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 0, pages - 1);
        var buttons = passages.Skip(page * PageSize).Take(PageSize).Select(passage => Labels.Show(passage, texts, language)).ToList();
        if (page + 1 < pages) buttons.Add(new ReplyButton(texts.MoreTopics, new ReplyAction.BrowseTopics(page + 1)));
        if (page > 0) buttons.Add(new ReplyButton(texts.EarlierTopics, new ReplyAction.BrowseTopics(page - 1)));
        return new Reply.Said(texts.TopicsHead(page + 1, pages)) { Language = language, Buttons = [.. buttons] };
    }

    /// <summary>The button that opens the first page.</summary>
    public static ReplyButton Button(Language language) => new(Texts.In(language).TopicsButton, new ReplyAction.BrowseTopics(0));

    /// <summary>A question that surely has an answer, to show how to ask; in the user's language where there is a translation.</summary>
    public static string Example(Generation generation, Language language)
    {
        var questions = FirstOfEachTurn(generation).Select(passage => passage.TranslationInto(language)?.Asked ?? passage.Asked);
        return questions.Where(asked => asked.Length > 0).MinBy(asked => asked.Length) ?? "";
    }

    private static IEnumerable<Passage> FirstOfEachTurn(Generation generation) =>
        generation.Snapshot.Interviews
            .SelectMany(InterviewPassages.Of)
            .Where(passage => passage.Asked.Length > 0)
            .DistinctBy(passage => (passage.Source.InterviewId, passage.Turn));
}
