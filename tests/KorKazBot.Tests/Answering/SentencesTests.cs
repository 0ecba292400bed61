using FsCheck.Xunit;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Tests.Answering;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two! Three? Four…", "One.|Two!|Three?|Four…")]
    [InlineData("  One.   Two.\n", "One.|Two.")]
    [InlineData("No end", "No end")]
    [InlineData("Really?! Yes...", "Really?!|Yes...")]
    [InlineData("First line\nsecond line", "First line|second line")]
    [InlineData("First line \n\n second line", "First line|second line")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void A_mark_or_a_line_break_ends_a_sentence(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("Mr. Kim met Dr. Lee. They talked.", "Mr. Kim met Dr. Lee.|They talked.")]
    [InlineData("SK Engineering & Construction Co, Ltd. is here. It builds.", "SK Engineering & Construction Co, Ltd. is here.|It builds.")]
    [InlineData("J. K. Rowling wrote it. Yes.", "J. K. Rowling wrote it.|Yes.")]
    [InlineData("The U.S. Army came. It left.", "The U.S. Army came.|It left.")]
    [InlineData("See no. 5. Then go.", "See no. 5.|Then go.")]
    [InlineData("e.g. Almaty is big. So is Seoul.", "e.g. Almaty is big.|So is Seoul.")]
    public void An_English_abbreviation_ends_none(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("It was 6.5 billion. It fell to 5.9 billion.", "It was 6.5 billion.|It fell to 5.9 billion.")]
    [InlineData("See www.korea.net for more. Thank you.", "See www.korea.net for more.|Thank you.")]
    [InlineData("It grew by 2,5 %. Good.", "It grew by 2,5 %.|Good.")]
    [InlineData("version 1.2.3 is out", "version 1.2.3 is out")]
    public void A_point_inside_a_figure_or_an_address_ends_none(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("He said «Yes.» Then he left.", "He said «Yes.»|Then he left.")]
    [InlineData("“Why?” she asked. “Because.”", "“Why?” she asked.|“Because.”")]
    [InlineData("He left (at noon.) She stayed.", "He left (at noon.)|She stayed.")]
    [InlineData("«Да!» – сказал он. «Нет».", "«Да!» – сказал он.|«Нет».")]
    public void A_closing_quote_belongs_to_its_sentence(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("В 2019 г. торговля выросла. Она составила 6 млрд. долл. США.", "В 2019 г. торговля выросла.|Она составила 6 млрд. долл. США.")]
    [InlineData("Это т.е. дом. Он стоит на ул. Абая.", "Это т.е. дом.|Он стоит на ул. Абая.")]
    [InlineData("Пришёл проф. Иванов. Он рад.", "Пришёл проф. Иванов.|Он рад.")]
    [InlineData("Пришёл А. С. Пушкин. Он рад.", "Пришёл А. С. Пушкин.|Он рад.")]
    [InlineData("Выросло на 5 тыс. тонн и т.д. Хорошо.", "Выросло на 5 тыс. тонн и т.д. Хорошо.")]
    [InlineData("2019 ж. сауда өсті. Ол көп.", "2019 ж. сауда өсті.|Ол көп.")]
    [InlineData("Мұнай, газ т.б. сатылады. Жақсы.", "Мұнай, газ т.б. сатылады.|Жақсы.")]
    [InlineData("Қ. Тоқаев келді. Сөйледі.", "Қ. Тоқаев келді.|Сөйледі.")]
    public void Cyrillic_abbreviations_and_initials_end_none(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Theory]
    [InlineData("교역액은 65억 달러였습니다. 이는 늘었습니다.", "교역액은 65억 달러였습니다.|이는 늘었습니다.")]
    [InlineData("정말요? 네, 그렇습니다!", "정말요?|네, 그렇습니다!")]
    [InlineData("첫째입니다。 둘째입니다。", "첫째입니다。|둘째입니다。")]
    [InlineData("“좋습니다.” 그가 말했습니다.", "“좋습니다.”|그가 말했습니다.")]
    public void Korean(string text, string sentences) => Assert.Equal(sentences, Split(text));

    [Property(MaxTest = 500)]
    public void Sentences_cover_the_text_in_order_and_none_is_empty(string? typed)
    {
        var text = typed ?? "";
        var end = 0;
        foreach (var sentence in Sentences.Split(text))
        {
            Assert.True(sentence.Start >= end && sentence.Length > 0, text);
            Assert.True(string.IsNullOrWhiteSpace(text[end..sentence.Start]), text);
            Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]), text);
            end = sentence.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]), text);
    }

    private static string Split(string text) => string.Join('|', Sentences.Split(text).Select(sentence => sentence.Of(text)));
}
