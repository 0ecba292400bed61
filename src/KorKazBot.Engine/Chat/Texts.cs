using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace KorKazBot.Engine.Chat;

/// <summary>Every word the bot itself says, in one language; plain text, no markup.</summary>
/// <remarks>The words stand in <c>Texts.resx</c> and its translations; a test holds the four together.</remarks>
public sealed partial class Texts
{
    private static readonly ResourceManager Resources = new("KorKazBot.Engine.Chat.Texts", typeof(Texts).Assembly);

    private static readonly Texts[] ByLanguage = [.. Languages.All.Select(language => new Texts(language))];

    private readonly ConcurrentDictionary<string, string> _read = new(StringComparer.Ordinal);
    private readonly Lazy<CultureInfo> _culture;

    private Texts(Language language) => _culture = new Lazy<CultureInfo>(() => CultureInfo.GetCultureInfo(language.ToCode()));

    /// <summary>The words of a language.</summary>
    public static Texts In(Language language) => ByLanguage[(int)language];

    public string Welcome => Get(nameof(Welcome));

    public string Help(object first) => Format(nameof(Help), first);

    public string AskHint(object first) => Format(nameof(AskHint), first);

    public string UnknownCommand(object first) => Format(nameof(UnknownCommand), first);

    public string About(object first, object second, object third) => Format(nameof(About), first, second, third);

    public string TopicsHead(object first, object second) => Format(nameof(TopicsHead), first, second);

    public string TopicsNone => Get(nameof(TopicsNone));

    public string MoreTopics => Get(nameof(MoreTopics));

    public string EarlierTopics => Get(nameof(EarlierTopics));

    public string TopicsButton => Get(nameof(TopicsButton));

    public string LangChoose => Get(nameof(LangChoose));

    public string LangChosen => Get(nameof(LangChosen));

    public string LangUnknown(object first) => Format(nameof(LangUnknown), first);

    public string ChoicesHead => Get(nameof(ChoicesHead));

    public string NotFound => Get(nameof(NotFound));

    public string NotMentioned(object first) => Format(nameof(NotMentioned), first);

    public string Nearest => Get(nameof(Nearest));

    public string SearchedFor(object first) => Format(nameof(SearchedFor), first);

    public string TakenTogether(object first) => Format(nameof(TakenTogether), first);

    public string TranslationLabel => Get(nameof(TranslationLabel));

    public string PassageChanged => Get(nameof(PassageChanged));

    public string PassageGone => Get(nameof(PassageGone));

    public string ButtonStale => Get(nameof(ButtonStale));

    public string ShareButton => Get(nameof(ShareButton));

    public string SharedBy(object first) => Format(nameof(SharedBy), first);

    public string AnsweredAlready => Get(nameof(AnsweredAlready));

    public string NotUnderstood => Get(nameof(NotUnderstood));

    public string Greeting => Get(nameof(Greeting));

    public string Thanks => Get(nameof(Thanks));

    public string Farewell => Get(nameof(Farewell));

    public string AboutBot => Get(nameof(AboutBot));

    public string SmallTalk => Get(nameof(SmallTalk));

    public string Insult => Get(nameof(Insult));

    public string Noise => Get(nameof(Noise));

    public string Failed(object first) => Format(nameof(Failed), first);

    public string ButtonNotYours => Get(nameof(ButtonNotYours));

    public string TooFast => Get(nameof(TooFast));

    public string Busy => Get(nameof(Busy));

    public string OnlyText => Get(nameof(OnlyText));

    public string WasAway => Get(nameof(WasAway));

    public string AskMeDirectly => Get(nameof(AskMeDirectly));

    public string AskCommand => Get(nameof(AskCommand));

    public string TopicsCommand => Get(nameof(TopicsCommand));

    public string LangCommand => Get(nameof(LangCommand));

    public string HelpCommand => Get(nameof(HelpCommand));

    public string AboutCommand => Get(nameof(AboutCommand));

    public string Profile => Get(nameof(Profile));

    public string ShortProfile => Get(nameof(ShortProfile));

    public string LeadLabel => Get(nameof(LeadLabel));

    /// <summary>A day as the language writes it: "26 May 2021".</summary>
    public string Day(DateOnly day) => Format("DateFormat", day.Day, Get("Months").Split('|')[day.Month - 1], day.Year);

    private string Format(string key, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Get(key), values);

    private string Get(string key) =>
        _read.GetOrAdd(key, name => Resources.GetString(name, _culture.Value) ?? throw new MissingManifestResourceException($"No text '{name}'."));
}
