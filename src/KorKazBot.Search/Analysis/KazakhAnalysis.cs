using System.Collections.Frozen;
using KorKazBot.Search.Querying;

namespace KorKazBot.Search.Analysis;

/// <summary>Kazakh: our own suffix stripper, then five letters; five letters of the whole word as the broader form, and runs of four (RETRIEVAL.md section 2: +11 to +14 points).</summary>
internal sealed class KazakhAnalysis : LanguageAnalysis
{
    private static readonly FrozenSet<string> Stops = Words(
        """
        және мен бен пен да де та те ал бірақ немесе не ма ме ба бе па пе бар жоқ емес ғой ғана ақ ау бұл осы сол мына ана ол олар біз
        сіз сен мен менің сенің оның біздің сіздің олардың оны оған онда одан олай бұлай кім кімге кімнің қай қайда қайдан қашан қалай
        қандай қанша неше нешінші неге неліктен неден қайсы қайсысы үшін туралы жайлы жайында бойынша кейін дейін бұрын соң арқылы сияқты
        секілді деп деген дейді еді екен болды болады болған болып бола бол болар болса керек ғана тек әр әрбір барлық бәрі кейбір өте
        тағы ше айтты айтыңызшы сонда мұнда әлі ең
        """);

    // Endings make neighbours differ from question to passage, so that grams tell more and neighbours nothing (RETRIEVAL.md sections 3 and 4).
    private static readonly RankingWeights Weights =
        new() { K1 = 1.2, B = 0.75, Grams = 0.3, Exact = 0, Sentence = 0.5, Pairs = 0, Near = 0 };

    public override RankingWeights Ranking => Weights;

    protected override FrozenSet<string> StopWords => Stops;

    public override string Stem(string word) => Truncate(KazakhStemmer.Stem(word), 5);

    public override string Broaden(string word) => Truncate(word, 5);

    public override void AppendGrams(string word, List<string> grams) => AppendFours(word, grams);

    protected override bool IsOwnLetter(char letter) => letter is >= 'а' and <= 'я';
}
