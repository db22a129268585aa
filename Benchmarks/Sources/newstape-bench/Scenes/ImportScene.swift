import Foundation
import Measuring

/// A new store from articles of 2.4 KB, against FTS5 alone on the same text. It is measured once, whatever the sizes.
struct ImportScene {
  static let name = "import"
  /// Characters of a body, so that title and body have 2.4 KB.
  private static let meanLength = 857

  let stage: Stage

  func play(_ report: inout Report, as size: Int) throws {
    let generator = stage.stores.generator(stage.effort.importedArticles, meanLength: Self.meanLength)
    let path = stage.stores.folder.appending(path: "import.db").path
    defer { stage.stores.remove(path) }
    let imported = try stage.stores.make(generator, at: path)
    let plain = try PlainIndex.measure(generator, at: stage.stores.folder.appending(path: "plain.db"))
    let articles = Double(imported.articles)
    report.add(.importSpeed, size, articles / imported.readable)
    report.add(.importReady, size, articles / imported.wall)
    report.add(.importProcessor, size, imported.processor / plain.processor)
    report.add(.indexProcessor, size, articles / plain.processor)
    report.add(.indexSize, size, Double(plain.indexBytes) / Double(plain.textBytes))
    let seconds = String(format: "%.1f and %.1f", imported.processor, plain.processor)
    let megabytes = Table.number(Double(imported.peakMemory) / 1_048_576)
    Note.write(
      "import of \(Table.grouped(imported.articles)) articles of 2.4 KB, then FTS5 alone: \(seconds) s of processor time; "
        + "peak memory \(megabytes) MB")
  }
}
