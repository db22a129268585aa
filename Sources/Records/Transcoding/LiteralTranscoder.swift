import ArticleFields
import JSON
package import SourceForms
import TextScanning

extension SourceFormat {
  /// Values as Python prints them, and objects of JavaScript.
  package static let literals = SourceFormat("literals", container: .records, isMet: \.isLiteral) {
    TranscodedReader<LiteralTranscoder>(context: $0)
  }
}

/// Turns what programs print of their values into JSON: `{'title': '…', 'date': datetime.datetime(2031, 6, 15)}`,
/// `var news = [{title: "…"}];`, `callback({…})`, `Article(title='…')`.
///
/// Byte by byte with a stack of what is open: memory is flat whatever the length.
struct LiteralTranscoder: JSONTranscoder {
  let notes = ParseNotes()
  let refusal: ParseRefusal.Reason? = nil

  private enum Frame {
    case object(expectsKey: Bool)
    case list
    /// With the name before the bracket.
    case call(String, Argument)
  }

  /// What a call stands for.
  private enum Argument {
    case none
    /// Arguments with names: an object.
    case named
    /// Its first argument.
    case first
    /// Numbers, which make a date.
    case numbers([String])
    /// What comes behind the first argument says nothing.
    case further
  }

  private enum State {
    case between
    case string(quote: UInt8, isRaw: Bool, isBytes: Bool)
    case escape(quote: UInt8, isRaw: Bool, isBytes: Bool)
    /// The digits of a character, and how many are still to come.
    case code(digits: [UInt8], left: Int, quote: UInt8, isBytes: Bool)
    /// Behind a string, to which another may be joined.
    case afterString
  }

  private var state = State.between
  private var frames: [Frame] = []
  /// How many brackets are open beyond the deepest that are followed.
  private var tooDeep = 0
  private var word: [UInt8] = []
  private var hasComma = false
  /// Nothing is written while so many frames are open.
  private var mutedDepth: Int?
  /// Line breaks that belong behind the string at hand.
  private var owedBreaks = 0

  private static let deepest = 100
  private static let longestWord = 4_096

  init(context: ParsingContext) {}

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    for byte in bytes { take(byte, &json) }
    if isLast {
      endString(&json)
      endWord(before: 0x0a, &json)
    }
  }

  private mutating func take(_ byte: UInt8, _ json: inout JSONText) {
    switch state {
    case .string(let quote, let isRaw, let isBytes): takeWithinString(byte, quote, isRaw, isBytes, &json)
    case .escape(let quote, let isRaw, let isBytes): takeEscape(byte, quote, isRaw, isBytes, &json)
    case .code(let digits, let left, let quote, let isBytes): takeDigit(byte, digits, left, quote, isBytes, &json)
    case .afterString:
      if byte == 0x0a {
        owedBreaks += 1
      } else if byte > 0x20 {
        if isQuote(byte) {
          state = .string(quote: byte, isRaw: false, isBytes: false)
        } else {
          endString(&json)
          takeBetween(byte, &json)
        }
      }
    case .between: takeBetween(byte, &json)
    }
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
  }

  private var isMuted: Bool { mutedDepth != nil }

  private mutating func put(_ byte: UInt8, _ json: inout JSONText) { if !isMuted { json.append(byte) } }
}

// MARK: - Strings

extension LiteralTranscoder {
  private mutating func beginString(_ quote: UInt8, _ json: inout JSONText) {
    let prefix = String(decoding: word, as: UTF8.self).lowercased()
    let isPrefix = word.count <= 2 && prefix.allSatisfy { "ubrf".contains($0) }
    if isPrefix { word = [] } else { endWord(before: quote, &json) }
    beginValue(&json)
    put(UInt8(ascii: "\""), &json)
    state = .string(quote: quote, isRaw: isPrefix && prefix.contains("r"), isBytes: isPrefix && prefix.contains("b"))
  }

  private mutating func takeWithinString(
    _ byte: UInt8, _ quote: UInt8, _ isRaw: Bool, _ isBytes: Bool, _ json: inout JSONText
  ) {
    switch byte {
    case quote: state = .afterString
    case UInt8(ascii: "\\"): state = .escape(quote: quote, isRaw: isRaw, isBytes: isBytes)
    // No string goes over lines: this one is damaged, and takes no other line with it.
    case 0x0a where quote != UInt8(ascii: "`"):
      json.append(byte)
      (state, frames, tooDeep, mutedDepth, hasComma, word) = (.between, [], 0, nil, false, [])
    default: if !isMuted { json.appendWithinString(byte) }
    }
  }

