import Foundation

/// How much work the tests with random cases do: few cases while somebody waits, many in `make test`.
public enum Effort {
  private static let isThorough =
    ProcessInfo.processInfo.environment["ECCENTRIC_TESTS"] == "thorough"

  public static func cases(_ few: Int, thorough many: Int) -> Int { isThorough ? many : few }
}
