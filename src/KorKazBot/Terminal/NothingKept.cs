using KorKazBot.Engine.Chat;

namespace KorKazBot.Terminal;

/// <summary>The commands about people where no store is open: nothing is kept, and that is what they say.</summary>
internal sealed class NothingKept : ICommands
{
    public Role? Needs(Invocation invocation) => invocation.Command is "/privacy" or "/mydata" or "/forget" or "/settings" ? Role.Student : null;

    public Task<Reply> RespondAsync(Invocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(invocation.Say(invocation.Texts.NothingKept));
}
