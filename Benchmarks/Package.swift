// swift-tools-version: 6.1
import PackageDescription

let swift6: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A module of newstape itself.
func newstape(_ name: String) -> Target.Dependency { .product(name: name, package: "newstape") }

let package = Package(
  name: "newstape-benchmarks",
  dependencies: [
    .package(name: "newstape", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .target(name: "Corpus", dependencies: [newstape("NewsModel"), newstape("SeededRandom")], swiftSettings: swift6),
    .executableTarget(name: "newstape-corpus", dependencies: ["Corpus", arguments], swiftSettings: swift6),
    .systemLibrary(name: "CSQLite"),
    .target(name: "Measuring", dependencies: [newstape("Terminal")], swiftSettings: swift6),
    .executableTarget(
      name: "newstape-bench",
      dependencies: [
        "Corpus", "Measuring", "CSQLite", newstape("MeasuredStore"), newstape("LoopbackServer"), arguments,
      ], swiftSettings: swift6),
    .testTarget(
      name: "CorpusTests", dependencies: ["Corpus", newstape("ReadArticle"), newstape("SeededRandom")],
      swiftSettings: swift6),
    .testTarget(name: "MeasuringTests", dependencies: ["Measuring"], swiftSettings: swift6),
  ],
  swiftLanguageModes: [.v6]
)
