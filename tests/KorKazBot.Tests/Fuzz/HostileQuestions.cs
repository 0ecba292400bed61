using System.Text;

namespace KorKazBot.Tests.Fuzz;

/// <summary>Makes questions that no tester would think of: pieces of real ones, of queries, of markup and of broken text, mixed by a seed.</summary>
internal sealed class HostileQuestions(IReadOnlyList<string> corpusWords, int seed)
{
    private static readonly string[] Words =
    [
        "how many", "what about", "who", "when", "where", "and in", "why not", "tell me", "trade", "visa", "Seoul", "don't", "2019", "6.5", "1,000",
        "сколько", "какой", "кто", "когда", "где", "а в", "расскажи", "торговля", "виза", "Сеул", "не", "корейских компаний", "ёлка",
        "қанша", "кім", "қашан", "қайда", "неге", "сауда", "виза", "Сеул", "туралы", "айтыңыз", "әңгіме", "ұқсас", "һәм",
        "몇", "누구", "언제", "어디", "왜", "무역", "비자", "서울", "에서는", "한국 기업", "카자흐스탄", "알려 주세요", "ㅋㅋㅋ", "ㅎ",
    ];

    private static readonly string[] Signs =
    [
        "*", "?", "!!!", "\"open", "(", ")))", "[2024 TO", "a AND", "OR *:*", "NOT", "id:1", "a^b", "roam~0.0001", "/.*a.{30}/", "\\", "scholarship/", "C#",
        "<b>", "<a href=\"http://evil\">", "</code>", "&lt;", "<script>alert(1)</script>", "'; DROP TABLE", "{0}", "%n", "${jndi:ldap://x}", "{{7*7}}",
        "/start", "/help", "/ask", "/topics 9", "@everyone", "[bank](http://evil)", "```", "||", "\u001b[2J", "\n2026-01-01 FATAL",
        "\0", "\u0007", "\r\n", "\u00A0", "\u200B", "\u00AD", "\u3164", "\u202E", "\u2066", "\uFEFF", "\uFFFD", "\uD83D", "\uDE00", "😀", "👨‍👩‍👧‍👦", "🇰🇷",
        "ＫＡＩＳＴ", "КАIST", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "각", "й", "Ⅳ", "½", "٣", "ß", "İ", "ǅ", "\U0001D518",
    ];

    /// <summary>The question of a number; the same number and seed give the same question.</summary>
    public string this[int number]
    {
        get
        {
            var random = new Random(unchecked(seed * 397 ^ number));
            var question = new StringBuilder();
            for (var pieces = random.Next(0, 12); pieces > 0; pieces--) Append(question, random);
            return question.ToString();
        }
    }

    private void Append(StringBuilder question, Random random)
    {
        switch (random.Next(20))
        {
            case < 6: question.Append(Pick(corpusWords, random)); break;
            case < 11: question.Append(Pick(Words, random)); break;
            case < 15: question.Append(Pick(Signs, random)); break;
            case 15: question.Append(Misspelt(Pick(corpusWords, random), random)); break;
            case 16: AppendLetters(question, random); break;
            case 17: question.Append(Pick(Signs, random)[0], random.Next(1, random.Next(20) == 0 ? 5000 : 40)); break;
            case 18: question.Insert(random.Next(question.Length + 1), Pick(Signs, random)); break;
            default: question.Append(random.Next()); break;
        }

        if (random.Next(8) > 0) question.Append(' ');
    }

    private static void AppendLetters(StringBuilder question, Random random)
    {
        for (var letters = random.Next(1, 30); letters > 0; letters--) question.Append((char)random.Next(0x10000));
    }

    private static string Misspelt(string word, Random random)
    {
        var at = random.Next(word.Length);
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, $"{(char)random.Next('a', 'z' + 1)}"),
            _ => string.Concat(word[..at], word[at..].Reverse().Select(letter => letter.ToString())),
        };
    }

    private static string Pick(IReadOnlyList<string> from, Random random) => from[random.Next(from.Count)];
}
