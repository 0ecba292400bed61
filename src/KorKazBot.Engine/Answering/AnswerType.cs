namespace KorKazBot.Engine.Answering;

/// <summary>What kind of thing a question asks for, as far as its question words tell.</summary>
public enum AnswerType
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A number or an amount: a sentence with a figure answers.</summary>
    Figure,

    /// <summary>A day, month or year.</summary>
    Time,

    /// <summary>How long something lasts.</summary>
    Duration,
}

/// <summary>Tells what kind of thing is asked for.</summary>
public static class AnswerTypes
{
    private static readonly CuePhrases FigureWords = new(
        "how many", "how much", "how low", "how high", "how large", "what number", "number of", "amount", "percent", "how big", "population", "worth", "what figure", "which figure",
        "how meny", "how mny", "how mani", "how mutch", "how mush", "howmany", "howmuch",
        "сколько", "скольк", "скока", "скоко", "сколка", "сколко", "какая сумма", "каков объем", "какой объем", "объём", "на сколько", "насколько", "процент", "количество", "численность",
        "қанша", "неше", "канша", "көлемі", "мөлшері", "пайыз", "саны",
        "얼마", "몇", "규모", "퍼센트", "액수", "인구");

    private static readonly CuePhrases DurationWords = new(
        "how long", "how many years", "how many hours", "how many days", "how many months", "duration",
        "сколько времени", "как долго", "как давно", "сколько лет ", "сколько часов", "сколько дней", "сколько месяцев", "длительност",
        "қанша уақыт", "канша уакыт", "неше жыл", "неше сағат", "неше күн", "қанша жыл", "қанша сағат",
        "얼마나 오래", "얼마 동안", "몇 시간", "몇 년간", "몇 달");

    private static readonly CuePhrases TimeWords = new(
        "when", "what year", "which year", "what date", "what day", "which day", "since what",
        "когда", "в каком году", "какого числа", "в каком месяце",
        "қашан", "кашан", "қай жылы", "кай жылы",
        "언제", "몇 년", "며칠");

    private static readonly CuePhrases NumberWords = new(
        "hundred", "thousand", "million", "billion", "dozen", "twice", "half",
        "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ", "eleven", "twelve", "teen ", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "двух", "двумя", " два ", " две ", "три ", "трех", "четыре", " пять", "шесть", " семь", "восемь", "девять", "десят", " сто ", "сотн", "тысяч", "миллион", "миллиард",
        " екі ", " үш ", "төрт", " бес ", "алты ", "жеті", "сегіз", "тоғыз", " он ", "жүз", " мың", "миллион", "миллиард",
        "십", "백 ", "천 ", "만 ", "억", "두 ", "세 ", "네 ");

    private static readonly CuePhrases TimeUnits = new(
        "year", "month", "week", " hour", " day", "decade", "half a", "today", "tomorrow", "yesterday", "spring", "summer", "autumn", "winter", "soon", "century", "january", "february", "march", "april", "june",
        "july", "august", "september", "october", "november", "december",
        "год", " лет", "час", " дн", "месяц", "недел", "сегодня", "завтра", "вчера", "весн", "лето", "осен", "зим", "скоро", "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр",
        "октябр", "ноябр", "декабр",
        "жыл", " ай", "апта", "сағат", " күн", "бүгін", "ертең", "кеше", "көктем", "жаз", "күз", "қыс", "жақында",
        "년", "월", "주일", "시간", "개월", "오늘", "내일", "어제", "봄", "여름", "가을", "겨울", "곧");

    /// <summary>Whether a text has such a thing at all: without a figure it can't answer "how many".</summary>
    public static bool IsMetBy(this AnswerType type, ReadOnlySpan<char> text) =>
        type == AnswerType.Any || text.ContainsAnyInRange('0', '9') || (type == AnswerType.Figure ? NumberWords : TimeUnits).StandIn(text);

    /// <summary>What a question asks for.</summary>
    public static AnswerType Of(string question) =>
        DurationWords.StandIn(question) ? AnswerType.Duration
        : TimeWords.StandIn(question) ? AnswerType.Time
        : FigureWords.StandIn(question) ? AnswerType.Figure
        : AnswerType.Any;
}
