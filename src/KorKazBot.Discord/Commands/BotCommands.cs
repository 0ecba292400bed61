using System.Collections.Immutable;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Discord.Commands;

/// <summary>The bot's commands, for servers and for users who install it for themselves.</summary>
internal static class BotCommands
{
    public const string Ask = "ask";
    public const string Question = "question";
    public const string Private = "private";
    public const string Lang = "lang";
    public const string Language = "language";

    /// <summary>Every command, by kind and name.</summary>
    public static ImmutableArray<CommandDefinition> All { get; } =
    [
        Slash("about", new("What I know", "Что я знаю", "제가 아는 것"), new("about", "о-боте", "소개")),
        Slash(
            Ask,
            new("Ask the interviews a question", "Задать вопрос интервью", "인터뷰에 질문하기"),
            new(Ask, "спросить", "질문"),
            new CommandOptionDefinition
            {
                Name = Question,
                Type = CommandType.Text,
                NameLocalizations = In("вопрос", "내용"),
                Description = "In your own words, or one of the interviews' questions",
                DescriptionLocalizations = In("Своими словами или один из вопросов интервью", "자유롭게 쓰거나 인터뷰의 질문을 고르세요"),
                Required = true,
                Autocomplete = true,
                MaxLength = QuestionText.MaxCharacters,
            },
            new CommandOptionDefinition
            {
                Name = Private,
                Type = CommandType.Switch,
                NameLocalizations = In("лично", "나만보기"),
                Description = "Whether only you see the answer",
                DescriptionLocalizations = In("Видите ли ответ только вы", "나에게만 답변을 보여 줄지"),
            }),
        Slash(
            "forget",
            new("Remove what is kept of you", "Удалить то, что хранится о вас", "나에 대한 기록 삭제"),
            new("forget", "забыть", "기록삭제")),
        Slash("help", new("How to ask", "Как спрашивать", "질문하는 방법"), new("help", "помощь", "도움말")),
        Slash(
            Lang,
            new("The language I speak", "На каком языке мне говорить", "제가 말할 언어"),
            new(Lang, "язык", "언어"),
            new CommandOptionDefinition
            {
                Name = Language,
                Type = CommandType.Text,
                NameLocalizations = In("язык", "언어"),
                Description = "Quotes stay in the language of the interview",
                DescriptionLocalizations = In("Цитаты остаются на языке интервью", "인용문은 인터뷰 언어 그대로입니다"),
                Choices = [.. Languages.All.Select(language => new OptionChoice(language.OwnName(), language.ToCode()))],
            }),
        Slash(
            "mydata",
            new("What is kept of you", "Что хранится о вас", "나에 대해 보관된 것"),
            new("mydata", "мои-данные", "내기록")),
        Slash("privacy", new("What I keep", "Что я храню", "보관하는 정보"), new("privacy", "приватность", "개인정보")),
        Slash("settings", new("The settings of this chat", "Настройки этого чата", "이 채팅의 설정"), new("settings", "настройки", "설정")),
        Slash("start", new("What I am for", "Для чего я нужен", "저는 무엇을 하나요"), new("start", "старт", "시작")),
        Slash("topics", new("The interviews' own questions", "Вопросы из интервью", "인터뷰 속 질문 목록"), new("topics", "темы", "주제")),
        new CommandDefinition
        {
            Type = CommandType.Message,
            Name = "Find the quote",
            NameLocalizations = In("Найти цитату", "인용문 찾기"),
            Contexts = [0, 1, 2],
            IntegrationTypes = [0, 1],
        },
    ];

    private static CommandDefinition Slash(
        string name, Words description, Words names, params ImmutableArray<CommandOptionDefinition> options) => new()
        {
            Name = name,
            NameLocalizations = In(names.Russian, names.Korean),
            Description = description.English,
            DescriptionLocalizations = In(description.Russian, description.Korean),
            Options = options.IsEmpty ? null : options,
            Contexts = [0, 1, 2],
            IntegrationTypes = [0, 1],
        };

    private static ImmutableSortedDictionary<string, string> In(string russian, string korean) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("ru", russian).Add("ko", korean);

    private sealed record Words(string English, string Russian, string Korean);
}
