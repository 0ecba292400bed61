namespace KorKazBot.Engine.Chat;

/// <content>What is said about privacy, settings, votes and statistics.</content>
public sealed partial class Texts
{
    public string Privacy => Get(nameof(Privacy));

    public string NothingKept => Get(nameof(NothingKept));

    public string KeptHead => Get(nameof(KeptHead));

    public string KeptVotes(object first, object second) => Format(nameof(KeptVotes), first, second);

    public string KeptHandOffs(object first, object second) => Format(nameof(KeptHandOffs), first, second);

    public string KeptLetters(object first) => Format(nameof(KeptLetters), first);

    public string KeptSettings => Get(nameof(KeptSettings));

    public string KeptActs(object first) => Format(nameof(KeptActs), first);

    public string KeptMore => Get(nameof(KeptMore));

    public string KeptNothing => Get(nameof(KeptNothing));

    public string ForgetAsk => Get(nameof(ForgetAsk));

    public string ForgetButton => Get(nameof(ForgetButton));

    public string Forgotten(object first, object second, object third) => Format(nameof(Forgotten), first, second, third);

    public string ForgottenNothing => Get(nameof(ForgottenNothing));

    public string ActsStay => Get(nameof(ActsStay));

    public string VoteHelpful => Get(nameof(VoteHelpful));

    public string VoteNotHelpful => Get(nameof(VoteNotHelpful));

    public string VotedHelpful => Get(nameof(VotedHelpful));

    public string VotedNotHelpful => Get(nameof(VotedNotHelpful));

    public string SettingsHead => Get(nameof(SettingsHead));

    public string SettingsSaved => Get(nameof(SettingsSaved));

    public string SettingsLanguage(object first) => Format(nameof(SettingsLanguage), first);

    public string SettingsEachOwn => Get(nameof(SettingsEachOwn));

    public string SettingsOpen => Get(nameof(SettingsOpen));

    public string SettingsQuiet => Get(nameof(SettingsQuiet));

    public string SettingsKeepsTexts => Get(nameof(SettingsKeepsTexts));

    public string SettingsKeepsNoTexts => Get(nameof(SettingsKeepsNoTexts));

    public string SettingsOpenButton => Get(nameof(SettingsOpenButton));

    public string SettingsQuietButton => Get(nameof(SettingsQuietButton));

    public string SettingsTextsButton => Get(nameof(SettingsTextsButton));

    public string SettingsNoTextsButton => Get(nameof(SettingsNoTextsButton));

    public string SettingsUsage(object first) => Format(nameof(SettingsUsage), first);

    public string StatsHead(object first, object second) => Format(nameof(StatsHead), first, second);

    public string StatsBands(object first, object second, object third) => Format(nameof(StatsBands), first, second, third);

    public string StatsLanguages(object first) => Format(nameof(StatsLanguages), first);

    public string StatsTop => Get(nameof(StatsTop));

    public string StatsWorst => Get(nameof(StatsWorst));

    public string StatsDays => Get(nameof(StatsDays));

    public string PrivacyCommand => Get(nameof(PrivacyCommand));

    public string MyDataCommand => Get(nameof(MyDataCommand));

    public string ForgetCommand => Get(nameof(ForgetCommand));

    public string SettingsCommand => Get(nameof(SettingsCommand));
}
