using System.Collections.Immutable;

namespace KorKazBot.Discord.Commands;

/// <summary>A command as it is registered; the same record reads what is registered, as far as it is compared.</summary>
internal sealed record CommandDefinition
{
    public required string Name { get; init; }

    /// <summary>1 a slash command, 3 a message command.</summary>
    public int Type { get; init; } = CommandType.Slash;

    /// <summary>By locale: <c>ru</c>, <c>ko</c>; Discord has no Kazakh.</summary>
    public ImmutableSortedDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>Null for message commands, which have none.</summary>
    public string? Description { get; init; }

    public ImmutableSortedDictionary<string, string>? DescriptionLocalizations { get; init; }

    public ImmutableArray<CommandOptionDefinition>? Options { get; init; }

    /// <summary>Where it can be used: 0 servers, 1 direct messages with the bot, 2 other private channels.</summary>
    public ImmutableArray<int>? Contexts { get; init; }

    /// <summary>Who can install it: 0 servers, 1 users.</summary>
    public ImmutableArray<int>? IntegrationTypes { get; init; }
}

internal sealed record CommandOptionDefinition
{
    public required string Name { get; init; }

    /// <summary>3 text, 5 a switch.</summary>
    public int Type { get; init; }

    public ImmutableSortedDictionary<string, string>? NameLocalizations { get; init; }

    public string? Description { get; init; }

    public ImmutableSortedDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    public ImmutableArray<OptionChoice>? Choices { get; init; }
}

/// <summary>A choice of an option of text.</summary>
internal sealed record OptionChoice(string Name, string Value);

/// <summary>Discord's numbers.</summary>
internal static class CommandType
{
    public const int Slash = 1;
    public const int Message = 3;
    public const int Text = 3;
    public const int Switch = 5;
}
