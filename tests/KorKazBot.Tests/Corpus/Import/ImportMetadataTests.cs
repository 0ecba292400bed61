using KorKazBot.Corpus;
using KorKazBot.Corpus.Import;
using KorKazBot.Engine;
using KorKazBot.Engine.Corpus;

namespace KorKazBot.Tests.Corpus.Import;

public sealed class ImportMetadataTests : IDisposable
{
    private const string Talk = "\n\nHow are you today?\n\nVery well indeed.\n";

    private readonly DirectoryInfo _corpus = Directory.CreateTempSubdirectory("metadata");

    public void Dispose() => _corpus.Delete(recursive: true);

    [Theory]
    [InlineData("NUR-SULTAN. KAZINFORM - The ambassador spoke.", null, "Nur-Sultan", "Kazinform")]
    [InlineData("АСТАНА. КАЗИНФОРМ – Посол рассказал.", null, "Астана", "Казинформ")]
    [InlineData("(서울=연합뉴스) 김철수 기자 = 대사를 만났다.", null, "서울", "연합뉴스")]
    [InlineData("2021년 5월 26일", "2021-05-26", null, null)]
    [InlineData("May 26, 2021", "2021-05-26", null, null)]
    [InlineData("Published on 26 May 2021.", "2021-05-26", null, null)]
    [InlineData("2021-05-26", "2021-05-26", null, null)]
    [InlineData("26.05.2021", "2021-05-26", null, null)]
    [InlineData("2021-02-30", null, null, null)]
    [InlineData("31.02.2021", null, null, null)]
    [InlineData("In the year 2021 much began.", null, null, null)]
    public void A_dateline_is_read_and_stays_in_the_lead(string line, string? date, string? place, string? agency)
    {
        var interview = Imported(line + Talk, new ImportOptions { Id = "one" });

        Assert.Equal(date, interview.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((place, agency), (interview.Place, interview.Publisher));
        Assert.Equal(line, interview.Turns[0].Paragraphs.Single());
        Assert.Equal("How are you today?", interview.Turns[1].Asked);
    }

    [Fact]
    public void What_the_person_knows_goes_before_what_the_text_tells()
    {
        var interview = Imported("ASTANA. KAZINFORM - On May 26, 2021 we spoke." + Talk, new ImportOptions
        {
            Id = "one",
            Title = "A \"new\" title: yes",
            Interviewee = "Koo, Hong-seok",
            Role = "Ambassador",
            Interviewer = "true",
            Publisher = "The Paper",
            Date = new DateOnly(2021, 5, 27),
            Source = new Uri("https://example.org/a?b=c#d"),
        });

        Assert.Equal("A \"new\" title: yes", interview.Title);
        Assert.Equal(new Speaker("Koo, Hong-seok", "Ambassador"), interview.Interviewee);
        Assert.Equal(("true", "The Paper", "Astana"), (interview.Interviewer, interview.Publisher, interview.Place));
        Assert.Equal(new DateOnly(2021, 5, 27), interview.Date);
        Assert.Equal("https://example.org/a?b=c#d", interview.Source?.AbsoluteUri);
    }

    [Fact]
    public void What_nothing_tells_is_asked_for()
    {
        var report = TranscriptImporter.Import("We spoke." + Talk, new ImportOptions { Id = "one" }).Report;

        Assert.Contains("1 turns, 1 answer paragraphs.", report.ToText(), StringComparison.Ordinal);
        Assert.EndsWith("add: title, interviewee, interviewer, publisher, date, place, source.\n", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_question_says_how_to_mark_one()
    {
        var report = TranscriptImporter.Import("Once upon a time.\n\nThere was a king.", new ImportOptions { Id = "one" }).Report;

        Assert.Contains("mark each question with 'Q:' and each answer with 'A:'", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_may_be_wrong_names_its_line()
    {
        var report = TranscriptImporter.Import("A title\n\nTell us of you.\n\nI am a bot.", new ImportOptions { Id = "one" }).Report;

        Assert.Contains("line 1: 'A title': taken as the title.", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("line 3: 'Tell us of you.': taken as a question although", report.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_look_like_markup_are_quoted_as_they_are_printed()
    {
        var interview = Imported("Q: What is this?\nA: # one\n\n> two\n\n---\n\n\\four", new ImportOptions { Id = "one", Title = "T" });

        Assert.Equal(["# one", "> two", "---", "\\four"], interview.Turns.Single().Paragraphs.AsEnumerable());
    }

    [Theory]
    [InlineData("В: Как дела?\nО: Хорошо, спасибо вам за вопрос.", Language.Russian)]
    [InlineData("Сұрақ: Қалыңыз қалай?\nЖауап: Жақсы, рақмет.", Language.Kazakh)]
    [InlineData("문: 안녕하십니까?\n답: 네, 안녕하십니까.", Language.Korean)]
    [InlineData("Q: How are you?\nA: Well, thank you.", Language.English)]
    public void The_language_is_told_by_the_letters(string text, Language language) =>
        Assert.Equal(language, TranscriptImporter.Import(text, new ImportOptions { Id = "one" }).Language);

    private Interview Imported(string text, ImportOptions options)
    {
        var result = TranscriptImporter.Import(text, options with { Language = Language.English });
        InterviewFolder.Write(Path.Combine(_corpus.FullName, "interviews"), options.Id, result.Language, result.Markdown, force: true);
        return new CorpusFolder(_corpus.FullName).Read().Interviews.Single();
    }
}
