package import NewsParsing

/// What was passed over or guessed in all inputs of an import: each kind, and each column or key, once.
package struct ImportNotes: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var kind: ParseNote.Kind
    /// How many records, of all inputs.
    package var count: Int
    /// The first value of the kind, and where it stood.
    package var example: String?
    package var path: String
    package var line: Int?
  }

  /// In the order in which they came up.
  package private(set) var entries: [Entry] = []
  private var places: [ParseNote.Kind: Int] = [:]

  /// So many kinds are kept; an import with more names of columns has made them up.
  private static let mostEntries = 2_000

  package init() {}

  mutating func add(_ notes: [ParseNote], of path: String) {
    for note in notes {
      if let place = places[note.kind] {
        entries[place].count += note.count
      } else if entries.count < Self.mostEntries {
        places[note.kind] = entries.count
        entries.append(
          Entry(kind: note.kind, count: note.count, example: note.example, path: path, line: note.line))
      }
    }
  }

  /// Adds what was noted of further inputs.
  package mutating func add(_ other: ImportNotes) {
    for entry in other.entries {
      add([ParseNote(entry.kind, count: entry.count, example: entry.example, line: entry.line)], of: entry.path)
    }
  }

  /// The names of the reader's own that stand in none of the inputs.
  package func unused(of map: FieldMap) -> [String] {
    map.paths.filter { places[.mappedName($0)] == nil }
  }
}
