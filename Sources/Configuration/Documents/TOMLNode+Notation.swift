import TOML

extension TOMLNode {
  /// The value as a file writes it, for messages; tables are only hinted at.
  var notation: String {
    switch self {
    case .text(let text): TOMLNode.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .fraction(let text), .moment(let text): text
    case .list(let elements): "[" + elements.map(\.node.notation).joined(separator: ", ") + "]"
    case .table: "{ … }"
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
      case _ where isControl(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

extension TOMLEntry {
  /// The key as messages name it: in quotation marks only where it could not be seen otherwise.
  var shownKey: String {
    let quoted = TOMLNode.quoted(key)
    return key.isEmpty || quoted.utf8.count != key.utf8.count + 2 ? quoted : key
  }
}
