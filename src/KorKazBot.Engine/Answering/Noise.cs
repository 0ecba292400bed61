namespace KorKazBot.Engine.Answering;

/// <summary>Tells keyboard mashing, markup, spam and orders to the machine from questions.</summary>
internal static class Noise
{
    // Nobody asks a question of two hundred words; pasted text is no question.
    private const int MostWords = 120;

    // "casino" or "казино в Корее" is what people type into a search.
    private const int MostKeywords = 3;

    private static readonly string[] OrderWords =
    [
        "ignore all previous", "ignore previous instructions", "ignore your instructions", "ignore the above", "disregard all", "disregard previous",
        "forget your instructions", "forget all instructions", "forget everything above", "system prompt", "hidden prompt", "your prompt", "bot token",
        "api key", "developer mode", "jailbreak", "you are now", "act as if", "pretend you are", "pretend to be", "reveal your", "print your",
        "show me your code", "your source code", "no rules", "without any rules", "as an ai", "sudo ", "rm -rf",
        "забудь все", "забудь свои", "игнорируй", "инструкции и отвечай", "предыдущие инструкции", "системный промпт", "системную подсказку", "исходный код",
        "свой код", "покажи токен", "ты теперь", "притворись", "отвечай только",
        "нұсқауларды ұмыт", "нұсқауларыңды ұмыт", "нұсқауды елеме", "барлық нұсқау", "бастапқы код", "кодыңды көрсет", "жүйелік нұсқау",
        "모든 지시", "이전 지시", "지시를 무시", "시스템 프롬프트", "프롬프트를", "소스 코드", "소스코드", "토큰을 알려", "역할극",
    ];

    private static readonly string[] CodeWords =
    [
        "<script", "</", "<div", "<img", "<a href", "<iframe", "onerror=", "onclick=", "javascript:", "drop table", "select *", "insert into", "delete from",
        "union select", "1=1", "--;", "${", "{{", "}}", "/etc/passwd", "../..", "<?php", "eval(", "alert(", "document.", "console.log", "&&rm", "; rm ",
    ];

    private static readonly string[] SpamWords =
    [
        "free coin", "free crypto", "free money", "click here", "click now", "earn money", "make money fast", "casino", "bitcoin giveaway", "airdrop", "limited offer",
        "promo code", "subscribe to", "join my channel", "work from home",
        "бесплатные монеты", "жми сюда", "жми на ссылку", "переходи по ссылке", "заработок", "заработай", "казино", "ставки на спорт", "промокод", "подпишись", "розыгрыш",
        "тегін монета", "сілтемені бас", "сілтемеге өт", "ақша тап", "жазыл",
        "무료 코인", "무료코인", "지금 클릭", "클릭하세요", "선착순", "카지노", "토토", "당첨", "수익 보장", "대출", "광고문의", "구독하",
    ];

    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "1234567890"];

    private static readonly byte[] Keys = NumberKeys();

    // One scan clears nearly every question of all three.
    private static readonly CuePhrases Suspicious = new([.. OrderWords, .. CodeWords, .. SpamWords]);

    private static readonly CuePhrases OrdersAndCode = new([.. OrderWords, .. CodeWords]);

    /// <summary>Whether a text is noise.</summary>
    /// <param name="text">What was typed, cleaned.</param>
    /// <param name="words">Its words.</param>
    public static bool Is(string text, string[] words)
    {
        if (words.Length == 0) return text.Length > 0;
        if (words.Length > MostWords) return true;
        return (Suspicious.StandIn(text) && IsOrderCodeOrSpam(text, words)) || IsLinkAlone(text, words) || IsMashing(words);
    }

    // Words of advertising may stand in a question or be looked for; with a link, or in a text that asks nothing, they are spam.
    private static bool IsOrderCodeOrSpam(string text, string[] words) =>
        OrdersAndCode.StandIn(text)
        || text.Contains("http", StringComparison.OrdinalIgnoreCase)
        || (words.Length > MostKeywords && !text.Contains('?', StringComparison.Ordinal));

    private static bool IsLinkAlone(string text, string[] words) =>
        text.Contains("://", StringComparison.Ordinal) && words.Length <= 8 && !text.Contains('?', StringComparison.Ordinal);

    // Most of the letters stand in words that nobody could say.
    private static bool IsMashing(string[] words)
    {
        int mashed = 0, letters = 0;
        foreach (var word in words)
        {
            letters += word.Length;
            if (IsMashed(word)) mashed += word.Length;
        }

        return mashed > 0 && 2 * mashed > letters;
    }

    private static bool IsMashed(string word)
    {
        if (word.Length >= 2 && word.All(letter => letter is >= '\u3131' and <= '\u318E')) return true; // ㅋㅋㅋ, ㅠㅠ
        if (LongestRepeat(word) >= 4) return true;
        if (word.Length >= 5 && char.IsLetter(word[0]) && FollowsKeyboard(word)) return true;
        return word.Length >= 6 && IsAlphabetic(word) && IsUnpronounceable(word);
    }

    // Six consonants in a row stand in a few words that people say: catchphrase, Knightsbridge.
    private static bool IsUnpronounceable(string word)
    {
        var consonants = LongestConsonants(word);
        return consonants > 6 || (consonants == 6 && 5 * word.Count(IsVowel) < word.Length);
    }

    private static bool IsAlphabetic(string word) => word.All(letter => letter is >= 'a' and <= 'z' or >= '\u0400' and <= '\u04FF');

    private static int LongestRepeat(string word)
    {
        int longest = 1, run = 1;
        for (var i = 1; i < word.Length; i++)
        {
            run = word[i] == word[i - 1] && char.IsLetter(word[i]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static int LongestConsonants(string word)
    {
        int longest = 0, run = 0;
        foreach (var letter in word)
        {
            run = IsVowel(letter) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // The soft and the hard sign part consonants as vowels do.
    private static bool IsVowel(char letter) => "aeiouyаеиоуыэюяәөұүіьъ".Contains(letter, StringComparison.Ordinal);

    // Most neighbours in the word are neighbours on the keyboard.
    private static bool FollowsKeyboard(string word)
    {
        var neighbours = 0;
        for (var i = 1; i < word.Length; i++)
        {
            var (before, key) = (KeyOf(word[i - 1]), KeyOf(word[i]));
            if (before > 0 && key > 0 && Math.Abs(before - key) == 1) neighbours++;
        }

        return neighbours >= 4 && 4 * neighbours >= 3 * (word.Length - 1);
    }

    private static int KeyOf(char letter) => letter < Keys.Length ? Keys[letter] : 0;

    // Keys of one row have consecutive numbers; rows are far apart.
    private static byte[] NumberKeys()
    {
        var keys = new byte['\u0500'];
        byte number = 1;
        foreach (var row in KeyboardRows)
        {
            foreach (var letter in row) keys[letter] = number++;
            number++;
        }

        return keys;
    }
}
