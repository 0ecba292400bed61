using System.Collections.Immutable;
using KorKazBot.Discord.Messages;

namespace KorKazBot.Discord.Interactions;

/// <summary>The first answer to an interaction; Discord wants it within 3 seconds.</summary>
internal abstract record InteractionResponse
{
    private InteractionResponse(int type) => Type = type;

    /// <summary>Discord's number for what to do.</summary>
    public int Type { get; }

    /// <summary>"I am here."</summary>
    public sealed record Pong() : InteractionResponse(1);

    /// <summary>A new message.</summary>
    public sealed record Create(OutgoingMessage Data) : InteractionResponse(4);

    /// <summary>A new message that comes later; who sees it is settled now.</summary>
    public sealed record CreateLater(OutgoingMessage Data) : InteractionResponse(5);

    /// <summary>The pressed message changes later, or stays as it is.</summary>
    public sealed record UpdateLater() : InteractionResponse(6);

    /// <summary>The pressed message changes.</summary>
    public sealed record Update(OutgoingMessage Data) : InteractionResponse(7);

    /// <summary>What an option may be completed to.</summary>
    public sealed record Suggest(ChoiceList Data) : InteractionResponse(8);
}

/// <summary>Choices for an option, best first, at most <see cref="DiscordLimits.Choices"/>.</summary>
internal sealed record ChoiceList(ImmutableArray<Choice> Choices);

/// <summary>A choice of an option.</summary>
/// <param name="Name">What is shown, 1 to <see cref="DiscordLimits.Choice"/> characters.</param>
/// <param name="Value">What is sent, likewise.</param>
internal sealed record Choice(string Name, string Value);
