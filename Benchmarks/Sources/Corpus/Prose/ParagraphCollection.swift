public import Foundation

/// Titles and paragraphs of articles that somebody keeps as JSON Lines, to be combined anew.
public struct ParagraphCollection: Sendable {
  struct Texts: Sendable {
    var titles = Snippets()
    var paragraphs = Snippets()
    var isEmpty: Bool { titles.count == 0 || paragraphs.count == 0 }
  }

  private(set) var chinese = Texts()
  private(set) var english = Texts()

  /// Reads all `.jsonl` files of a folder, in the order of their names. Blank and very short paragraphs are left out.
  ///
  /// - Throws: `CorpusError` where there is no Chinese paragraph.
  public init(folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" }
      .sorted { $0.path < $1.path }
    for file in files {
      for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
        guard let record = try? JSONDecoder().decode(Record.self, from: line) else { continue }
        add(record)
      }
    }
    guard !chinese.isEmpty else { throw CorpusError.noParagraphs(folder.path) }
  }

  private struct Record: Decodable {
    var title: String
    var body: String
  }

  private mutating func add(_ record: Record) {
    let paragraphs = record.body.split(separator: "\n").filter { $0.utf8.count >= 40 }
    if Self.isChinese(record.title) {
      add(record.title, paragraphs, to: &chinese)
    } else {
      // English agencies set lines, not paragraphs.
      add(record.title, [Substring(paragraphs.joined(separator: " "))].filter { !$0.isEmpty }, to: &english)
    }
  }

  private func add(_ title: String, _ paragraphs: [Substring], to texts: inout Texts) {
    texts.titles.append(title)
    for paragraph in paragraphs { texts.paragraphs.append(paragraph) }
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
