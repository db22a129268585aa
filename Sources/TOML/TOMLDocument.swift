/// A file in the notation of TOML 1.0.0 (toml.io), with every mistake in it.
package struct TOMLDocument: Sendable {
  /// What a file may hold. A configuration has hundreds of keys on two levels: more is no configuration.
  package struct Limits: Sendable {
    /// In bytes.
    package var size = 1 << 20
    /// Keys, lists and tables within each other.
    package var depth = 32
    package var keys = 20_000
    package var mistakes = 50

    package init() {}
  }

  /// The entries at the top of the file, in its order. Of a file with mistakes, those that could be read.
  package let entries: [TOMLEntry]
  /// In the order of the file. Behind a mistake the reading goes on where the next value or line begins.
  package let mistakes: [TOMLMistake]

  /// Reads a file in time and memory that grow with its length alone.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) {
    guard bytes.count <= limits.size else {
      entries = []
      mistakes = [TOMLMistake(.tooLarge(bytes: limits.size), at: TOMLPlace(line: 1, column: 1))]
      return
    }
    var parser = TOMLParser(bytes, limits: limits)
    parser.parseDocument()
    entries = parser.tree.entries(of: TOMLTree.root)
    mistakes = parser.mistakes.sorted { $0.place < $1.place }
  }
}
