import Physiology
import RealModule

extension Plateau {
  /// A slope in logarithms a week, with its standard error.
  struct Estimate {
    var mean: Double
    var standardError: Double

    /// In percent a week, with the range that holds 90 %.
    var percentPerWeek: Interval {
      Interval(
        low: 100 * (mean - 1.645 * standardError), expected: 100 * mean,
        high: 100 * (mean + 1.645 * standardError))
    }
  }

  /// A line with one turn, fitted by least squares: `a + g·min(t, turn) + d·max(0, t − turn)`.
  ///
  /// Both pieces meet at the turn, so that the weeks before it say where the recent ones started:
  /// much more than the recent slope alone, which four weeks hardly tell from chance.
  struct BrokenLine {
    var before: Estimate
    var after: Estimate
    private var covariance: Double

    init?(_ points: [(weeks: Double, log: Double)], turn: Double, _ parameters: Parameters) {
      let rows = points.map { [1, min($0.weeks, turn) - turn, max(0, $0.weeks - turn)] }
      guard let fit = LeastSquares(rows, points.map(\.log), parameters) else { return nil }
      before = fit.estimate(1)
      after = fit.estimate(2)
      covariance = fit.covariance(1, 2)
    }

    /// How many standard errors the recent slope lies below a share of the earlier one.
    func shortfall(share: Double) -> Double {
      let variance =
        share * share * before.standardError * before.standardError
        + after.standardError * after.standardError - 2 * share * covariance
      guard variance > 0 else { return 0 }
      return (share * before.mean - after.mean) / variance.squareRoot()
    }

    /// The slope of a straight line; nil where there are too few points.
    static func slope(
      _ points: [(weeks: Double, log: Double)], _ parameters: Parameters
    ) -> Estimate? {
      LeastSquares(points.map { [1, $0.weeks] }, points.map(\.log), parameters)?.estimate(1)
    }
  }

  /// Ordinary least squares with a belief about the scatter, so that a few points that happen to lie
  /// on a line aren't certain.
  private struct LeastSquares {
    private let coefficients: [Double]
    private let inverse: [[Double]]
    private let variance: Double

    init?(_ rows: [[Double]], _ values: [Double], _ parameters: Parameters) {
      let count = rows.first?.count ?? 0
      guard count > 0, rows.count > count else { return nil }
      var normal = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      var right = [Double](repeating: 0, count: count)
      for (row, value) in zip(rows, values) {
        for i in 0..<count {
          right[i] += row[i] * value
          for j in 0..<count { normal[i][j] += row[i] * row[j] }
        }
      }
      guard let inverse = Self.inverse(of: normal) else { return nil }
      let coefficients = inverse.map { zip($0, right).reduce(0) { $0 + $1.0 * $1.1 } }
      let residuals = zip(rows, values).reduce(0.0) { sum, entry in
        let fitted = zip(entry.0, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + (entry.1 - fitted) * (entry.1 - fitted)
      }
      let prior = parameters.priorScatterSessions
      variance =
        (residuals + prior * parameters.priorScatter * parameters.priorScatter)
        / (Double(rows.count - count) + prior)
      self.coefficients = coefficients
      self.inverse = inverse
    }

    func covariance(_ i: Int, _ j: Int) -> Double { variance * inverse[i][j] }

    func estimate(_ i: Int) -> Estimate {
      Estimate(mean: coefficients[i], standardError: max(0, covariance(i, i)).squareRoot())
    }

    /// Gauss and Jordan, for two or three unknowns; nil where the points leave one undetermined.
    private static func inverse(of matrix: [[Double]]) -> [[Double]]? {
      let count = matrix.count
      var rows = matrix.enumerated().map { i, row in
        row + (0..<count).map { $0 == i ? 1.0 : 0.0 }
      }
      for column in 0..<count {
        let pivot = (column..<count).max {
          abs(rows[$0][column]) < abs(rows[$1][column])
        }
        guard let pivot, abs(rows[pivot][column]) > 1e-9 else { return nil }
        rows.swapAt(column, pivot)
        rows[column] = rows[column].map { $0 / rows[column][column] }
        for other in 0..<count where other != column {
          let factor = rows[other][column]
          rows[other] = zip(rows[other], rows[column]).map { $0 - factor * $1 }
        }
      }
      return rows.map { Array($0[count...]) }
    }
  }
}
