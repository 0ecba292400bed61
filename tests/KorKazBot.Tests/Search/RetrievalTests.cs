using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Corpus;
using KorKazBot.Tests.Builders;

namespace KorKazBot.Tests.Search;

public sealed class RetrievalTests
{
    private static readonly string[] Texts =
    [
        "More than 50 000 citizens visited the country in 2019.",
        "The bilateral trade volume was 6.5 billion USD. It decreased later.",
        "Our companies build a highway near Almaty.",
        "The medical institute KAIST trains doctors and nurses.",
    ];

    [Theory]
    [InlineData("How many citizens visited?", "p1")]
    [InlineData("visits of a citizen", "p1")]
    [InlineData("50000", "p1")]
    [InlineData("50,000 people", "p1")]
    [InlineData("trade of 6,5 billion", "p2")]
    [InlineData("who builds highways", "p3")]
    [InlineData("KAIST", "p4")]
    [InlineData("ＫＡＩＳＴ", "p4")]
    [InlineData("K\u200BAI\u00ADST", "p4")]
    [InlineData("КАIST", "p4")]
    [InlineData("trade volme", "p2")]
    [InlineData("companys that biuld", "p3")]
    public void Finds_the_passage_however_the_word_is_written(string question, string passage) =>
        Assert.Equal(passage, IndexOf.Texts(Texts).BestFor(question));

    [Theory]
    [InlineData("what is C#?")]
    [InlineData("trade (")]
    [InlineData("a AND")]
    [InlineData("\"open")]
    [InlineData("trade/")]
    [InlineData("[2019 TO")]
    [InlineData("trade^9 roam~0.0001 *a*a* /.*a{30}/")]
    [InlineData("id:1 OR *:*")]
    public void Reads_query_syntax_as_plain_words(string question)
    {
        var retrieval = IndexOf.Texts(Texts).Retrieve(new RetrievalQuery(question, Language.English), 5);

        Assert.True(retrieval.Passages.Length < Texts.Length, "A wildcard or match-all must not be understood.");
    }

    [Theory]
    [InlineData(Language.Russian, "Сколько человек посетило страну?", "Страну посетили многие люди.", "Мы торгуем нефтью.")]
    [InlineData(Language.Kazakh, "Елге канша адам келди?", "Елімізге көп адам келді.", "Мұнай сатамыз.")]
    [InlineData(Language.Korean, "방문객은 몇 명인가요?", "방문객이 많았습니다.", "석유를 수출합니다.")]
    public void Finds_inflected_words_in_every_language(Language language, string question, string right, string wrong)
    {
        var retriever = IndexOf.Passages(IndexOf.Passage("wrong", wrong, language), IndexOf.Passage("right", right, language));

        Assert.Equal("right", retriever.BestFor(question, language));
    }

    [Fact]
    public void Searches_a_translation_and_returns_the_original()
    {
        var passage = IndexOf.Passage("p1", "The envoy thanked the hosts.") with
        {
            Translations = [new PassageTranslation(Language.Russian, "", "Посол поблагодарил хозяев.")],
        };

        Assert.Equal("p1", IndexOf.Passages(passage).BestFor("кого поблагодарил посол", Language.Russian));
    }

    [Fact]
    public void A_thesaurus_joins_other_words_and_other_languages()
    {
        var snapshot = new CorpusSnapshot(
            [], [IndexOf.Passage("p1", "I got my vaccine last week."), IndexOf.Passage("p2", "We opened a bank.")], "test")
        {
            Concepts =
            [
                new Concept(
                    "vaccine",
                    [
                        new(Language.English, "vaccine", false), new(Language.English, "jab", false), new(Language.Russian, "привив", false),
                        new(Language.Kazakh, "екпе", false), new(Language.Korean, "백신", false),
                    ],
                    1),
            ],
        };
        var retriever = IndexOf.Snapshot(snapshot);

        Assert.Equal("p1", retriever.BestFor("Has he had the jab?"));
        Assert.Equal("p1", retriever.BestFor("сделали ли ему прививку", Language.Russian));
        Assert.Equal("p1", retriever.BestFor("екпені алды ма", Language.Kazakh));
        Assert.Equal("p1", retriever.BestFor("백신을 맞았나요", Language.Korean));
    }

    [Fact]
    public void Tells_unknown_words_from_repaired_ones()
    {
        var words = IndexOf.Texts(Texts).Retrieve(new RetrievalQuery("highwey weather", Language.English), 5).Words;

        Assert.Equal(["highwey", "weather"], words.Select(word => word.Text == "highway" ? "highwey" : word.Text));
        Assert.Equal("highway", words[0].SearchedAs);
        Assert.Equal(WordKind.Unknown, words[1].Kind);
        Assert.Null(words[1].SearchedAs);
    }

    [Fact]
    public void An_alias_brings_its_passage_to_the_top()
    {
        var plain = IndexOf.Passage("p1", "We saw a fall in trade during the fall.");
        var meant = IndexOf.Passage("p2", "It went down to 5.9 billion.") with
        {
            Aliases = [new PassageAlias(1, 1, Language.English, "Did commerce fall?")],
        };

        Assert.Equal("p2", IndexOf.Passages(plain, meant).BestFor("did commerce fall"));
    }
}