  private mutating func takeEscape(
    _ byte: UInt8, _ quote: UInt8, _ isRaw: Bool, _ isBytes: Bool, _ json: inout JSONText
  ) {
    state = .string(quote: quote, isRaw: isRaw, isBytes: isBytes)
    if isRaw {
      return write(byte == quote ? [byte] : [UInt8(ascii: "\\"), byte], &json)
    }
    switch byte {
    case UInt8(ascii: "n"): escape("n", &json)
    case UInt8(ascii: "t"): escape("t", &json)
    case UInt8(ascii: "r"): escape("r", &json)
    case UInt8(ascii: "b"), UInt8(ascii: "a"), UInt8(ascii: "f"), UInt8(ascii: "v"): escape("n", &json)
    case UInt8(ascii: "x"): state = .code(digits: [], left: 2, quote: quote, isBytes: isBytes)
    case UInt8(ascii: "u"): state = .code(digits: [], left: 4, quote: quote, isBytes: isBytes)
    case UInt8(ascii: "U"): state = .code(digits: [], left: 8, quote: quote, isBytes: isBytes)
    // The string goes on in the next line.
    case 0x0a: owedBreaks += 1
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "/"):
      write([byte], &json)
    default: write([UInt8(ascii: "\\"), byte], &json)
    }
  }

  private mutating func takeDigit(
    _ byte: UInt8, _ digits: [UInt8], _ left: Int, _ quote: UInt8, _ isBytes: Bool, _ json: inout JSONText
  ) {
    guard byte.isDigit || (0x61...0x66).contains(byte | 0x20) else {
      state = .string(quote: quote, isRaw: false, isBytes: isBytes)
      write(digits, &json)
      return takeWithinString(byte, quote, false, isBytes, &json)
    }
    let digits = digits + [byte]
    guard left == 1 else {
      state = .code(digits: digits, left: left - 1, quote: quote, isBytes: isBytes)
      return
    }
    state = .string(quote: quote, isRaw: false, isBytes: isBytes)
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xfffd
    if isBytes, let byte = UInt8(exactly: value) { return write([byte], &json) }
    guard digits.count != 4 else {
      // Halves of surrogate pairs are put together by whoever reads the JSON.
      return isMuted ? () : json.append(raw: Array("\\u".utf8) + digits)
    }
    write(Array(String(Unicode.Scalar(value) ?? "\u{fffd}").utf8), &json)
  }

  private mutating func escape(_ letter: Unicode.Scalar, _ json: inout JSONText) {
    if !isMuted { json.append(raw: [UInt8(ascii: "\\"), UInt8(ascii: letter)]) }
  }

  private mutating func write(_ bytes: [UInt8], _ json: inout JSONText) {
    guard !isMuted else { return }
    for byte in bytes where byte >= 0x20 { json.appendWithinString(byte) }
  }

  private mutating func endString(_ json: inout JSONText) {
    guard case .afterString = state else { return }
    put(UInt8(ascii: "\""), &json)
    json.append(lineBreaks: owedBreaks)
    owedBreaks = 0
    state = .between
  }
}

// MARK: - What stands between strings

