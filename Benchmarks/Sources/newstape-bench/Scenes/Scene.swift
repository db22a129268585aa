import Corpus
import Measuring

/// Something that is measured at one size of the store.
protocol Scene {
  /// A word by which it is asked for.
  static var name: String { get }

  init(stage: Stage)

  func play(_ size: Int, _ report: inout Report) throws
}

/// What all scenes use.
struct Stage {
  let stores: BenchmarkStores
  /// How often things are repeated.
  let effort: Effort

  var program: MeasuredProgram { stores.program }
}

struct Effort {
  var starts: Int
  var keys: Int
  var slowKeys: Int
  var queriesOfAClass: Int
  var queriesWithoutHits: Int
  var typedQueries: Int
  var commands: Int
  var importedArticles: Int
  var fetches: Int
  var mixedFeeds: Int

  /// Articles from which queries are drawn.
  var sampleSize: Int

  static let full = Effort(
    starts: 40, keys: 400, slowKeys: 60, queriesOfAClass: 200, queriesWithoutHits: 20, typedQueries: 20, commands: 40,
    importedArticles: 100_000, fetches: 15, mixedFeeds: 1_000, sampleSize: 1_500)
  static let quick = Effort(
    starts: 10, keys: 60, slowKeys: 10, queriesOfAClass: 100, queriesWithoutHits: 10, typedQueries: 4, commands: 14,
    importedArticles: 20_000, fetches: 3, mixedFeeds: 100, sampleSize: 600)
}
