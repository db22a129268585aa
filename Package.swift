// swift-tools-version: 6.1
import PackageDescription

let swift6: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// One module of the program. Dependencies are all it may import: the picture stands in ARCHITECTURE.md.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift6)
}

/// A module whose tables each program makes when it first needs them. A debug build without optimisation takes a second for them, in each
/// of the hundreds of programs that tests start; checks of overflow and ranges stay.
func optimisedModule(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: swift6 + [.unsafeFlags(["-O"], .when(configuration: .debug))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: swift6)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "newstape",
  products: [
    .executable(name: "newstape", targets: ["newstape"]),
    // For the nested package of benchmarks.
    .library(name: "Terminal", targets: ["Terminal", "TextBasics"]),
    .library(name: "NewsModel", targets: ["NewsModel"]),
    .library(name: "ReadArticle", targets: ["ReadArticle"]),
    .library(name: "MeasuredStore", targets: ["MeasuredStore"]),
    .library(name: "SeededRandom", targets: ["SeededRandom"]),
    .library(name: "LoopbackServer", targets: ["LoopbackServer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // Leaves
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSystem", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
    // Loads libcurl itself, when something is fetched.
    .target(name: "CCurl"),
    // Loads libarchive itself, when an archive is opened.
    .target(name: "CArchive"),
    optimisedModule("TextBasics", ["CSystem"]),
    module("WebAddresses", ["TextBasics"]),
    module("TextScanning", ["TextBasics"]),
    module("JSON", ["TextBasics", "TextScanning"]),
    module("NewsModel", ["WebAddresses"]),
    module("Wording", ["NewsModel", "WebAddresses"]),
    module("RegularExpressions", ["CPCRE2", "NewsModel", "TextBasics"]),
    module("SearchIndex"),
    module("TextVersions", ["NewsModel", "TextBasics"]),
    optimisedModule("TextAnalysis", ["NewsModel", "TextBasics", "TextVersions"]),
    module("Markup"),
    module("TOML"),
    module("Log", ["NewsModel", "TextBasics", "WebAddresses"]),

    // The screen side
    module("Terminal", ["CNcurses", "TextBasics"]),
    module("Widgets", ["Terminal", "TextBasics"]),
    module("Configuration", ["Log", "NewsModel", "TextBasics", "TOML", "Wording"]),
    module(
      "Dashboard",
      [
        "Widgets", "Terminal", "NewsModel", "RegularExpressions", "TextAnalysis", "TextBasics", "TextVersions",
        "WebAddresses", "Configuration", "Wording",
      ]),

    // The news side
    module("Archives", ["CArchive"]),
    module("Decoding", ["CSystem", "TextScanning"]),
    module("ArticleFields", ["Markup", "NewsModel", "TextBasics", "TextScanning", "WebAddresses"]),
    module("SourceForms", ["ArticleFields", "Decoding", "JSON", "Markup", "NewsModel", "TextScanning"]),
    module(
      "FeedParsing",
      [
        "ArticleFields", "Decoding", "JSON", "Markup", "NewsModel", "SourceForms", "TextBasics", "TextScanning",
        "WebAddresses",
      ]),
    module(
      "SubscriptionLists",
      ["ArticleFields", "Decoding", "Markup", "NewsModel", "SourceForms", "TextBasics", "TextScanning", "WebAddresses"]),
    module(
      "PageDumps", ["ArticleFields", "Decoding", "NewsModel", "SourceForms", "TextBasics", "TextScanning"]),
    module(
      "WebPages",
      [
        "ArticleFields", "Decoding", "JSON", "Markup", "NewsModel", "SourceForms", "TextBasics", "TextScanning",
        "WebAddresses",
      ]),
    module(
      "Records",
      [
        "ArticleFields", "Decoding", "JSON", "Markup", "NewsModel", "PageDumps", "SourceForms", "TextBasics",
        "TextScanning", "WebAddresses",
      ]),
    module(
      "NewsParsing",
      [
        "ArticleFields", "Decoding", "FeedParsing", "NewsModel", "PageDumps", "Records", "SourceForms", "TextScanning",
        "WebAddresses", "WebPages",
      ]),
    module(
      "NewsWriting", ["JSON", "Log", "NewsModel", "TextAnalysis", "TextBasics", "WebAddresses", "Wording"]),
    module("NewsFetching", ["CCurl", "NewsModel", "WebAddresses"]),
    module(
      "NewsStore",
      [
        "CSystem", "Log", "NewsModel", "RegularExpressions", "SearchIndex", "TextAnalysis", "TextBasics",
        "TextVersions", "WebAddresses", grdb,
      ]),
    module(
      "NewsLibrary",
      [
        "NewsModel", "TextBasics", "WebAddresses", "Archives", "Decoding", "ArticleFields", "SourceForms",
        "FeedParsing", "PageDumps", "Records", "SubscriptionLists", "WebPages", "NewsParsing", "NewsWriting",
        "NewsFetching", "NewsStore", "CSystem", "Log",
      ]),

    // Where the two sides meet
    module(
      "App",
      [
        "Dashboard", "Terminal", "NewsLibrary", "NewsStore", "NewsFetching", "ArticleFields", "SourceForms",
        "FeedParsing", "NewsParsing", "NewsWriting", "NewsModel", "JSON", "Archives", "RegularExpressions",
        "TextAnalysis", "TextBasics", "TextVersions", "WebAddresses", "Configuration", "Log", "Wording", arguments,
      ]),
    .executableTarget(name: "newstape", dependencies: ["App"], swiftSettings: swift6),

    // For tests and benchmarks: the same random numbers in every run, how work grows, scripts to start, a web server with answers by script, a
    // store as it is measured, articles as they are read, pages that do not depend on the day, a library in memory, and what a
    // fuzzer calls.
    .target(name: "SeededRandom", path: "Tests/Support/SeededRandom", swiftSettings: swift6),
    .target(name: "Growth", path: "Tests/Support/Growth", swiftSettings: swift6),
    .target(name: "ScriptFiles", path: "Tests/Support/ScriptFiles", swiftSettings: swift6),
    .target(name: "LoopbackServer", path: "Tests/Support/LoopbackServer", swiftSettings: swift6),
    .target(
      name: "MeasuredStore", dependencies: ["NewsStore", "NewsModel"], path: "Tests/Support/MeasuredStore",
      swiftSettings: swift6),
    .target(
      name: "ReadArticle",
      dependencies: [
        "ArticleFields", "FeedParsing", "NewsParsing", "NewsModel", "PageDumps", "Records", "SourceForms",
      ],
      path: "Tests/Support/ReadArticle", swiftSettings: swift6),
    .target(
      name: "ParsingSupport", dependencies: ["ArticleFields", "Decoding", "NewsModel", "PageDumps", "SourceForms"],
      path: "Tests/Support/ParsingSupport", swiftSettings: swift6),
    .target(
      name: "FakeLibrary",
      dependencies: ["Configuration", "Dashboard", "NewsModel", "RegularExpressions", "TextAnalysis", "TextBasics"],
      path: "Tests/Support/FakeLibrary", swiftSettings: swift6),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Archives", "ArticleFields", "SourceForms", "FeedParsing", "PageDumps", "Records", "SubscriptionLists",
        "WebPages",
        "NewsParsing", "NewsWriting", "NewsModel", "SearchIndex",
        "Terminal", "Configuration",
        "RegularExpressions", "TextAnalysis", "TextBasics", "TextVersions", "WebAddresses", "Wording",
      ],
      path: "Tests/Support/FuzzTargets", swiftSettings: swift6),

    tests("GrowthTests", ["Growth"]),
    tests("TextBasicsTests", ["TextBasics", "SeededRandom", "Growth"]),
    tests("WordingTests", ["NewsModel", "Wording"]),
    tests("WebAddressesTests", ["WebAddresses"]),
    tests("NewsModelTests", ["NewsModel", "SeededRandom"]),
    tests("LogTests", ["Log", "TextBasics"]),
    tests("RegularExpressionsTests", ["RegularExpressions", "NewsModel", "TextBasics"]),
    tests("TerminalTests", ["Terminal", "TextBasics", "CNcurses", "SeededRandom"]),
    tests("WidgetsTests", ["Widgets", "Terminal", "TextBasics"]),
    tests("TOMLTests", ["TOML", "SeededRandom"]),
    tests("ConfigurationTests", ["Configuration", "TextBasics", "TOML", "Wording"]),
    tests("TextScanningTests", ["TextScanning", "SeededRandom"]),
    tests("JSONTests", ["JSON", "NewsModel", "SeededRandom", "TextBasics"]),
    tests("DecodingTests", ["Decoding", "ParsingSupport", "SeededRandom"]),
    tests("ArticleFieldsTests", ["ArticleFields", "TextScanning", "Markup", "ParsingSupport", "NewsModel"]),
    tests("SourceFormsTests", ["SourceForms", "ArticleFields", "NewsModel"]),
    tests(
      "FeedParsingTests",
      [
        "FeedParsing", "ArticleFields", "SourceForms", "Decoding", "JSON", "TextScanning", "ParsingSupport",
        "NewsModel",
      ]),
    tests(
      "SubscriptionListsTests",
      ["SubscriptionLists", "ArticleFields", "SourceForms", "ParsingSupport", "NewsModel"]),
    tests(
      "PageDumpsTests",
      [
        "PageDumps", "ArticleFields", "Decoding", "Growth", "NewsModel", "ParsingSupport", "SourceForms", "TextBasics",
        "TextScanning",
      ]),
    tests(
      "WebPagesTests",
      [
        "WebPages", "ArticleFields", "Decoding", "Growth", "Markup", "NewsModel", "ParsingSupport", "SourceForms",
        "TextScanning",
      ]),
    tests(
      "RecordsTests",
      [
        "Records", "ArticleFields", "Decoding", "JSON", "NewsModel", "NewsParsing", "ParsingSupport", "SourceForms",
        "TextScanning",
      ]),
    tests(
      "NewsParsingTests",
      [
        "NewsParsing", "ArticleFields", "Decoding", "FeedParsing", "NewsModel", "PageDumps", "ParsingSupport",
        "Records",
        "SourceForms", "WebPages",
      ]),
    tests(
      "NewsWritingTests",
      [
        "NewsWriting", "ArticleFields", "SourceForms", "FeedParsing", "SubscriptionLists", "NewsParsing", "NewsModel",
        "TextBasics", "SeededRandom",
      ]),
    tests("TextAnalysisTests", ["TextAnalysis", "TextVersions", "NewsModel", "TextBasics", "Growth"]),
    tests("SearchIndexTests", ["SearchIndex", "SeededRandom"]),
    tests("TextVersionsTests", ["TextVersions", "NewsModel", "SeededRandom", "Growth"]),
    tests("MarkupTests", ["Markup", "SeededRandom", "Growth"]),
    tests("ArchivesTests", ["Archives"]),
    tests("NewsFetchingTests", ["NewsFetching", "NewsModel", "WebAddresses", "LoopbackServer"]),
    tests(
      "NewsStoreTests", ["NewsStore", "SearchIndex", "NewsModel", "TextAnalysis", "TextBasics", "SeededRandom", grdb]),
    tests(
      "NewsLibraryTests",
      [
        "NewsLibrary", "NewsStore", "NewsFetching", "ArticleFields", "SourceForms", "FeedParsing", "NewsParsing",
        "NewsModel",
        "TextAnalysis", "TextBasics", "LoopbackServer",
      ]),
    tests(
      "DashboardTests",
      [
        "CNcurses", "Dashboard", "FakeLibrary", "Widgets", "Terminal", "NewsModel", "RegularExpressions",
        "TextAnalysis", "TextBasics",
        "Configuration", "SeededRandom", "Wording",
      ]),
    tests(
      "AppTests",
      [
        "App", "Archives", "ArticleFields", "Configuration", "Dashboard", "FakeLibrary", "FeedParsing", "NewsFetching",
        "NewsLibrary", "NewsModel", "NewsStore", "ScriptFiles", "SourceForms", "Terminal", "TextAnalysis", "TextBasics",
        "Wording",
      ]),
    tests(
      "CorporaTests",
      ["NewsLibrary", "ArticleFields", "SourceForms", "FeedParsing", "NewsParsing", "NewsModel"]),
    tests("FuzzTests", ["FuzzTargets", "SeededRandom"]),
    tests(
      "SessionTests",
      [
        "App", "Dashboard", "Terminal", "NewsLibrary", "NewsStore", "NewsModel", "TextBasics",
        "Configuration", "LoopbackServer", "ScriptFiles", "SeededRandom", "newstape", grdb, "Wording",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// For a script that builds the program again and again for one of its tests.
if let name = Context.environment["NEWSTAPE_ONLY_TESTS"] {
  package.targets.removeAll { $0.type == .test && $0.name != name }
}
