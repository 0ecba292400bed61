using KorKazBot.Fakes;

namespace KorKazBot.Tests.Discord;

/// <summary>A test that needs Discord's OpenAPI document; where that is missing, the run says so.</summary>
internal sealed class SpecFactAttribute : FactAttribute
{
    public SpecFactAttribute() => Skip = FakeDiscordSpec.Missing;
}
