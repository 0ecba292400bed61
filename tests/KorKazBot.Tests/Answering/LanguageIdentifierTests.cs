using KorKazBot.Engine;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.Answering;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("Where is the new tram depot?")]
    [InlineData("trade volume 2019")]
    [InlineData("KTX")]
    [InlineData("Which Qing emperor visited?")]
    [InlineData("What is Qazvac?")]
    [InlineData("Is it in Kazakhstan?")]
    [InlineData("naïve café résumé")]
    [InlineData("What does 안녕 mean in English?")]
    public void English(string question) => Assert.Equal(Language.English, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("Где строят трамвайное депо?")]
    [InlineData("трамвайные маршруты города")]
    [InlineData("Ещё раз: сколько?")]
    [InlineData("объём торговли")]
    [InlineData("СКОЛЬКО КОМПАНИЙ РАБОТАЕТ В КАЗАХСТАНЕ")]
    [InlineData("Сколько сотрудников у Samsung Electronics?")]
    [InlineData("Кто такой Ку Хон Сок?")]
    public void Russian(string question) => Assert.Equal(Language.Russian, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("Жаңа трамвай қашан жүреді?")]
    [InlineData("Елші не дейді?")]
    [InlineData("САУДА КӨЛЕМІ ҚАНША?")]
    [InlineData("Samsung компаниясы қайда?")]
    [InlineData("Қазақстан")]
    public void Kazakh(string question) => Assert.Equal(Language.Kazakh, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("전차는 몇 대예요?")]
    [InlineData("Samsung 직원")]
    [InlineData("SK Engineering은?")]
    [InlineData("KAIST는 무엇을 합니까?")]
    [InlineData("무역")]
    [InlineData("ㅋㅋㅋ")]
    [InlineData("Кто такой 구홍석 대사님입니까?")]
    public void Korean(string question) => Assert.Equal(Language.Korean, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("калада канша трамвай бар", Language.Kazakh)]
    [InlineData("мектептер туралы не айтты", Language.Kazakh)]
    [InlineData("елши кашан келди", Language.Kazakh)]
    [InlineData("корей компаниялары канша", Language.Kazakh)]
    [InlineData("салем калайсын", Language.Kazakh)]
    [InlineData("сауда колеми канша болды", Language.Kazakh)]
    [InlineData("сколько корейских компаний", Language.Russian)]
    [InlineData("что посол сказал о вакцине", Language.Russian)]
    public void Kazakh_without_its_own_letters_is_told_from_Russian(string question, Language expected) =>
        Assert.Equal(expected, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("skolko kompaniy rabotaet v gorode", Language.Russian)]
    [InlineData("kak razvivaetsya torgovlya", Language.Russian)]
    [InlineData("privet, kto posol?", Language.Russian)]
    [InlineData("spasibo", Language.Russian)]
    [InlineData("qalada qansha tramvai bar", Language.Kazakh)]
    [InlineData("Hyundai zauyty bar ma?", Language.Kazakh)]
    [InlineData("Qazaqstanda qansha kompania bar?", Language.Kazakh)]
    [InlineData("elshi turaly ne aitty, qashan keldi", Language.Kazakh)]
    [InlineData("Koreıa şirketteri qaıda jumıs ısteıdı", Language.Kazakh)]
    public void Russian_and_Kazakh_are_known_in_Latin_letters(string question, Language expected) =>
        Assert.Equal(expected, LanguageIdentifier.Identify(question, null));

    [Theory]
    [InlineData("2019", Language.Korean, Language.Korean)]
    [InlineData("👍", null, Language.English)]
    [InlineData("", Language.Kazakh, Language.Kazakh)]
    [InlineData("", null, Language.English)]
    [InlineData("план", Language.Kazakh, Language.Kazakh)]
    [InlineData("план", Language.English, Language.Russian)]
    [InlineData("план", null, Language.Russian)]
    [InlineData("план", Language.Korean, Language.Russian)]
    [InlineData("Где трамвай?", Language.Kazakh, Language.Russian)]
    [InlineData("trade", Language.Korean, Language.English)]
    public void The_usual_language_decides_only_where_the_letters_do_not(string question, Language? usual, Language expected) =>
        Assert.Equal(expected, LanguageIdentifier.Identify(question, usual));
}
