/// The simple entities that the internal subset of a document type declares: `<!ENTITY name "text">`.
///
/// None is ever read from outside, and what stands for a name is text in which further names stay as they are: no
/// declaration can grow. All texts that are put in are counted, and when there are too many the names stay.
struct DeclaredEntities {
  private static let most = 256
  private static let longestValue = 1_024
  private var values: [String: [UInt8]] = [:]
  /// Bytes that may still be put in.
  private var budget = 1 << 20

  var isEmpty: Bool { values.isEmpty }

  /// Notes what stands between `<!ENTITY` and `>`. The first declaration of a name counts; parameter and external entities do not.
  mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard values.count < Self.most else { return }
    var index = range.lowerBound
    func skipBlanks() { while index < range.upperBound, bytes[index].isBlank { index += 1 } }
    skipBlanks()
    let nameStart = index
    while index < range.upperBound, !bytes[index].isBlank, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
    skipBlanks()
    guard index < range.upperBound, !name.isEmpty, name != "%" else { return }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    let start = index + 1
    let end = bytes.firstIndex(of: quote, from: start, to: range.upperBound)
    guard end - start <= Self.longestValue, values[name] == nil else { return }
    var value: [UInt8] = []
    CharacterReferences.decode(bytes, start..<end, as: .declaration, into: &value)
    values[name] = value
  }

  /// The text that stands for a name; nil for unknown names, and when the budget is used up.
  mutating func text(for name: UnsafeBufferPointer<UInt8>.SubSequence) -> [UInt8]? {
    guard !values.isEmpty, let value = values[String(decoding: name, as: UTF8.self)], value.count <= budget else {
      return nil
    }
    budget -= value.count
    return value
  }
}
