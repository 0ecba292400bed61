namespace KorKazBot.Search.Spelling;

/// <summary>Counts typing slips: letters missed, added, changed or swapped with their neighbour (Damerau, optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The number of slips between two words, or <paramref name="limit"/> + 1 where there are more.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var slips = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) slips = Math.Min(slips, before[j - 2] + 1);
                current[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > limit) return limit + 1;
            var oldest = before;
            before = previous;
            previous = current;
            current = oldest;
        }

        return Math.Min(previous[b.Length], limit + 1);
    }
}
