import Foundation

/// An input of `Tests/Corpora` and what must be read in it.
struct CorpusCase: Sendable {
  let folder: CorpusFolder
  let name: String
  let path: String
  let want: Want

  var label: String { "\(folder.rawValue)/\(name)" }

  /// The lines of the input that are not blank.
  var lineCount: Int {
    get throws {
      try Data(contentsOf: URL(filePath: path)).split { $0 == 0x0a || $0 == 0x0d }.count { $0.contains { $0 > 0x20 } }
    }
  }

  /// What `NAME.want.json` says.
  struct Want: Decodable, Sendable {
    let holds: String
    let `as`: String?
    let address: String?
    let contentType: String?
    let now: String?
    let items: [WantedItem]
    let refused: Int?
    let notes: Int?
    let cleans: Bool?
  }

  /// What is wanted of one item; nil is not compared, and an empty string means none.
  struct WantedItem: Decodable, Sendable {
    let title: String?
    let label: String?
    let source: String?
    let byline: String?
    let published: String?
    let estimated: Bool?
    let summary: String?
    let url: String?
    let text: [String]?
    let headings: [String]?
    let tags: [String]?
    let related: [String]?
    let previous: String?
    let next: String?
    let removed: [String]?
    let has: [String]?
    let hasNot: [String]?
  }
}

/// A kind of input, and the folder of its cases.
enum CorpusFolder: String, CaseIterable, Sendable {
  case dumps, feeds, pages, records

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpora")

  var url: URL { Self.root.appending(path: rawValue) }

  static var floors: URL { root.appending(path: "floors.json") }

  private static let wantSuffix = ".want.json"

  /// Every case of the folder by its name.
  func cases() throws -> [CorpusCase] {
    let files = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    return try files.filter { $0.hasSuffix(Self.wantSuffix) }.map { file in
      let name = String(file.dropLast(Self.wantSuffix.count))
      guard let input = files.first(where: { $0 != file && $0.hasPrefix(name + ".") }) else {
        throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: "\(rawValue)/\(name)"])
      }
      let data = try Data(contentsOf: url.appending(path: file))
      do {
        let want = try JSONDecoder().decode(CorpusCase.Want.self, from: data)
        return CorpusCase(folder: self, name: name, path: url.appending(path: input).path, want: want)
      } catch {
        throw CocoaError(.coderReadCorrupt, userInfo: [NSFilePathErrorKey: file, NSUnderlyingErrorKey: error])
      }
    }
  }

  /// The names of the cases that are not read right yet.
  func open() throws -> Set<String> {
    let file = url.appending(path: "open.txt")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
  }
}
