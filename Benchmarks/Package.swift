// swift-tools-version: 6.2
import PackageDescription

// Run by `make benchmarks`: its own package, so that nothing here is built for those who only use or
// embed Eccentric.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .treatAllWarnings(as: .error),
]

func core(_ products: String...) -> [Target.Dependency] {
  ["Bench"] + products.map { .product(name: $0, package: "eccentric") }
}

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "eccentric", path: "..")],
  targets: [
    .target(name: "Bench", swiftSettings: strict),
    .executableTarget(
      name: "SensingBenchmark", dependencies: core("EccentricCore", "EccentricSimulation"),
      swiftSettings: strict),
    .executableTarget(
      name: "PhysiologyBenchmark", dependencies: core("EccentricCore", "EccentricSimulation"),
      swiftSettings: strict),
    .executableTarget(
      name: "PrescribingBenchmark", dependencies: core("EccentricCore", "EccentricSimulation"),
      swiftSettings: strict),
    // Not a matter of speed: simulated athletes over weeks, for docs/Weeks.md.
    .executableTarget(
      name: "WeeksStudy", dependencies: core("EccentricCore", "EccentricSimulation"),
      swiftSettings: strict),
  ]
)
