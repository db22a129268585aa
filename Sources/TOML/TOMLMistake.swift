/// What is wrong with the notation of a file, and where.
package struct TOMLMistake: Error, Hashable, Sendable {
  /// A text in it is a piece of the file, cut where it is long.
  package enum Kind: Error, Hashable, Sendable {
    /// Bytes that are not UTF-8: told once a file.
    case badEncoding
    /// A carriage return without a line feed: told once a file.
    case loneCarriageReturn
    case controlCharacter(UInt8)
    /// A sign that only looks like the one of the notation, such as a full-width one.
    case lookalike(String, instead: String)

    case keyMissing
    case keyOfSeveralLines
    /// A name without quotation marks holds something besides `A-Z`, `a-z`, `0-9`, `-` and `_`.
    case keyNeedsQuotes(String)
    case equalsMissing
    case headerUnclosed
    case unexpectedText(String)

    case valueMissing
    case badValue(String)
    case badNumber(String)
    /// A whole number beyond 64 bits.
    case numberTooLarge(String)
    case badMoment(String)
    case stringUnclosed
    case badEscape(String)
    case listUnclosed
    case commaMissing
    case tableUnclosed
    case tableOfSeveralLines
    /// A comma before the brace that closes a table.
    case commaAtEnd

    /// The key has a value, or its table is complete; the place is that of the first.
    case alreadyDefined(key: String, first: TOMLPlace)
    /// The key has a value that holds no keys.
    case notATable(key: String, first: TOMLPlace)
    /// `[[key]]` of something that is no list of such tables, or `[key]` of something that is.
    case notOfOneKind(key: String, first: TOMLPlace)

    // What ends the reading.
    case tooLarge(bytes: Int)
    case tooDeep(levels: Int)
    case tooManyKeys(Int)
    case tooManyMistakes(Int)
  }

  package var kind: Kind
  package var place: TOMLPlace

  package init(_ kind: Kind, at place: TOMLPlace) {
    self.kind = kind
    self.place = place
  }
}
