namespace KorKazBot.Tests.Corpus.Import;

/// <summary>Transcripts as publishers print them, three a style, with what they hold: a line a turn, <c>question => paragraphs</c>.</summary>
internal static partial class Printed
{
    public static readonly (string Style, string Text, string Turns)[] All = [.. ByWords, .. BySigns];

    private static (string Style, string Text, string Turns)[] ByWords =>
    [
        ("unmarked",
            """
            ASTANA. KAZINFORM - The ambassador of Finland spoke to our correspondent on 3 June 2022 about forests and schools.

            Mr. Ambassador, what brought you to Astana?

            I came to study the steppe. It is wide.

            My family came a year later.

            How many Finnish companies work here and

            what are they building now?

            About forty companies. They build pulp mills.

            Tell us about the exchange of students.

            Sixty students went to Helsinki last year.

            Thank you for the interview!
            """,
            "Mr. Ambassador, what brought you to Astana?=>2|How many Finnish companies work here and what are they building now?=>1|Tell us about the exchange of students.=>1"),
        ("unmarked",
            """
            Посол Финляндии рассказал нашему изданию о школах и лесах.

            Господин посол, как Вы оказались в Астане?

            Меня назначили в прошлом году. Город мне понравился.

            Вы много ездите по стране.

            Какой регион Вам ближе всего?

            Восток, там есть леса.

            Расскажите, пожалуйста, о студенческих обменах.

            Шестьдесят студентов учатся в Хельсинки.

            Разве этого мало? Нет, я думаю, что это только начало, и мы продолжим эту работу.

            Спасибо за интересную беседу!
            """,
            "Господин посол, как Вы оказались в Астане?=>1|Вы много ездите по стране. Какой регион Вам ближе всего?=>1|Расскажите, пожалуйста, о студенческих обменах.=>2"),
        ("unmarked",
            """
            핀란드 대사가 학교와 숲에 대해 이야기했다.

            대사님, 아스타나에 오신 지 얼마나 되셨습니까?

            일 년이 되었습니다. 도시가 아름답습니다.

            두 나라의 교육 협력은 어떻게 되고 있습니까?

            올해 육십 명의 학생이 헬싱키로 갔습니다.

            내년에는 더 많아질 것입니다.

            앞으로의 계획을 말씀해 주십시오.

            숲을 함께 가꾸고 싶습니다.
            """,
            "대사님, 아스타나에 오신 지 얼마나 되셨습니까?=>1|두 나라의 교육 협력은 어떻게 되고 있습니까?=>2|앞으로의 계획을 말씀해 주십시오.=>1"),
        ("labels",
            """
            Our talk with the minister.

            Q: When was the plant opened?
            A: In 2019.
            It took three years to build.

            Q: Who works there?
            A: Four hundred people.
            """,
            "When was the plant opened?=>2|Who works there?=>1"),
        ("labels",
            """
            В: Когда открылся завод?
            О: В 2019 году. Его строили три года.
            В: Кто там работает?
            О: Четыреста человек.

            Все они из нашего города.
            В: Расскажите о планах.
            О: Мы построим второй цех.
            """,
            "Когда открылся завод?=>1|Кто там работает?=>2|Расскажите о планах.=>1"),
        ("labels",
            """
            Сұрақ: Зауыт қашан ашылды?
            Жауап: 2019 жылы ашылды.

            Сұрақ: Онда кім жұмыс істейді?
            Жауап: Төрт жүз адам. Олар қаламыздың тұрғындары.
            """,
            "Зауыт қашан ашылды?=>1|Онда кім жұмыс істейді?=>1"),
        ("numbered",
            """
            문1. 공장은 언제 문을 열었습니까?
            답1. 2019년에 문을 열었습니다.

            문2. 누가 일합니까?
            답2. 사백 명이 일합니다.
            모두 우리 도시 사람입니다.
            """,
            "공장은 언제 문을 열었습니까?=>1|누가 일합니까?=>2"),
        ("numbered",
            """
            Q1. When was the plant opened?
            A1. In 2019.

            Q2. Who works there?
            A2. Four hundred people.

            Q3. What comes next?
            A3. A second hall.
            """,
            "When was the plant opened?=>1|Who works there?=>1|What comes next?=>1"),
        ("numbered",
            """
            질문 1: 공장은 언제 문을 열었습니까?
            답변 1: 2019년에 문을 열었습니다.
            질문 2: 누가 일합니까?
            답변 2: 사백 명이 일합니다.
            """,
            "공장은 언제 문을 열었습니까?=>1|누가 일합니까?=>1"),
        ("speakers",
            """
            The Tribune: Doctor, how did you find the new mineral?
            Anna Berg: By chance, in an old mine.
            We were looking for copper.
            The Tribune: And what is it good for?
            Anna Berg: For batteries: it holds a charge well.
            """,
            "Doctor, how did you find the new mineral?=>2|And what is it good for?=>1"),
        ("speakers",
            """
            Корреспондент: Как Вы нашли новый минерал?
            А. Берг: Случайно, в старой шахте.
            Корреспондент: Для чего он годится?
            А. Берг: Для батарей. Он хорошо держит заряд.

            Это важно для промышленности.
            """,
            "Как Вы нашли новый минерал?=>1|Для чего он годится?=>2"),
        ("speakers",
            """
            **기자:** 새 광물을 어떻게 찾으셨습니까?

            **김 박사:** 오래된 광산에서 우연히 찾았습니다.

            **기자:** 어디에 쓰입니까?

            **김 박사:** 배터리에 쓰입니다.
            """,
            "새 광물을 어떻게 찾으셨습니까?=>1|어디에 쓰입니까?=>1"),
    ];
}
