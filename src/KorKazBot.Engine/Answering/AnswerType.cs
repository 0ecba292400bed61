using System.Buffers;

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
}

/// <summary>Tells what kind of thing is asked for.</summary>
public static class AnswerTypes
{
    private static readonly SearchValues<string> FigureWords = SearchValues.Create(
        [
            "how many", "how much", "how low", "how high", "how large", "what number", "number of", "amount", "percent", "how long", "how big", "population", "worth", "duration",
            "сколько", "скольк", "какая сумма", "каков объем", "какой объем", "объём", "на сколько", "насколько", "процент", "количество", "численность",
            "қанша", "неше", "канша", "көлемі", "мөлшері", "пайыз", "саны",
            "얼마", "몇", "규모", "퍼센트", "액수", "인구",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> TimeWords = SearchValues.Create(
        [
            "when", "what year", "which year", "what date", "what day", "which day", "since what",
            "когда", "в каком году", "какого числа", "в каком месяце",
            "қашан", "кашан", "қай жылы", "кай жылы",
            "언제", "몇 년", "며칠",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What a question asks for.</summary>
    public static AnswerType Of(string question) =>
        question.AsSpan().ContainsAny(TimeWords) ? AnswerType.Time
        : question.AsSpan().ContainsAny(FigureWords) ? AnswerType.Figure
        : AnswerType.Any;
}
