using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class LanguageChoiceTests : IDisposable
{
    private readonly BotDriver _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("/lang en", Language.English, "I'll speak English.")]
    [InlineData("/lang EN-US", Language.English, "I'll speak English.")]
    [InlineData("/lang ru", Language.Russian, "Буду говорить по-русски.")]
    [InlineData("/lang русский", Language.Russian, "Буду говорить по-русски.")]
    [InlineData("/lang@KorKazBot По-Русски", Language.Russian, "Буду говорить по-русски.")]
    [InlineData("/lang kk", Language.Kazakh, "Қазақша сөйлеймін.")]
    [InlineData("/lang Қазақша", Language.Kazakh, "Қазақша сөйлеймін.")]
    [InlineData("/lang  kz ", Language.Kazakh, "Қазақша сөйлеймін.")]
    [InlineData("/lang ko", Language.Korean, "한국어로 말씀드리겠습니다.")]
    [InlineData("/lang 한국어", Language.Korean, "한국어로 말씀드리겠습니다.")]
    [InlineData("/lang корейский", Language.Korean, "한국어로 말씀드리겠습니다.")]
    public async Task A_language_is_chosen_by_code_or_by_name(string text, Language language, string confirmed)
    {
        var said = (await _bot.SayAsync(text)).ShouldSay(confirmed);

        Assert.Equal(language, said.Language);
        Assert.Equal(language, (await _bot.SayAsync("/help")).Language);
    }

    [Theory]
    [InlineData("/lang klingon", "I don't speak klingon.")]
    [InlineData("/lang eng lish", "I don't speak eng lish.")]
    [InlineData("/lang english!", "I don't speak english!.")]
    public async Task A_language_that_it_does_not_speak_is_named_and_the_four_are_offered(string text, string words)
    {
        var said = (await _bot.SayAsync(text)).ShouldSay(words);

        Assert.Equal(["English", "Русский", "Қазақша", "한국어"], said.Labels());
    }

    [Fact]
    public async Task Lang_alone_offers_four_buttons_that_choose()
    {
        var offered = await _bot.SayAsync("/lang");
        Assert.Equal(["English", "Русский", "Қазақша", "한국어"], offered.Labels());

        foreach (var button in offered.Buttons)
        {
            var chosen = await _bot.TapAsync(button);
            Assert.Equal(chosen.Language.OwnName(), button.Label);
            Assert.Equal(chosen.Language, (await _bot.SayAsync("/start")).Language);
        }
    }

    [Fact]
    public async Task The_chosen_language_stays_whatever_language_is_asked_in()
    {
        await _bot.SayAsync("/lang ko");

        var quoted = (await _bot.SayAsync("Сколько корейских компаний работает в Казахстане?", language: Language.Russian))
            .ShouldQuote("more than 300 Korean companies");

        Assert.Equal("비공식 번역", quoted.TranslationLabel);
        Assert.Contains("300", quoted.Translation!.Text, StringComparison.Ordinal);
        Assert.Equal(Language.Korean, quoted.Translation.Language);
        Assert.EndsWith("2021년 5월 26일", quoted.SourceLine, StringComparison.Ordinal);
        Assert.Equal(Language.Korean, (await _bot.SayAsync("How many teachers live in Bishkek?")).Language);
    }

    [Fact]
    public async Task The_chosen_language_outlasts_the_time_of_follow_ups()
    {
        await _bot.SayAsync("/lang kk");
        _bot.Time.Advance(TimeSpan.FromDays(30));

        (await _bot.SayAsync("/help", language: Language.English)).ShouldSay("Сұрағыңызды өз сөзіңізбен жазыңыз");
    }

    [Fact]
    public async Task One_persons_choice_is_nobody_elses()
    {
        await _bot.SayAsync("/lang ko", chat: "one", user: "anna");

        Assert.Equal(Language.Korean, (await _bot.SayAsync("/help", chat: "one", user: "anna")).Language);
        Assert.Equal(Language.English, (await _bot.SayAsync("/help", chat: "one", user: "boris")).Language);
        Assert.Equal(Language.English, (await _bot.SayAsync("/help", chat: "two", user: "anna")).Language);
    }

    [Fact]
    public async Task The_language_of_the_client_speaks_until_a_question_is_asked()
    {
        Assert.Equal(Language.Kazakh, (await _bot.SayAsync("/help", language: Language.Kazakh)).Language);

        await _bot.SayAsync("Сколько корейских компаний работает в Казахстане?", language: Language.Kazakh);
        Assert.Equal(Language.Russian, (await _bot.SayAsync("/help", language: Language.Kazakh)).Language);
    }

    [Fact]
    public async Task A_question_whose_letters_tell_nothing_is_answered_in_the_usual_language() =>
        Assert.Equal(Language.Korean, (await _bot.SayAsync("2019", language: Language.Korean)).Language);
}
