using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Tests.Drivers;

namespace KorKazBot.Tests.Chat;

public sealed class CommandTests : IDisposable
{
    private readonly BotDriver _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("/start", Language.English, "I answer questions with verbatim quotes")]
    [InlineData("/start", Language.Russian, "Я отвечаю на вопросы дословными цитатами")]
    [InlineData("/start", Language.Kazakh, "Мен сұрақтарға сұхбаттардан сөзбе-сөз")]
    [InlineData("/start", Language.Korean, "인터뷰의 원문을 그대로 인용해")]
    [InlineData("/help", Language.English, "Just type a question")]
    [InlineData("/help", Language.Russian, "Просто напишите вопрос")]
    [InlineData("/help", Language.Kazakh, "Сұрағыңызды өз сөзіңізбен жазыңыз")]
    [InlineData("/help", Language.Korean, "편하게 질문을 입력해 주세요")]
    [InlineData("/ask", Language.English, "Write the question after the command")]
    [InlineData("/ask", Language.Russian, "Напишите вопрос после команды")]
    [InlineData("/ask", Language.Kazakh, "Сұрақты пәрменнен кейін жазыңыз")]
    [InlineData("/ask", Language.Korean, "명령 뒤에 질문을 쓰거나")]
    [InlineData("/topics", Language.English, "The interviews ask these questions (page 1 of 2)")]
    [InlineData("/topics", Language.Russian, "(страница 1 из 2)")]
    [InlineData("/topics", Language.Kazakh, "(2 беттің 1-беті)")]
    [InlineData("/topics", Language.Korean, "(2쪽 중 1쪽)")]
    [InlineData("/about", Language.English, "Interviews: 1, passages: 27.")]
    [InlineData("/about", Language.Russian, "Интервью: 1, фрагментов: 27.")]
    [InlineData("/about", Language.Kazakh, "Сұхбат саны: 1, үзінді саны: 27.")]
    [InlineData("/about", Language.Korean, "인터뷰 1건, 문단 27개.")]
    [InlineData("/lang", Language.English, "Which language shall I speak?")]
    [InlineData("/lang", Language.Russian, "На каком языке мне говорить?")]
    [InlineData("/lang", Language.Kazakh, "Қай тілде сөйлейін?")]
    [InlineData("/lang", Language.Korean, "어떤 언어로 말할까요?")]
    [InlineData("/weather", Language.English, "I don't know the command /weather.")]
    [InlineData("/weather", Language.Russian, "Я не знаю команду /weather.")]
    [InlineData("/weather", Language.Kazakh, "/weather пәрменін білмеймін.")]
    [InlineData("/weather", Language.Korean, "/weather 명령은 모릅니다.")]
    public async Task A_command_is_answered_in_the_language_of_the_client(string command, Language language, string words)
    {
        var said = (await _bot.SayAsync(command, language: language)).ShouldSay(words);

        Assert.Equal(language, said.Language);
    }

    [Theory]
    [InlineData("/HELP")]
    [InlineData("  /help  ")]
    [InlineData("/help\n")]
    [InlineData("/help@KorKazBot")]
    [InlineData("/Help@korkazbot please")]
    [InlineData("/he\u200Blp")]
    public async Task A_command_is_understood_however_it_is_typed(string text) =>
        (await _bot.SayAsync(text)).ShouldSay("Just type a question");

    [Theory]
    [InlineData("/ask Who builds a highway in Almaty?")]
    [InlineData("/ask@KorKazBot Who builds a highway in Almaty?")]
    [InlineData("/Ask\u00A0Who builds a highway in Almaty?")]
    [InlineData("/ask\nWho builds\na highway in Almaty?")]
    [InlineData("Who builds a highway in Almaty?")]
    public async Task A_question_may_stand_after_ask_or_alone(string text) =>
        (await _bot.SayAsync(text)).ShouldQuote("SK Engineering & Construction Co, Ltd, is building a highway in Almaty");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u200B\u3164")]
    public async Task An_empty_message_is_helped(string text) => (await _bot.SayAsync(text)).ShouldSay("Just type a question");

    [Theory]
    [InlineData("/", "the command /.")]
    [InlineData("/аsk what", "the command /аsk.")]
    [InlineData("/evil\u202Ecommand", "the command /evilcommand.")]
    [InlineData("/{0} %n", "the command /{0}.")]
    public async Task An_unknown_command_is_named_and_leads_on(string text, string named)
    {
        var said = (await _bot.SayAsync(text)).ShouldSay(named);

        said.ShouldLeadToTopics();
        Assert.Empty(_bot.Failures);
    }

    [Fact]
    public async Task A_very_long_unknown_command_is_not_repeated_whole()
    {
        var said = (await _bot.SayAsync("/" + new string('x', 900))).ShouldSay("xxx…");

        Assert.True(said.Message.Length < 200, said.Message);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    [InlineData(Language.Korean)]
    public async Task The_example_in_the_help_gets_an_answer(Language language)
    {
        var help = Assert.IsType<Reply.Said>(await _bot.SayAsync("/help", language: language));
        var example = help.Message.Split('\n')[1];

        var quoted = (await _bot.SayAsync(example, language: language)).ShouldQuote("");

        Assert.Equal(language, quoted.Language);
        Assert.Equal(example, quoted.Passage.TranslationInto(language)?.Asked ?? quoted.Passage.Asked);
    }

    [Fact]
    public async Task About_tells_which_corpus_answers()
    {
        var said = (await _bot.SayAsync("/about")).ShouldSay("I am KorKazBot.");

        Assert.EndsWith("Version of the corpus: " + BotDriver.PublishedCorpus.Hash[..12], said.Message, StringComparison.Ordinal);
    }
}
