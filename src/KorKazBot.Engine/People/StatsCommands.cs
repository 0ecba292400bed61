using System.Globalization;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Corpus;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Engine.People;

/// <summary><c>/stats</c>: how much is asked and how far the answers go, for moderators. Nothing of it is about anybody.</summary>
/// <param name="log">Counts of questions.</param>
/// <param name="votes">Votes on answers.</param>
/// <param name="time">Tells today.</param>
public sealed class StatsCommands(IQuestionLog log, IFeedback votes, TimeProvider time) : ICommands
{
    private const int UsualDays = 30;
    private const int MostDays = 366;
    private const int MostPassages = 5;
    private const int MostDayLines = 7;

    /// <inheritdoc/>
    public Role? Needs(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        return invocation.Command == "/stats" ? Role.Moderator : null;
    }

    /// <inheritdoc/>
    public async Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var texts = invocation.Texts;
        var days = int.TryParse(invocation.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? Math.Clamp(wanted, 1, MostDays)
            : UsualDays;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counts = await log.ReadAsync(today.AddDays(1 - days), today, cancellationToken);
        var worst = (await votes.CountAsync(MostPassages, cancellationToken)).Where(each => each.NotHelpful > 0).ToList();

        var lines = new List<string> { texts.StatsHead(days, Sum(counts)) };
        if (counts.Count > 0) lines.AddRange([Bands(counts, texts), texts.StatsLanguages(Languages(counts))]);
        var shown = counts.Where(each => each.PassageId is not null).ToLookup(each => each.PassageId!);
        if (shown.Count > 0) lines.Add(texts.StatsTop);
        lines.AddRange(MostFirst(shown).Take(MostPassages).Select(each => $"• {each.Count} – {Name(each.Key, invocation.Generation)}"));
        if (worst.Count > 0) lines.Add(texts.StatsWorst);
        lines.AddRange(worst.Select(each => $"• 👎 {each.NotHelpful} 👍 {each.Helpful} – {Name(each.PassageId, invocation.Generation)}"));
        if (counts.Count > 0) lines.Add(texts.StatsDays);
        lines.AddRange(counts.GroupBy(each => each.Day).OrderByDescending(day => day.Key).Take(MostDayLines).Select(day => Line(day.Key, [.. day], texts)));
        return invocation.Say(string.Join('\n', lines));
    }

    private static string Bands(IReadOnlyList<QuestionCount> counts, Texts texts) =>
        texts.StatsBands(Share(Band.Answer, counts), Share(Band.Candidates, counts), Share(Band.None, counts));

    private static string Share(Band band, IReadOnlyList<QuestionCount> counts)
    {
        var count = Sum(counts.Where(each => each.Band == band));
        return string.Create(CultureInfo.InvariantCulture, $"{count} ({100 * count / Sum(counts)}%)");
    }

    private static string Languages(IReadOnlyList<QuestionCount> counts) =>
        string.Join(", ", MostFirst(counts.ToLookup(each => each.Language)).Select(each => $"{each.Key.OwnName()} {each.Count}"));

    private static string Line(DateOnly day, IReadOnlyList<QuestionCount> counts, Texts texts) =>
        $"• {texts.Day(day)}: {Sum(counts)} ({Sum(counts.Where(each => each.Band == Band.Answer))})";

    // By the question it answers; a passage may be gone since.
    private static string Name(string id, Generation generation)
    {
        var asked = generation.Snapshot.Passages.FirstOrDefault(passage => passage.Id == id)?.Asked ?? "";
        return asked.Length > 0 ? $"{id}: {Labels.Shorten(asked, 60)}" : id;
    }

    private static IEnumerable<(T Key, long Count)> MostFirst<T>(ILookup<T, QuestionCount> groups) =>
        groups.Select(group => (group.Key, Sum(group))).OrderByDescending(each => each.Item2);

    private static long Sum(IEnumerable<QuestionCount> counts) => counts.Sum(each => each.Count);
}
