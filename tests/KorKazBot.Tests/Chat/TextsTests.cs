using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using KorKazBot.Engine;
using KorKazBot.Engine.Chat;

namespace KorKazBot.Tests.Chat;

public sealed partial class TextsTests
{
    private static readonly string[] NotShownAlone = ["DateFormat", "Months"];

    [Theory]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    [InlineData(Language.Korean)]
    public void Every_text_stands_in_every_language_with_the_same_placeholders(Language language)
    {
        var english = Entries(CultureInfo.InvariantCulture);
        var translated = Entries(CultureInfo.GetCultureInfo(language.ToCode()));

        Assert.Equal(english.Keys.Order(), translated.Keys.Order());
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(translated[text.Key])));
    }

    [Fact]
    public void Every_text_is_used_and_every_text_used_is_there()
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var plain = typeof(Texts).GetProperties(Own).Select(property => property.Name);
        var filled = typeof(Texts).GetMethods(Own).Where(method => !method.IsSpecialName).Select(method => method.Name);

        var used = plain.Concat(filled).Except([nameof(Texts.Day)]);

        Assert.Equal(Entries(CultureInfo.InvariantCulture).Keys.Except(NotShownAlone).Order(), used.Order());
    }

    [Theory]
    [InlineData(Language.Russian, "а-яё")]
    [InlineData(Language.Kazakh, "а-яёәғқңөұүһі")]
    [InlineData(Language.Korean, "가-힣")]
    public void No_English_is_left_in_a_translation(Language language, string letters)
    {
        var translated = Entries(CultureInfo.GetCultureInfo(language.ToCode()));

        Assert.All(translated.Where(text => text.Key != "DateFormat"), text =>
        {
            var words = Untranslatable().Replace(text.Value, "");
            Assert.Matches($"[{letters}]", words.ToLowerInvariant());
            Assert.DoesNotMatch($"(?i)[^{letters}\\P{{L}}]", words);
        });
    }

    [Fact]
    public void Kazakh_is_no_copy_of_Russian()
    {
        var russian = Entries(CultureInfo.GetCultureInfo("ru"));
        var kazakh = Entries(CultureInfo.GetCultureInfo("kk"));

        Assert.All(kazakh, text => Assert.NotEqual(russian[text.Key], text.Value));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kazakh)]
    [InlineData(Language.Korean)]
    public void What_users_type_and_braces_in_it_never_break_a_text(Language language)
    {
        var texts = Texts.In(language);

        string[] all = [texts.Help("{0}"), texts.AskHint("{0}"), texts.UnknownCommand("{0}"), texts.LangUnknown("{0}"), texts.NotMentioned("{0}")];

        Assert.All(all, said => Assert.Contains("{0}", said, StringComparison.Ordinal));
        Assert.Contains("/topics", texts.Welcome, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "/help /ask /topics /about /lang")]
    [InlineData(Language.Russian, "/help /ask /topics /about /lang")]
    [InlineData(Language.Kazakh, "/help /ask /topics /about /lang")]
    [InlineData(Language.Korean, "/help /ask /topics /about /lang")]
    public void An_unknown_command_is_told_all_that_work(Language language, string commands) =>
        Assert.EndsWith(commands, Texts.In(language).UnknownCommand("/x"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, 2021, 5, 26, "26 May 2021")]
    [InlineData(Language.Russian, 2021, 5, 26, "26 мая 2021 г.")]
    [InlineData(Language.Kazakh, 2021, 5, 26, "2021 жылғы 26 мамыр")]
    [InlineData(Language.Korean, 2021, 5, 26, "2021년 5월 26일")]
    [InlineData(Language.English, 2020, 1, 1, "1 January 2020")]
    [InlineData(Language.Russian, 1999, 12, 31, "31 декабря 1999 г.")]
    public void Days_are_written_as_people_write_them(Language language, int year, int month, int day, string expected) =>
        Assert.Equal(expected, Texts.In(language).Day(new DateOnly(year, month, day)));

    private static Dictionary<string, string> Entries(CultureInfo culture)
    {
        var resources = new ResourceManager("KorKazBot.Engine.Chat.Texts", typeof(Texts).Assembly);
        var set = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Order()];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    // Commands and the bot's name are the same everywhere.
    [GeneratedRegex(@"/[a-z]+|KorKazBot|\{\d+\}")]
    private static partial Regex Untranslatable();
}