extension LiteralTranscoder {
  private mutating func takeBetween(_ byte: UInt8, _ json: inout JSONText) {
    switch byte {
    case 0x0a:
      if frames.isEmpty { endWord(before: byte, &json) }
      json.append(byte)
    case ...0x20: break
    case _ where isQuote(byte): beginString(byte, &json)
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): open(byte, &json)
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
      endWord(before: byte, &json)
      close(byte, &json)
    case UInt8(ascii: ","):
      endWord(before: byte, &json)
      takeComma()
    case UInt8(ascii: ":"):
      endWord(before: byte, &json)
      put(byte, &json)
      if case .object = frames.last { frames[frames.count - 1] = .object(expectsKey: false) }
    case UInt8(ascii: "="), UInt8(ascii: ";"): endWord(before: byte, &json)
    default: if word.count < Self.longestWord { word.append(byte) }
    }
  }

  private mutating func takeComma() {
    switch frames.last {
    case .object: frames[frames.count - 1] = .object(expectsKey: true)
    case .call(let name, .first):
      frames[frames.count - 1] = .call(name, .further)
      mutedDepth = mutedDepth ?? frames.count
      return
    case .call(_, .numbers): return
    case .call, .list, nil: break
    }
    hasComma = !frames.isEmpty
  }

  /// What comes before a value: the comma behind the last one.
  private mutating func beginValue(_ json: inout JSONText) {
    switch frames.last {
    case .call(let name, .none): frames[frames.count - 1] = .call(name, .first)
    case .call(let name, .numbers(let numbers)):
      // `Date('…')`; behind the numbers stands an object that is their zone.
      if numbers.isEmpty {
        frames[frames.count - 1] = .call(name, .first)
      } else {
        mutedDepth = mutedDepth ?? frames.count
      }
    case .call, .object, .list, nil: break
    }
    if hasComma { put(UInt8(ascii: ","), &json) }
    hasComma = false
  }

  private mutating func open(_ byte: UInt8, _ json: inout JSONText) {
    guard frames.count < Self.deepest else {
      tooDeep += 1
      return
    }
    if byte == UInt8(ascii: "("), !word.isEmpty {
      let name = String(decoding: word, as: UTF8.self)
      word = []
      beginValue(&json)
      frames.append(.call(name, Self.isDate(name) ? .numbers([]) : .none))
      return
    }
    endWord(before: byte, &json)
    beginValue(&json)
    put(byte == UInt8(ascii: "{") ? byte : UInt8(ascii: "["), &json)
    frames.append(byte == UInt8(ascii: "{") ? .object(expectsKey: true) : .list)
  }

  private mutating func close(_ byte: UInt8, _ json: inout JSONText) {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    hasComma = false
    guard let frame = frames.popLast() else { return }
    switch frame {
    case .object: put(UInt8(ascii: "}"), &json)
    case .list: put(UInt8(ascii: "]"), &json)
    case .call(_, .named): put(UInt8(ascii: "}"), &json)
    case .call(let name, .numbers(let numbers)):
      if mutedDepth == frames.count + 1 { mutedDepth = nil }
      if !isMuted { json.append(string: Self.date(numbers, isOfJavaScript: name == Self.dateOfJavaScript).utf8) }
    case .call(_, .none): if !isMuted { json.append(raw: "null".utf8) }
    case .call(_, .further):
      if mutedDepth == frames.count + 1 { mutedDepth = nil }
    case .call(_, .first): break
    }
  }

  private static func isDate(_ name: String) -> Bool {
    name == dateOfJavaScript
      || ["datetime", "date", "Date"].contains(name.split(separator: ".").last.map(String.init) ?? "")
  }

  /// `new Date`, without blanks as all words are.
  private static let dateOfJavaScript = "newDate"

  /// `datetime.datetime(2031, 6, 15, 5, 42)`; JavaScript counts its months from nought.
  private static func date(_ numbers: [String], isOfJavaScript: Bool) -> String {
    var padded = numbers.map { $0.count < 2 ? "0" + $0 : $0 }
    guard padded.count >= 3 else { return numbers.joined(separator: " ") }
    if isOfJavaScript, let month = Int(padded[1]) { padded[1] = month < 9 ? "0\(month + 1)" : "\(month + 1)" }
    let clock = padded.dropFirst(3).prefix(3)
    let day = padded.prefix(3).joined(separator: "-")
    return clock.count < 2 ? day : day + " " + clock.joined(separator: ":")
  }

  private mutating func endWord(before next: UInt8, _ json: inout JSONText) {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    word = []
    if next == UInt8(ascii: "=") { return nameArgument(text, &json) }
    switch frames.last {
    case .call(let name, .numbers(let numbers)):
      if !isMuted, numbers.count < 7, text.utf8.allSatisfy(\.isDigit) {
        frames[frames.count - 1] = .call(name, .numbers(numbers + [text]))
      }
    case .object(expectsKey: true):
      beginValue(&json)
      if !isMuted { json.append(string: text.utf8) }
    // A word outside of all brackets is a part of a program.
    case nil: break
    case .object, .list, .call:
      beginValue(&json)
      if !isMuted { Self.append(value: text, to: &json) }
    }
  }

  /// `title=` within the brackets of a call; elsewhere the name of a variable.
  private mutating func nameArgument(_ text: String, _ json: inout JSONText) {
    guard case .call(let name, let argument) = frames.last else { return }
    switch argument {
    case .none:
      put(UInt8(ascii: "{"), &json)
      frames[frames.count - 1] = .call(name, .named)
    case .named: if hasComma { put(UInt8(ascii: ","), &json) }
    case .first, .numbers, .further: return
    }
    hasComma = false
    guard !isMuted else { return }
    json.append(string: text.utf8)
    json.append(UInt8(ascii: ":"))
  }

  private static func append(value text: String, to json: inout JSONText) {
    switch text {
    case "True", "true": json.append(raw: "true".utf8)
    case "False", "false": json.append(raw: "false".utf8)
    case "None", "null", "undefined", "nan", "NaN", "NaT", "inf", "Infinity", "-inf", "-Infinity":
      json.append(raw: "null".utf8)
    default:
      let number = text.last == "L" || text.last == "n" ? text.dropLast() : text[...]
      let isNumber = number.utf8.first.map { $0.isDigit || $0 == UInt8(ascii: "-") } ?? false
      if isNumber, Double(number) != nil { json.append(raw: number.utf8) } else { json.append(string: text.utf8) }
    }
  }
}

extension FormatSample {
  /// Whether objects of Python or JavaScript begin here: something with names.
  fileprivate var isLiteral: Bool {
    let start = String(decoding: text.utf8.prefix(400).filter { $0 > 0x20 }, as: UTF8.self)[...]
    let openings = ["{'", "[{'", "{u'", "[{u'", "({'", "([{'"]
    if openings.contains(where: start.starts(with:)) { return start.contains("':") }
    return isNamedCall || isJavaScriptObject
  }

  /// `Article(title='…'`
  private var isNamedCall: Bool {
    let start = String(decoding: text.utf8.prefix(200).filter { $0 > 0x20 }, as: UTF8.self)[...]
    let name = start.utf8.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "[") }
    guard !name.isEmpty, let inner = Substring(start.utf8.dropFirst(name.count)).dropping(prefix: "(") else {
      return false
    }
    let field = inner.utf8.prefix { $0.isLetter || $0 == UInt8(ascii: "_") }
    let value = Substring(inner.utf8.dropFirst(field.count))
    return ["='", "=\"", "={'"].contains(where: value.starts(with:)) || inner.starts(with: "{'")
  }
}
