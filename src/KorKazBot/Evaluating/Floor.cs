using System.Globalization;
using KorKazBot.Cli;

namespace KorKazBot.Evaluating;

/// <summary>The least share of right reactions that a group of questions must have.</summary>
/// <param name="Group">The group's name, as the table shows it.</param>
/// <param name="Share">0 to 1.</param>
internal sealed record Floor(string Group, double Share)
{
    /// <summary>Reads <c>0.9</c> or <c>direct=0.9</c>.</summary>
    /// <exception cref="UserError">It is neither.</exception>
    public static Floor Parse(string text)
    {
        var equals = text.LastIndexOf('=');
        var group = equals < 0 ? EvaluationRun.All : text[..equals];
        return double.TryParse(text[(equals + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1
            ? new Floor(group, share)
            : throw new UserError(ExitCode.BadInput, $"\"{text}\" is no floor. Give --floor 0.9 for all, or --floor direct=0.9 for a kind.");
    }

    /// <summary>Why a run doesn't keep to it, or null where it does.</summary>
    /// <exception cref="UserError">The run has no such group.</exception>
    public string? BrokenBy(EvaluationRun run)
    {
        var group = run.Groups.FirstOrDefault(group => group.Name == Group) ?? throw new UserError(ExitCode.BadInput,
            $"There is no group \"{Group}\" to hold to a floor. The file has {string.Join(", ", run.Groups.Select(group => group.Name))}.");
        return group.Right >= Share
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{Group}: {group.Right:0.000} right is below the floor of {Share:0.000}");
    }
}
