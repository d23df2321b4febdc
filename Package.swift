// swift-tools-version: 6.2
import PackageDescription

// `ECCENTRIC_CORE=1` leaves the effects out: no web, no database, no download but
// swift-numerics, and zlib of the system. It is how `make test-core` stays a matter of seconds, and how to
// build the pure libraries where Hummingbird or SQLite are not to be had.
let coreOnly = Context.environment["ECCENTRIC_CORE"] != nil

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Tests of the pure modules are arithmetic by the million: with this the modules are optimized for
// them, the tests themselves aren't, and both build and run in seconds.
let optimized: [SwiftSetting] =
  Context.environment["ECCENTRIC_OPTIMIZED"] != nil ? [.unsafeFlags(["-O"])] : []

let numerics = Target.Dependency.product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "eccentric",
  platforms: [.macOS(.v15), .iOS(.v18), .watchOS(.v11)],
  products: [
    .library(
      name: "EccentricCore",
      targets: [
        "Lifting", "Sensing", "Physiology", "ProgramText", "Interchange", "Prescribing",
      ]),
    .library(name: "EccentricCalibration", targets: ["Calibration"]),
    .library(name: "EccentricPictures", targets: ["Pictures"]),
    .library(name: "EccentricSimulation", targets: ["Simulation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1")
  ],
  targets: [
    // Pure: values in, values out. No files, clocks, network or randomness of their own.
    .target(name: "Lifting", swiftSettings: strict + optimized),
    .target(
      name: "Sensing", dependencies: ["Lifting", numerics], swiftSettings: strict + optimized),
    .target(
      name: "Physiology", dependencies: ["Lifting", numerics], swiftSettings: strict + optimized),
    // What fits the models and holds them against trials; phones don't carry it.
    .target(
      name: "Calibration", dependencies: ["Lifting", "Physiology", numerics],
      swiftSettings: strict + optimized),
    // Who is here, what they write to one another, and who lets whom see what.
    .target(name: "Community", swiftSettings: strict + optimized),
    .target(name: "ProgramText", dependencies: ["Lifting"], swiftSettings: strict + optimized),
    // zlib of the system, and the little of it that is needed here.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Packing", dependencies: ["CZlib"], swiftSettings: strict + optimized),
    .target(
      name: "Interchange", dependencies: ["Lifting", "Packing"],
      swiftSettings: strict + optimized),
    .target(name: "Pictures", dependencies: ["Lifting", "Sensing"], swiftSettings: strict),
    .target(
      name: "Prescribing", dependencies: ["Lifting", "Physiology", "ProgramText", numerics],
      swiftSettings: strict + optimized),
    // The simulated athlete and lift: they know nothing of the models they are used to judge.
    .target(
      name: "Simulation", dependencies: ["Lifting", numerics], swiftSettings: strict + optimized),

    .target(
      name: "TestSupport", dependencies: ["Lifting"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "CommunityTests", dependencies: ["Community", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LiftingTests", dependencies: ["Lifting", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SensingTests",
      dependencies: ["Sensing", "Interchange", "Lifting", "Simulation", "TestSupport", numerics],
      swiftSettings: strict),
    .testTarget(
      name: "CalibrationTests",
      dependencies: [
        "Calibration", "Physiology", "Lifting", "Simulation", "TestSupport", numerics,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PhysiologyTests",
      dependencies: [
        "Physiology", "Calibration", "Lifting", "Simulation", "TestSupport", numerics,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTextTests",
      dependencies: ["ProgramText", "Lifting", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "Lifting", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PrescribingTests",
      dependencies: [
        "Prescribing", "Physiology", "ProgramText", "Lifting", "Simulation", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PackingTests", dependencies: ["Packing", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "Lifting", "TestSupport", numerics],
      swiftSettings: strict),
  ]
)

if !coreOnly {
  package.dependencies += [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ]
  package.products.append(.executable(name: "eccentric", targets: ["eccentric"]))
  package.targets += [
    // Effects: each of these has one of them, and the pure modules know none.
    .target(
      name: "Storage",
      dependencies: ["Community", "Lifting", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Coaching",
      dependencies: [
        "Lifting", "Sensing", "Physiology", "ProgramText", "Interchange", "Prescribing", "Packing",
        "Storage", "Community", "Simulation",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("Programs")],
      swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Coaching", "Community", "Pictures", "Lifting", "Sensing", "Physiology", "ProgramText",
        "Interchange", "Prescribing", "Packing",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("Assets")],
      swiftSettings: strict),
    .executableTarget(
      name: "eccentric",
      dependencies: [
        "Storage", "Coaching", "Web", "Pictures", "Lifting", "Sensing", "Physiology", "ProgramText",
        "Calibration", "Interchange", "Prescribing", "Simulation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "Community", "Lifting", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CoachingTests",
      dependencies: [
        "Coaching", "Community", "Storage", "Interchange", "Lifting", "Packing", "Sensing",
        "Prescribing", "ProgramText",
        "TestSupport",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Coaching", "Community", "Packing", "Pictures", "Physiology", "Storage", "Lifting",
        "Prescribing", "Simulation",
        "TestSupport",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["eccentric", "Lifting", "TestSupport"],
      swiftSettings: strict),
  ]
}
