using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class AnswerTests : IDisposable
{
    private const string Source = "Koo Hong-seok, Ambassador of the Republic of Korea in Kazakhstan · Kazinform · ";

    private static readonly string Published = Repository.Read("corpus/interviews/koo-2021-05/en.md");

    private readonly BotDriver _bot = new();

    public static TheoryData<string> Answered => Golden.Answered;

    public void Dispose() => _bot.Dispose();

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task An_answer_is_quoted_letter_by_letter_with_its_source(string id)
    {
        var quoted = Assert.IsType<Reply.Quoted>(await _bot.SayAsync(Golden.Question(id)));

        Assert.Contains(Golden.Gold(id), gold => quoted.Passage.Text.Contains(gold, StringComparison.Ordinal));
        Assert.Contains("\n" + quoted.Passage.Text + "\n", Published, StringComparison.Ordinal);
        Assert.Contains(quoted.Bold(), quoted.Passage.Text, StringComparison.Ordinal);
        Assert.NotEmpty(quoted.Bold());
        Assert.StartsWith(Source, quoted.SourceLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Сколько корейских компаний работает в Казахстане?", "ru", "Неофициальный перевод", "26 мая 2021 г.")]
    [InlineData("2020 жылы екіжақты сауда көлемі қанша болды?", "kk", "Бейресми аударма", "2021 жылғы 26 мамыр")]
    [InlineData("카자흐스탄에서 사업을 하는 한국 기업은 몇 개입니까?", "ko", "비공식 번역", "2021년 5월 26일")]
    public async Task The_quote_stays_as_published_and_the_translation_stands_under_it(string question, string code, string label, string day)
    {
        var quoted = Assert.IsType<Reply.Quoted>(await _bot.SayAsync(question));

        Assert.Equal(Language.English, quoted.Passage.Language);
        Assert.Equal(label, quoted.TranslationLabel);
        var translation = Repository.Read($"corpus/interviews/koo-2021-05/{code}.md");
        Assert.Contains("\n" + quoted.Translation!.Text + "\n", translation, StringComparison.Ordinal);
        Assert.EndsWith(" · " + day, quoted.SourceLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_language_of_the_interview_there_is_no_translation()
    {
        var quoted = (await _bot.SayAsync("Who builds a highway in Almaty?")).ShouldQuote("SK Engineering");

        Assert.Null(quoted.Translation);
        Assert.Empty(quoted.TranslationLabel);
        Assert.EndsWith(" · 26 May 2021", quoted.SourceLine, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Beside_an_answer_there_are_other_places_and_none_is_the_question_just_answered(string id)
    {
        var quoted = Assert.IsType<Reply.Quoted>(await _bot.SayAsync(Golden.Question(id)));

        quoted.ShouldLeadToTopics();
        Assert.InRange(quoted.Passages().Length, 0, 2);
        Assert.Equal(quoted.Labels().Distinct(), quoted.Labels());
        var asked = quoted.Passage.TranslationInto(quoted.Language)?.Asked ?? quoted.Passage.Asked;
        Assert.DoesNotContain(quoted.Passages(), button => asked.StartsWith(button.Label.TrimEnd('…'), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coperation in the helthcare sector", "cooperation, healthcare")]
    [InlineData("Which companies make cosmetcs?", "cosmetics")]
    public async Task A_misspelt_word_is_answered_and_the_repair_is_told(string question, string repaired)
    {
        var quoted = Assert.IsType<Reply.Quoted>(await _bot.SayAsync(question));

        Assert.Equal("Searched for: " + repaired, Assert.Single(quoted.Notes));
    }

    [Fact]
    public async Task A_word_that_is_spelt_right_gets_no_note() =>
        Assert.Empty((await _bot.SayAsync("Who builds a highway in Almaty?")).ShouldQuote("SK Engineering").Notes);

    [Fact]
    public async Task What_is_not_known_of_the_source_is_left_out()
    {
        var known = Some.Interview(("How many trams run?", "Twelve trams run in the city."), ("Who drives?", "Retired teachers."));
        var noDay = known with { Date = null, Interviewee = new Speaker("Kim Somebody", null) };
        using var bot = new BotDriver(noDay);
        Assert.Equal("Kim Somebody · The Paper", (await bot.SayAsync("How many trams run?")).ShouldQuote("Twelve").SourceLine);

        bot.Reload(noDay with { Publisher = null });
        Assert.Equal("Kim Somebody", (await bot.SayAsync("How many trams run?")).ShouldQuote("Twelve").SourceLine);
    }

    [Fact]
    public async Task A_question_longer_than_can_be_read_is_still_answered() =>
        (await _bot.SayAsync("Who builds a highway in Almaty? " + new string(' ', 3000) + "?")).ShouldQuote("SK Engineering");
}
