import TextScanning

/// Recognises texts in which links have numbers, as `lynx` writes them: `[12]要闻`, with a list of the addresses at the end.
enum NumberedLinks {
  /// So many numbers that follow each other are no notes of a text.
  private static let fewest = 6

  static func areIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last = 0
    var steps = 0
    var index = 0
    while let open = bytes.offset(of: UInt8(ascii: "["), from: index) {
      index = open + 1
      guard let (number, end) = number(in: bytes, from: index) else { continue }
      index = end
      if number == last + 1 { steps += 1 }
      last = number
      if steps >= fewest { return true }
    }
    return false
  }

  /// A number of four digits at most before a closing bracket that no address and no further bracket follows.
  private static func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, end: Int)? {
    var number = 0
    var index = start
    while index < bytes.count, index < start + 4, bytes[index].isDigit {
      number = number * 10 + Int(bytes[index] & 0x0f)
      index += 1
    }
    guard index > start, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "]"),
      bytes[index + 1] != UInt8(ascii: ":"),
      bytes[index + 1] != UInt8(ascii: "(")
    else { return nil }
    return (number, index + 1)
  }

  /// The text without the list of addresses at its end, and the lines of that list.
  static func withoutAddresses(_ text: String) -> (text: String, removed: [String]) {
    guard let range = text[...].range(ofBytes: "\nReferences\n") else { return (text, []) }
    let lines = text[range.upperBound...].split(separator: "\n").map { $0[...].trimmed }.filter { !$0.isEmpty }
    let isList = lines.allSatisfy { line in
      names.contains(line) || line.utf8.first?.isDigit ?? false || line.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
    }
    return isList ? (String(text[..<range.lowerBound]), ["References"] + lines.map(String.init)) : (text, [])
  }

  /// What stands above the addresses.
  private static let names: Set<Substring> = ["Visible links:", "Hidden links:", "Visible links"]
}
