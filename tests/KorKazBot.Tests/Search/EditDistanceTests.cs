using KorKazBot.Search.Spelling;

namespace KorKazBot.Tests.Search;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("vacine", "vaccine", 1)]
    [InlineData("koraen", "korean", 1)]
    [InlineData("exprot", "export", 1)]
    [InlineData("compnies", "companies", 1)]
    [InlineData("diversifcation", "diversification", 1)]
    [InlineData("wheat", "whale", 3)]
    [InlineData("same", "same", 0)]
    public void Counts_slips_of_the_finger(string typed, string meant, int slips) =>
        Assert.Equal(slips, EditDistance.Between(typed, meant, 3));

    [Theory]
    [InlineData("embassy", "pandemic", 2, 3)]
    [InlineData("a", "abcdefgh", 1, 2)]
    public void Stops_counting_beyond_the_limit(string typed, string other, int limit, int answer) =>
        Assert.Equal(answer, EditDistance.Between(typed, other, limit));
}
