public import Foundation

/// Words and how often they occur, from `data/words.tsv`.
public struct WordList: Sendable {
  /// The most frequent first.
  public let words: [String]
  public let frequencies: [Double]

  /// Reads lines of a frequency, a tab, and all words that have it, separated by blanks.
  ///
  /// - Throws: where the file cannot be read or a line has another form.
  public init(at url: URL) throws {
    var words: [String] = []
    var frequencies: [Double] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let frequency = Double(fields[0]) else { throw CorpusError.badData(url.path) }
      for word in fields[1].split(separator: " ") where !Self.leftOut.contains(word) {
        words.append(String(word))
        frequencies.append(frequency)
      }
    }
    guard !words.isEmpty else { throw CorpusError.badData(url.path) }
    self.words = words
    self.frequencies = frequencies
  }

  /// Behind 中央 this word would be what the best-known query without a hit looks for: 中央视网.
  private static let leftOut: Set<Substring> = ["视网膜"]
}

/// Why no corpus can be made.
public enum CorpusError: Error, Hashable, CustomStringConvertible {
  case badData(String)
  case noParagraphs(String)
  case cannotWrite(String)

  public var description: String {
    switch self {
    case .badData(let path): "\(path) is not as expected."
    case .noParagraphs(let path): "There are no JSON Lines with articles in \(path)."
    case .cannotWrite(let path): "\(path) cannot be written."
    }
  }
}
