using System.Buffers;
using KorKazBot.Engine.Answering;

namespace KorKazBot.Corpus.Import;

/// <summary>What the words of a paragraph tell: a question, a request, thanks, an interjection.</summary>
internal static class Wording
{
    // A longer paragraph that ends in a question is an answer with a rhetorical one.
    private const int LongestQuestion = 600;
    private const int MostSentences = 6;

    private static readonly string[] Requests =
    [
        "could you", "can you", "would you", "please", "tell us", "tell me", "let us", "let's talk", "i would like to ask", "i'd like to ask", "how do you comment",
        "расскажите", "скажите", "прокомментируйте", "поделитесь", "поясните", "объясните", "назовите", "опишите", "хотелось бы", "не могли бы", "пожалуйста", "давайте поговорим",
        "айтыңызшы", "айтып бер", "айтып өт", "түсіндір", "бөлісіңіз", "баяндаңыз", "сіздің ойыңызша", "сіз қалай",
        "말씀해", "소개해", "설명해", "들려주", "부탁드립니다",
    ];

    private static readonly SearchValues<string> RequestEndings = SearchValues.Create(
        ["айтып берсеңіз", "айтып берсеніз", "айтып өтсеңіз", "түсіндіріп берсеңіз", "бөліссеңіз", "말씀해 주십시오", "말씀해 주세요", "말씀해 주시", "소개해 주", "설명해 주", "부탁드립니다", "부탁합니다", "궁금합니다", "듣고 싶습니다"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Thanks = SearchValues.Create(
        [
            "thank you", "thanks for", "спасибо за", "благодарим", "благодарю за", "спасибо вам", "большое спасибо", "рақмет", "рахмет", "алғыс", "감사합니다", "감사드립니다",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Conversation = SearchValues.Create(
        ["interview", "conversation", "talk", "your time", "answers", "интервью", "бесед", "разговор", "ответы", "время", "сұхбат", "әңгіме", "уақыт", "인터뷰", "대담", "말씀", "시간"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Courtesies = SearchValues.Create(
        ["thank", "my pleasure", "you're welcome", "you’re welcome", "спасибо", "благодар", "рахмет", "рақмет", "감사합니다", "고맙습니다"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Reactions = new(
        [
            "really", "oh really", "yes", "is that so", "seriously", "indeed", "right", "true", "so many", "that much", "да", "правда", "неужели", "серьезно", "серьёзно", "вот как", "да что вы", "разве",
            "шынымен бе", "шын ба", "рас па", "солай ма", "иә", "정말요", "정말입니까", "그래요", "그렇습니까", "진짜요", "진짜입니까", "네", "그런가요",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Addressing = new(
        ["you", "your", "yours", "ambassador", "minister", "вы", "вас", "вам", "ваш", "ваша", "ваше", "ваши", "вашей", "вашего", "господин", "сіз", "сіздің", "сізге", "сізді", "мырза", "대사님", "장관님", "교수님", "귀국"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Myself = new(
        ["i", "me", "my", "я", "мне", "меня", "мой", "мен", "маған", "менің", "저는", "제가", "내가"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> AskingLeave = new(
        ["may", "can", "could", "let", "можно", "позвольте", "разрешите"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> FirstPerson = new(
        ["i", "we", "our", "my", "us", "me", "я", "мы", "нас", "нам", "наш", "наша", "наши", "мой", "мне", "мен", "біз", "біздің", "менің", "저는", "제가", "저희", "우리"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a paragraph ends in a question mark, closing quotes aside.</summary>
    public static bool EndsInQuestionMark(string text) =>
        text.TrimEnd('"', '»', '”', '’', ')', ' ', '*', '_', '!', '.', '…') is [.., '?' or '？'];

    /// <summary>Whether a paragraph without any mark is the interviewer's: it asks, or asks for something, and is short enough.</summary>
    public static bool Asks(string text)
    {
        if (text.Length > LongestQuestion) return false;
        return EndsInQuestionMark(text) ? Sentences.Split(text).Count <= MostSentences : IsRequest(text);
    }

    /// <summary>Whether a paragraph asks for something without a question mark: "Could you comment on…", «Расскажите…».</summary>
    public static bool IsRequest(string text)
    {
        if (text.Length > 350) return false;
        var last = Sentences.Split(text) is [.., var span] ? span.Of(text) : text;
        foreach (var request in Requests)
        {
            if (last.StartsWith(request, StringComparison.OrdinalIgnoreCase) || text.StartsWith(request, StringComparison.OrdinalIgnoreCase)) return !IsThanks(text);
        }

        return last.AsSpan().ContainsAny(RequestEndings);
    }

    /// <summary>Whether a paragraph thanks for the interview.</summary>
    public static bool IsThanks(string text) =>
        text.Length < 250 && text.AsSpan().ContainsAny(Thanks) && text.AsSpan().ContainsAny(Conversation);

    /// <summary>Whether a paragraph is nothing but thanks: "My pleasure."</summary>
    public static bool IsCourtesy(string text) => text.Length <= 60 && text.AsSpan().Count(' ') <= 3 && text.AsSpan().ContainsAny(Courtesies);

    /// <summary>Whether a question is the speaker's to himself: "Where would I be without that trip?"</summary>
    public static bool AsksOneself(string text)
    {
        var words = WordsOf(text);
        if (!words.Any(Myself.Contains) || words.Any(Addressing.Contains)) return false;
        return !AskingLeave.Contains(words[0]) && Sentences.Split(text).Count == 1;
    }

    /// <summary>Whether the interviewer's words are no question but a reaction: "Really?", "Interesting."</summary>
    public static bool IsReaction(string text)
    {
        var bare = Bare(text);
        if (bare.Length == 0) return true;
        if (IsStockReaction(text)) return true;
        return !EndsInQuestionMark(text) && bare.AsSpan().Count(' ') <= 3 && bare.Length <= 40 && !IsRequest(text);
    }

    /// <summary>Whether the interviewer's words are one of the usual reactions: "Really?"</summary>
    public static bool IsStockReaction(string text) => Reactions.Contains(Bare(text));

    /// <summary>Whether a paragraph tells that an interview was held, as leads do.</summary>
    public static bool TellsOfInterview(string text) => text.AsSpan().ContainsAny(Conversation);

    /// <summary>Whether a statement speaks to the interviewee and not of the speaker: the beginning of a question.</summary>
    public static bool SpeaksToInterviewee(string text)
    {
        if (text.Length > 300) return false;
        var words = WordsOf(text);
        return words.Any(Addressing.Contains) && !words.Any(FirstPerson.Contains);
    }

    private static string[] WordsOf(string text) =>
        text.Split([' ', ',', '.', '!', '?', ':', '-', '–', '’', '\''], StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string text) => text.Trim(' ', '.', '!', '?', '…', '(', ')', '—', '–', '-', '"', '«', '»', '*', '_', ',');
}
