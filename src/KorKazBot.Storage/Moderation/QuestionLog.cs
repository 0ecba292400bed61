using System.Globalization;
using KorKazBot.Engine;
using KorKazBot.Engine.Answering;
using KorKazBot.Engine.Moderation;
using KorKazBot.Storage.Databases;

namespace KorKazBot.Storage.Moderation;

/// <summary>Counts of questions as a table.</summary>
internal sealed class QuestionLog(Database database, TimeProvider time) : IQuestionLog
{
    // Sorts as text in the order of time.
    private const string DayFormat = "yyyy-MM-dd";

    private readonly Statements _sql = Statements.Of("Moderation/QuestionLog.sql", database.Provider);

    public Task CountAsync(Language language, Band band, string? passageId, CancellationToken cancellationToken) => database.WriteAsync(
        _sql["count"],
        cancellationToken,
        ("day", Write(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))),
        ("language", language.ToCode()),
        ("band", Stored.Bands.Write(band)),
        ("passage", passageId ?? ""));

    public async Task<IReadOnlyList<QuestionCount>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.QueryAsync(
                _sql["read"],
                row => new QuestionCount(
                    DateOnly.ParseExact(row.GetString(0), DayFormat, CultureInfo.InvariantCulture),
                    Stored.Language(row.GetString(1)),
                    Stored.Bands.Read(row.GetString(2)),
                    row.GetString(3) is { Length: > 0 } passage ? passage : null,
                    row.GetInt64(4)),
                ("first", Write(first)),
                ("last", Write(last))),
            cancellationToken);

    private static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
