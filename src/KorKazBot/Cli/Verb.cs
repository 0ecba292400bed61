using System.CommandLine;

namespace KorKazBot.Cli;

/// <summary>A command whose own help ends with more than the list of commands has room for.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">One sentence, shown in the list of commands too.</param>
/// <param name="more">More sentences, and examples.</param>
internal sealed class Verb(string name, string description, string more) : Command(name, description)
{
    /// <summary>What only its own help tells.</summary>
    public string More { get; } = more;
}
