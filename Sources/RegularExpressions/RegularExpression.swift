import CPCRE2
package import NewsModel
package import TextBasics

/// A `/pattern/` of the query language: a regular expression of Perl's kind, as PCRE2 understands it, over folded text.
///
/// Both text and pattern are folded (`Folding`), so that case, width and Traditional or Simplified make no difference. `^`
/// and `$` stand at the ends of every line, `.` is all but a line feed; `\w`, `\d`, `\s` and `\b` know ASCII alone, so that
/// `\bAI\b` finds the AI of 用AI写 but not that of chair, and `\p{Han}` is an ideograph.
///
/// No text can make a search hang: one place may take 20,000 steps of going back, one text a tenth of a second of
/// computing; where that does not do, the search gives up, which counts as no match.
package final class RegularExpression: Sendable {
  /// As it was written.
  package let pattern: String
  // Safe because a compiled pattern is never changed.
  private nonisolated(unsafe) let code: OpaquePointer
  private let rooms = MatchDataPool()

  /// Compiles in some ten microseconds, with machine code where the system allows it.
  package init(_ pattern: String) throws(PatternMistake) {
    // What was typed is compiled first: its mistakes have places that the reader can see.
    let typed = try Self.compile(pattern).get()
    self.pattern = pattern
    let folded = PatternFolding.fold(pattern)
    if folded != pattern, case .success(let code) = Self.compile(folded) {
      cp_pattern_free(typed)
      self.code = code
    } else {
      code = typed
    }
  }

  deinit { cp_pattern_free(code) }

  /// What is wrong with a pattern; nil where nothing is. In the form that `QueryParser` asks for.
  @Sendable
  package static func mistake(in pattern: String) -> PatternMistake? {
    switch compile(pattern) {
    case .success(let code):
      cp_pattern_free(code)
      return nil
    case .failure(let mistake): return mistake
    }
  }

  /// The pattern; nil where something is wrong with it, which was told when it was typed.
  package static func ifValid(_ pattern: String) -> RegularExpression? {
    do throws(PatternMistake) {
      return try RegularExpression(pattern)
    } catch {  // `mistake(in:)` says what is wrong.
      return nil
    }
  }

  private static func compile(_ pattern: String) -> Result<OpaquePointer, PatternMistake> {
    var (fault, offset) = (CPFault.other, 0)
    var pattern = pattern
    if let code = pattern.withUTF8({ cp_pattern_make($0.baseAddress, $0.count, &fault, &offset) }) {
      return .success(code)
    }
    let before = String(decoding: pattern.utf8.prefix(offset), as: UTF8.self)
    return .failure(PatternMistake(PatternMistake.Reason(fault), at: min(before.count, pattern.count)))
  }

  /// Whether the pattern matches somewhere in the text, which must be folded, and well-formed UTF-8 as that of a `String`.
  ///
  /// Most patterns run through some hundred megabytes a second.
  package func matches(folded text: UnsafeBufferPointer<UInt8>) -> Bool {
    rooms.withMatchData(for: code) { room in
      var search = PatternSearch(code: code, room: room, text: text)
      return search.next(from: 0) != nil
    } ?? false
  }

  /// Whether the pattern matches somewhere in the text, which need not be folded.
  package func matches(_ text: String) -> Bool {
    var folded = Folding.fold(text)
    return folded.withUTF8 { matches(folded: $0) }
  }

  /// Where the pattern matches: the ranges of the text as it is, in order, none overlapping another, none empty.
  package func ranges(in text: SafeText) -> [Range<String.Index>] {
    var folded = Folding.fold(text.string)
    let found = folded.withUTF8 { bytes in
      rooms.withMatchData(for: code) { room in
        var search = PatternSearch(code: code, room: room, text: bytes)
        return search.all()
      }
    }
    return Folding.ranges(ofFolded: found ?? [], in: text)
  }
}

extension PatternMistake.Reason {
  fileprivate init(_ fault: CPFault) {
    switch fault {
    case .unclosedGroup: self = .unclosedGroup
    case .unopenedGroup: self = .unopenedGroup
    case .unclosedSet: self = .unclosedSet
    case .nothingToRepeat: self = .nothingToRepeat
    case .badRepeat: self = .badRepeat
    case .badSet: self = .badSet
    case .unknownEscape: self = .unknownEscape
    case .unknownReference: self = .unknownReference
    case .badLookbehind: self = .badLookbehind
    case .badGroup: self = .badGroup
    case .tooLarge: self = .tooLarge
    case .other: self = .other
    }
  }
}
