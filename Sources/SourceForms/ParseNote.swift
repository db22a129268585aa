/// Something in an input that was passed over or guessed although its records were read. Words for people are made at the edge.
package struct ParseNote: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A column or key that holds content and is not known, by its name.
    case unknownField(String)
    /// A column or key that is known, but another one had said the same thing otherwise.
    case surplusField(String)
    /// Records with more tags than are kept.
    case surplusTags(limit: Int)
    /// Articles with more former versions than are kept.
    case surplusVersions(limit: Int)
    /// Former versions that are not as newstape writes them.
    case unreadableVersion
    /// Columns and keys that are not known, beyond those that are named.
    case furtherFields
    /// A date that cannot be read.
    case unreadableDate
    /// A date after the present, which counts as none.
    case futureDate
    /// A moment of arrival that cannot be read, or is still to come.
    case unknownArrival
    /// A date whose day and month may be exchanged: `06/07/2022`.
    case exchangeableDate
    /// A date whose time of day or zone does not exist; its day counts.
    case impossibleTime
    /// Rows with fewer cells than there are columns.
    case missingCells
    /// Rows with more cells than there are columns; what they hold is kept.
    case surplusCells
    /// Rows with a quotation mark that is never closed; it was taken for a sign of the text.
    case openQuote
    /// Rows over several lines with a quotation mark within their quotes that is not doubled: they may hold others.
    case innerQuote
    /// Rows of a table that names neither a headline nor a text, by its name.
    case skippedTable(String)
    /// Entries of an archive that are no pages, such as pictures.
    case skippedEntry
    /// A name of the reader's own that was found.
    case mappedName(String)
  }

  package var kind: Kind
  /// How many records.
  package var count: Int
  /// The first value of the kind, cut short.
  package var example: String?
  /// The line of the first, counted from 1.
  package var line: Int?

  package init(_ kind: Kind, count: Int = 1, example: String? = nil, line: Int? = nil) {
    self.kind = kind
    self.count = count
    self.example = example
    self.line = line
  }
}

/// The notes of an input, one of each kind, in the order in which they came up.
package struct ParseNotes {
  package private(set) var all: [ParseNote] = []
  private var places: [ParseNote.Kind: Int] = [:]

  package init() {}

  /// An example costs nothing once there is one.
  package mutating func add(
    _ kind: ParseNote.Kind, count: Int = 1, example: @autoclosure () -> String? = nil, line: Int? = nil
  ) {
    if let place = places[kind] {
      all[place].count += count
      return
    }
    places[kind] = all.count
    let example = example().map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(60))) }
    all.append(ParseNote(kind, count: count, example: example, line: line))
  }
}
