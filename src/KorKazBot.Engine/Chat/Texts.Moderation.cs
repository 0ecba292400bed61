namespace KorKazBot.Engine.Chat;

/// <content>What is said about roles, privacy, settings and moderators' work.</content>
public sealed partial class Texts
{
    public string ForChatAdministrators => Get(nameof(ForChatAdministrators));

    public string ForModerators => Get(nameof(ForModerators));

    public string ForOwner => Get(nameof(ForOwner));

    public string OnlyInPrivate(object first) => Format(nameof(OnlyInPrivate), first);

    public string StoreOut(object first) => Format(nameof(StoreOut), first);

    public string CorpusLive(object first, object second, object third, object fourth, object fifth, object sixth) =>
        Format(nameof(CorpusLive), first, second, third, fourth, fifth, sixth);

    public string CameAtStart => Get(nameof(CameAtStart));

    public string CameAsLastGood => Get(nameof(CameAsLastGood));

    public string CameBySignal => Get(nameof(CameBySignal));

    public string CameByReload(object first) => Format(nameof(CameByReload), first);

    public string CameByRollback(object first) => Format(nameof(CameByRollback), first);

    public string InterviewsChange(object first, object second, object third, object fourth) =>
        Format(nameof(InterviewsChange), first, second, third, fourth);

    public string PassagesChange(object first, object second, object third, object fourth) =>
        Format(nameof(PassagesChange), first, second, third, fourth);

    public string ThesaurusChange => Get(nameof(ThesaurusChange));

    public string GoldenCounts(object first, object second, object third) => Format(nameof(GoldenCounts), first, second, third);

    public string GoldenNone => Get(nameof(GoldenNone));

    public string NoAnswer => Get(nameof(NoAnswer));

    public string WorthALook => Get(nameof(WorthALook));

    public string AndMore(object first) => Format(nameof(AndMore), first);

    public string ReloadAsk => Get(nameof(ReloadAsk));

    public string ReloadButton(object first) => Format(nameof(ReloadButton), first);

    public string ReloadHolds(object first) => Format(nameof(ReloadHolds), first);

    public string ReloadOverrides(object first) => Format(nameof(ReloadOverrides), first);

    public string ReloadForceButton(object first) => Format(nameof(ReloadForceButton), first);

    public string NothingToOverride => Get(nameof(NothingToOverride));

    public string ShownIsStale => Get(nameof(ShownIsStale));

    public string ReloadBroken(object first) => Format(nameof(ReloadBroken), first);

    public string ReloadUnchanged(object first) => Format(nameof(ReloadUnchanged), first);

    public string NotDone(object first) => Format(nameof(NotDone), first);

    public string ReloadDone(object first) => Format(nameof(ReloadDone), first);

    public string RollBackNone => Get(nameof(RollBackNone));

    public string RollBackAsk => Get(nameof(RollBackAsk));

    public string RollBackButton(object first) => Format(nameof(RollBackButton), first);

    public string RollBackDone(object first, object second) => Format(nameof(RollBackDone), first, second);

    public string ModeratorUsage(object first) => Format(nameof(ModeratorUsage), first);

    public string ModeratorIdWrong(object first, object second) => Format(nameof(ModeratorIdWrong), first, second);

    public string ModeratorAdded(object first) => Format(nameof(ModeratorAdded), first);

    public string ModeratorAlready(object first) => Format(nameof(ModeratorAlready), first);

    public string ModeratorRemoved(object first) => Format(nameof(ModeratorRemoved), first);

    public string ModeratorWasNone(object first) => Format(nameof(ModeratorWasNone), first);

    public string ModeratorIsOwner(object first, object second) => Format(nameof(ModeratorIsOwner), first, second);

    public string ModeratorList(object first, object second) => Format(nameof(ModeratorList), first, second);

    public string Nobody => Get(nameof(Nobody));

    public string NoticeReload(object first, object second) => Format(nameof(NoticeReload), first, second);

    public string NoticeForce(object first, object second, object third) => Format(nameof(NoticeForce), first, second, third);

    public string NoticeRollBack(object first, object second) => Format(nameof(NoticeRollBack), first, second);

    public string NoticeAdded(object first, object second) => Format(nameof(NoticeAdded), first, second);

    public string NoticeRemoved(object first, object second) => Format(nameof(NoticeRemoved), first, second);
}
