/// Text that a terminal, a log, a clipboard or a file name can take: the only kind of text that they accept.
///
/// What safe text holds:
/// - no control characters (C0, DEL, C1), so no escape sequence; what follows an ESC stays as plain text;
/// - nothing that is not shown by itself (Unicode's Default_Ignorable_Code_Point): bidirectional controls, zero-width
///   spaces and joiners, variation selectors, tags, soft hyphens, Hangul fillers; no interlinear annotations, no skin
///   tones. Of emoji that are joined into one only the first is kept, since terminals disagree about the rest;
/// - at most four combining marks in a row, and none without a character before it in the line: such a mark gets a
///   dotted circle (◌). So a text never begins with one, and joining safe texts gives safe text;
/// - U+FFFD for what is unassigned in Unicode 14, the version of the oldest C library that we run on: such scalars
///   have no width that all agree on. Private use scalars stay: C libraries give them one column.
///
/// It is made where text is shown, not where it is kept: see `KeptText`.
package struct SafeText: Hashable, Sendable {
  package let string: String

  /// One line of text: a line break (also CRLF, U+0085, U+2028, U+2029) or a tab becomes one blank.
  ///
  /// Linear in the text; where nothing is to be changed `raw` itself is kept and nothing is allocated.
  package init(_ raw: String) {
    string = Sanitiser.singleLine.sanitise(raw)
  }

  /// Text of several lines: every line break becomes `\n`, a tab one blank.
  package init(lines raw: String) {
    string = Sanitiser.multiLine.sanitise(raw)
  }

  /// Takes what was cut from safe texts between clusters, or joined from them.
  init(trusted: String) {
    string = trusted
  }

  package var isEmpty: Bool { string.isEmpty }

  /// The first scalar from `start` on, in bytes, that one line of safe text never holds, with its place; nil where there is
  /// none. For those who write such scalars in another form. The bytes must be those of a `String`.
  package static func firstUnsafe(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (scalar: Unicode.Scalar, range: Range<Int>)? {
    var index = Sanitiser.singleLine.endOfPlain(utf8, from: start)
    while index < utf8.count {
      let (value, end) = utf8.scalar(at: index)
      if ScalarTable.shared.traits(value).fate != .keep, let scalar = Unicode.Scalar(value) {
        return (scalar, index..<end)
      }
      index = Sanitiser.singleLine.endOfPlain(utf8, from: end)
    }
    return nil
  }

  package static func + (a: SafeText, b: SafeText) -> SafeText { SafeText(trusted: a.string + b.string) }
}

extension SafeText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }
}

extension SafeText: CustomStringConvertible {
  package var description: String { string }
}
