namespace KorKazBot.Search.Analysis;

/// <summary>Takes inflectional endings off Kazakh words, the longest that fits, at most three in a row, leaving at least three letters.</summary>
/// <remarks>
/// Kazakh adds endings in a fixed order: noun + plural + possessive + case (+ person); verb + voice + tense + person, each in vowel-harmony
/// and assimilation variants. The lists follow the tables of inflection in Altenbek and Wang, "Kazakh Segmentation System of Inflectional
/// Affixes" (CIPS-SIGHAN 2010), and Krippes, "Kazakh Grammar with Affix List" (1996). Words come folded (қ as к), so the endings are folded too.
/// </remarks>
internal static class KazakhStemmer
{
    private const int Rounds = 3;
    private const int LeastLettersLeft = 3;

    private static readonly string[] Endings = FoldAndSort(
        // plural
        "лар лер дар дер тар тер",
        // possessive
        "ым ім ың ің ы і сы сі мыз міз ымыз іміз ңыз ңіз ыңыз іңіз",
        // case: genitive, dative, accusative, locative, ablative, instrumental
        "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен мен бен пен",
        // the locative's adjective: "of the one in"
        "дағы дегі тағы тегі ндағы ндегі",
        // with, without, like, of; office and trade
        "лы лі сыз сіз дай дей тай тей лық лік дық дік тық тік шы ші",
        // person
        "мын мін сың сің мыз міз сыз сіз",
        // past, participles, present, converb, infinitive, conditional
        "ған ген қан кен дым дім тым тім дық дік тық тік атын етін йтын йтін ады еді йды йді ып іп са се ушы уші у",
        // voice: passive and reflexive before an ending
        "ыл іл ын ін");

    /// <summary>The word without its endings.</summary>
    public static string Stem(string word)
    {
        var length = word.Length;
        for (var round = 0; round < Rounds; round++)
        {
            var ending = LongestEnding(word.AsSpan(0, length));
            if (ending == 0) break;
            length -= ending;
        }

        return word[..length];
    }

    private static int LongestEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= LeastLettersLeft && word.EndsWith(ending, StringComparison.Ordinal)) return ending.Length;
        }

        return 0;
    }

    private static string[] FoldAndSort(params ReadOnlySpan<string> lists)
    {
        var endings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var ending in WordReader.Read(list)) endings.Add(ending.Text);
        }

        return [.. endings.OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal)];
    }
}
