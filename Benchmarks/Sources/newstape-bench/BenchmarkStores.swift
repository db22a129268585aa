import Corpus
import Foundation
import MeasuredStore
import Measuring

/// The stores that are measured, made once by the program itself and kept in a folder.
struct BenchmarkStores {
  let folder: URL
  let program: MeasuredProgram
  let vocabulary: Vocabulary

  /// What importing a store took.
  struct ImportFigures: Codable {
    var articles: Int
    /// Bytes of titles and bodies.
    var textBytes: Int
    var storeBytes: Int
    /// Seconds until all articles were in the list.
    var readable: Double
    /// Seconds until the command ended.
    var wall: Double
    var processor: Double
    var peakMemory: Int
  }

  func generator(_ count: Int, meanLength: Int = 700) -> NewsGenerator {
    var options = NewsGenerator.Options()
    options.meanLength = meanLength
    return NewsGenerator(count: count, vocabulary: vocabulary, options: options)
  }

  /// Forgets the store of a size.
  func discard(_ count: Int) {
    remove(path(count))
    try? FileManager.default.removeItem(at: folder.appending(path: "\(count).json"))
  }

  func path(_ count: Int) -> String { folder.appending(path: "\(count).db").path }

  /// The store of a size, made where it is not there yet, and what making it took.
  func store(_ count: Int) throws -> ImportFigures {
    let notes = folder.appending(path: "\(count).json")
    if let data = try? Data(contentsOf: notes), FileManager.default.fileExists(atPath: path(count)) {
      return try JSONDecoder().decode(ImportFigures.self, from: data)
    }
    let figures = try make(generator(count), at: path(count))
    try JSONEncoder().encode(figures).write(to: notes)
    return figures
  }

  /// Imports the articles of a generator into a new store.
  func make(_ generator: NewsGenerator, at path: String) throws -> ImportFigures {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    remove(path)
    let corpus = folder.appending(path: "corpus.jsonl")
    defer { try? FileManager.default.removeItem(at: corpus) }
    let textBytes = try write(generator, to: corpus)
    let imported = try ImportRun(program: program, store: path).run(corpus.path, articles: generator.count)
    return ImportFigures(
      articles: generator.count, textBytes: textBytes, storeBytes: size(path), readable: imported.readable.seconds,
      wall: imported.usage.wall.seconds, processor: imported.usage.processor.seconds,
      peakMemory: imported.peakMemory)
  }

  func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-session", "-index", "-refresh"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Bytes of the store with all its files.
  private func size(_ path: String) -> Int {
    ["", "-wal"].reduce(0) { sum, ending in
      sum + ((try? FileManager.default.attributesOfItem(atPath: path + ending)[.size] as? Int) ?? 0)
    }
  }

  /// Writes JSON Lines; returns the bytes of titles and bodies.
  private func write(_ generator: NewsGenerator, to file: URL) throws -> Int {
    var sink = try ByteSink(path: file.path)
    var article = NewsArticle()
    var textBytes = 0
    for rank in (0..<generator.count).reversed() {
      generator.write(rank, to: &article)
      textBytes += article.title.bytes.count + article.body.bytes.count
      try sink.write { JSONLinesFormat.append(article, to: &$0) }
    }
    try sink.flush()
    return textBytes
  }

  /// Brings a store into the state that is measured: closed as it should be, without a place to come back to, and in the
  /// system's memory.
  func prepare(_ count: Int) throws {
    let store = try MeasuredStore(at: path(count))
    defer { try? store.close() }
    try store.prepare()
    try warm(count)
  }

  /// Reads a store once, so that the system has it in memory, as far as there is room.
  private func warm(_ count: Int) throws {
    guard let handle = FileHandle(forReadingAtPath: path(count)) else { return }
    while let piece = try handle.read(upToCount: 8 << 20), !piece.isEmpty {}
  }
}
