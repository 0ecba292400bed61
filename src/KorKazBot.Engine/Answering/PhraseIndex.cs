namespace KorKazBot.Engine.Answering;

/// <summary>Finds phrases in a row of words; a phrase that ends in * goes on within its last word (Russian, Kazakh and Korean endings).</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _openWords = [];

    public PhraseIndex(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ');
            if (words is [[.. var open, '*']])
            {
                if (!_openWords.TryGetValue(open[0], out var sameFirst)) _openWords.Add(open[0], sameFirst = []);
                sameFirst.Add(open);
                continue;
            }

            if (!_byFirst.TryGetValue(words[0], out var list)) _byFirst.Add(words[0], list = []);
            list.Add(words);
        }
    }

    /// <summary>The number of words of the longest phrase that begins at a word; 0 where none does.</summary>
    public int LongestAt(string[] words, int at)
    {
        var longest = 0;
        if (_byFirst.TryGetValue(words[at], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Length > longest && Stands(phrase, words, at)) longest = phrase.Length;
            }
        }

        if (longest > 0 || !_openWords.TryGetValue(words[at][0], out var openWords)) return longest;
        foreach (var open in openWords)
        {
            if (words[at].StartsWith(open, StringComparison.Ordinal)) return 1;
        }

        return 0;
    }

    private static bool Stands(string[] phrase, string[] words, int at)
    {
        if (at + phrase.Length > words.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var isLast = i == phrase.Length - 1;
            var meets = isLast && phrase[i] is [.. var open, '*']
                ? words[at + i].StartsWith(open, StringComparison.Ordinal)
                : words[at + i] == phrase[i];
            if (!meets) return false;
        }

        return true;
    }
}
