using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace KorKazBot.Search.Analysis;

/// <summary>Russian: Snowball's stemmer, four letters as the broader form, and runs of four (RETRIEVAL.md section 2: something must stem, +11 points).</summary>
internal sealed class RussianAnalysis : LanguageAnalysis
{
    private static readonly FrozenSet<string> Stops = Words(
        """
        и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему
        теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они
        тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого
        какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два об другой хоть
        после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда лучше чуть
        том нельзя такой им более всегда конечно всю между какие каких какое каком какую какими какого какова каковы каков сколько скока
        почему откуда который которая которое которые которых кем чему это эта эти этих этим скажите подскажите пожалуйста расскажите
        именно наш наша наши нам вами ваш ваша ваши свой свои своего ли насколько является
        """);

    protected override FrozenSet<string> StopWords => Stops;

    public override string Stem(string word)
    {
        if (word.Length < 4) return word;
        var stemmer = new RussianStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    public override string Broaden(string word) => Truncate(word, 4);

    public override void AppendGrams(string word, List<string> grams) => AppendFours(word, grams);

    protected override bool IsOwnLetter(char letter) => letter is >= 'а' and <= 'я';
}
