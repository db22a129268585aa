/// Lets an option have an empty value behind its equals sign, as scripts write it that have nothing to say: `--url=`.
enum EmptyValues {
  /// Puts such values into arguments of their own; the parser of arguments would take the next argument instead.
  static func separated(_ arguments: [String]) -> [String] {
    // What stands behind `--` are operands.
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    var result: [String] = []
    for argument in arguments[..<end] {
      if isEmptyValue(argument) {
        result += [String(argument.dropLast()), ""]
      } else {
        result.append(argument)
      }
    }
    return result + arguments[end...]
  }

  private static func isEmptyValue(_ argument: String) -> Bool {
    guard argument.hasPrefix("--"), argument.utf8.count > 3 else { return false }
    return argument.utf8.firstIndex(of: UInt8(ascii: "=")) == argument.utf8.indices.last
  }
}
