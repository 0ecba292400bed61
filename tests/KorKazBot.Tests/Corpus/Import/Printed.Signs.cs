namespace KorKazBot.Tests.Corpus.Import;

/// <content>Transcripts that mark their questions by dashes, by bold type, or interrupt answers.</content>
internal static partial class Printed
{
    private static (string Style, string Text, string Turns)[] BySigns =>
    [
        ("dashes",
            """
            О новом музее мы поговорили с его директором.

            – Когда откроется музей?
            – Осенью. Мы ждём последние экспонаты.
            – Сколько их будет?
            – Около двух тысяч.

            Многие из них никто ещё не видел.
            – Спасибо за беседу!
            """,
            "Когда откроется музей?=>1|Сколько их будет?=>2"),
        ("dashes",
            """
            — Мұражай қашан ашылады?
            — Күзде ашылады. Соңғы жәдігерлерді күтіп жүрміз.
            — Қанша жәдігер болады?
            — Екі мыңға жуық.
            """,
            "Мұражай қашан ашылады?=>1|Қанша жәдігер болады?=>1"),
        ("dashes",
            """
            - Расскажите, с чего всё началось.

            - С одной коллекции. Её подарил наш земляк.

            Потом были и другие дары.

            - А что дальше?

            - Дальше будет школа реставраторов.
            """,
            "Расскажите, с чего всё началось.=>2|А что дальше?=>1"),
        ("bold",
            """
            # A museum for the steppe

            The director told us about it.

            **When will the museum open?**

            In autumn. We wait for the last pieces.

            **How many pieces will there be,
            and where do they come from?**

            About two thousand, from all over the country.
            """,
            "When will the museum open?=>1|How many pieces will there be, and where do they come from?=>1"),
        ("bold",
            """
            **Когда откроется музей?**

            Осенью.

            **Расскажите о коллекции.**

            В ней две тысячи предметов.

            Многие никто не видел.
            """,
            "Когда откроется музей?=>1|Расскажите о коллекции.=>2"),
        ("bold",
            """
            ## 박물관은 언제 문을 엽니까?

            가을에 엽니다.

            ## 소장품은 얼마나 됩니까?

            이천 점쯤 됩니다.
            """,
            "박물관은 언제 문을 엽니까?=>1|소장품은 얼마나 됩니까?=>1"),
        ("interjections",
            """
            Q: How many pieces are there?
            A: Two thousand.
            Q: Really?
            A: Yes, and more will come.
            Q: Who pays for it?
            A: The city.
            """,
            "How many pieces are there?=>2|Who pays for it?=>1"),
        ("interjections",
            """
            – Сколько экспонатов в музее?
            – Две тысячи.
            – Неужели?
            – Да, и будет больше.
            – Кто платит?
            – Город.
            """,
            "Сколько экспонатов в музее?=>2|Кто платит?=>1"),
        ("interjections",
            """
            기자: 소장품은 얼마나 됩니까?
            관장: 이천 점입니다.
            기자: 정말요?
            관장: 네, 더 늘어날 것입니다.
            기자: 누가 비용을 냅니까?
            관장: 시에서 냅니다.
            """,
            "소장품은 얼마나 됩니까?=>2|누가 비용을 냅니까?=>1"),
    ];
}
