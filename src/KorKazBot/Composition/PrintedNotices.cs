using KorKazBot.Engine;
using KorKazBot.Engine.Chat;
using KorKazBot.Engine.Moderation;

namespace KorKazBot.Composition;

/// <summary>Prints what moderators are told, for whoever runs the program.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="language">In which language.</param>
internal sealed class PrintedNotices(TextWriter output, Language language) : IModeratorNotices
{
    public Task TellAsync(ModeratorNotice notice, CancellationToken cancellationToken)
    {
        var to = notice.To.IsEmpty ? "" : $" ({string.Join(", ", notice.To)})";
        output.WriteLine($"notice{to}: {notice.Words(Texts.In(language))}");
        return Task.CompletedTask;
    }
}
