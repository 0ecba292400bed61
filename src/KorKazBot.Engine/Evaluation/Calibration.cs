using KorKazBot.Engine.Answering;

namespace KorKazBot.Engine.Evaluation;

/// <summary>Fits the confidence to judged answers: logistic regression with a small ridge, by Newton's method.</summary>
public static class Calibration
{
    // A ridge of a half on a few hundred questions keeps coefficients of rare features from running away.
    private const double Ridge = 0.5;
    private const int Iterations = 50;

    /// <summary>Fits coefficients in the order of <see cref="ConfidenceModel.ByWords"/>.</summary>
    /// <param name="judged">Judged answers; those abstained before retrieval teach nothing and are left out.</param>
    public static double[] Fit(IReadOnlyList<JudgedAnswer> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var rows = judged.Where(answer => !answer.Answer.Readings.IsEmpty).Select(RowOf).ToList();
        var leftOut = new HashSet<int>();
        while (true)
        {
            foreach (var feature in leftOut) rows.ForEach(row => row.Values[feature] = 0);
            var coefficients = FitAll(rows);

            // More coverage can't speak against an answer: where chance makes it so, the feature is left out.
            var worst = Enumerable.Range(1, ConfidenceFeatures.Count)
                .Where(feature => coefficients[feature] * SpeaksFor(feature - 1) < 0)
                .DefaultIfEmpty()
                .MaxBy(feature => Math.Abs(coefficients[feature]));
            if (worst == 0) return coefficients;
            leftOut.Add(worst);
        }
    }

    private static int SpeaksFor(int feature) => ConfidenceFeatures.SpeakAgainst.Contains(feature) ? -1 : 1;

    private static double[] FitAll(List<(double[] Values, bool IsRight)> rows)
    {
        var coefficients = new double[ConfidenceFeatures.Count + 1];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var (gradient, hessian) = Slope(rows, coefficients);
            var step = Solve(hessian, gradient);
            for (var i = 0; i < coefficients.Length; i++) coefficients[i] -= step[i];
            if (step.Max(Math.Abs) < 1e-6) break;
        }

        return coefficients;
    }

    /// <summary>The confidence that coefficients give an answer.</summary>
    public static double Probability(Answer answer, ReadOnlySpan<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Readings.IsEmpty ? 0 : ConfidenceModel.Probability(answer.Features, coefficients);
    }

    private static (double[] Values, bool IsRight) RowOf(JudgedAnswer judged)
    {
        var values = new double[ConfidenceFeatures.Count + 1];
        values[0] = 1;
        judged.Answer.Features.CopyTo(values.AsSpan(1));
        return (values, judged.Judgment.IsAnswerable && judged.Rank == 1);
    }

    private static (double[] Gradient, double[][] Hessian) Slope(List<(double[] Values, bool IsRight)> rows, double[] coefficients)
    {
        var size = coefficients.Length;
        var gradient = new double[size];
        var hessian = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        foreach (var (values, isRight) in rows)
        {
            var probability = 1 / (1 + Math.Exp(-values.Zip(coefficients, (value, coefficient) => value * coefficient).Sum()));
            for (var i = 0; i < size; i++)
            {
                gradient[i] += (probability - (isRight ? 1 : 0)) * values[i];
                for (var j = 0; j < size; j++) hessian[i][j] += probability * (1 - probability) * values[i] * values[j];
            }
        }

        for (var i = 1; i < size; i++)
        {
            gradient[i] += Ridge * coefficients[i];
            hessian[i][i] += Ridge;
        }

        hessian[0][0] += 1e-9;
        return (gradient, hessian);
    }

    // Gaussian elimination with pivoting; nine unknowns.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row][column]));
            (matrix[column], matrix[pivot], right[column], right[pivot]) = (matrix[pivot], matrix[column], right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row][column] / matrix[column][column];
                for (var i = column; i < size; i++) matrix[row][i] -= factor * matrix[column][i];
                right[row] -= factor * right[column];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++) right[row] -= matrix[row][i] * right[i];
            right[row] /= matrix[row][row];
        }

        return right;
    }
}
