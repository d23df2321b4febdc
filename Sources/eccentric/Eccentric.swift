import ArgumentParser
import Foundation

struct Eccentric: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eccentric",
    abstract: "Measure, forecast, prescribe and lead the lowering half of every rep.",
    version: "0.1.0",
    subcommands: [
      Serve.self, Measure.self, Follow.self, ForecastCommand.self, PrescribeCommand.self,
      Calibrate.self,
      Check.self, Import.self, Export.self, Simulate.self, Doctor.self,
    ])
}

/// Exit codes are part of the contract: 0 for success, 1 for bad input, 2 for wrong usage.
@main
enum Main {
  static func main() async {
    do {
      var command = try Eccentric.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let bad as BadInput {
      bad.report()
      exit(1)
    } catch {
      let message = Eccentric.fullMessage(for: error)
      guard Eccentric.exitCode(for: error) != .success else {
        print(message)
        exit(0)
      }
      FileHandle.standardError.write(Data((message + "\n").utf8))
      exit(Eccentric.exitCode(for: error) == .validationFailure ? 2 : 1)
    }
  }
}
