/// A value of a TOML file as the readers of settings and themes take it.
indirect enum TOMLNode: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([TOMLNode])
  case table([TOMLEntry])
  /// A kind that no setting has (a date, a fraction), as the file writes it.
  case other(String)

  /// The value as a TOML file writes it, for messages; tables are only hinted at.
  var notation: String {
    switch self {
    case .text(let text): TOMLNode.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let elements): "[" + elements.map(\.notation).joined(separator: ", ") + "]"
    case .table: "{ … }"
    case .other(let text): text
    }
  }

  /// `text` as a basic string of TOML, so that it can be pasted into a file.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// A key of a TOML file with its value and its place.
struct TOMLEntry: Hashable, Sendable {
  /// The keys from the top of the file down to this one.
  let path: [String]
  let value: TOMLNode
  /// Counted from 1; nil where the file's notation hides the key from `TOMLKeyLines`.
  let line: Int?

  var key: String { path.last ?? "" }
  /// The path with dots, as messages name it.
  var dottedPath: String { path.joined(separator: ".") }
}
