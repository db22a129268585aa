/// What the named characters of HTML 5 stand for.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct NamedCharacters {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = NamedCharacters()

  /// One or two scalars; the second is 0 where there is one.
  struct Meaning: Hashable {
    let first: UInt32
    let second: UInt32
    /// Whether the name may stand without its semicolon.
    let isBare: Bool
  }

  static let longestName = 31
  static let longestBareName = 6

  private struct Entry {
    let start: Int32
    let length: Int32
  }

  /// The packed facts, and the place of each name in them, in the order of the bytes of the names.
  private let facts: UnsafeBufferPointer<UInt8>
  private let entries: UnsafeBufferPointer<Entry>

  /// The meaning of a name without `&` and `;`; nil when there is none. Eleven comparisons.
  func meaning(of bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Meaning? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      let order = compare(entries[middle], bytes, name)
      if order == 0 { return meaning(behind: entries[middle]) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func compare(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int {
    let (start, length) = (Int(entry.start), Int(entry.length))
    for offset in 0..<min(length, name.count) {
      let difference = Int(facts[start + offset]) - Int(bytes[name.lowerBound + offset])
      if difference != 0 { return difference }
    }
    return length - name.count
  }

  private func meaning(behind entry: Entry) -> Meaning {
    var index = Int(entry.start + entry.length)
    let isBare = facts[index] == UInt8(ascii: "!")
    var scalars: (UInt32, UInt32) = (0, 0)
    index += 1
    while index < facts.count, facts[index] != UInt8(ascii: " ") {
      let byte = facts[index]
      if byte == UInt8(ascii: ",") {
        scalars = (0, scalars.0)
      } else {
        scalars.0 = scalars.0 << 4 | UInt32(byte.isDigit ? byte - 0x30 : byte - 0x37)
      }
      index += 1
    }
    // Of two scalars the one read last stands in front.
    if scalars.1 != 0 { return Meaning(first: scalars.1, second: scalars.0, isBare: isBare) }
    return Meaning(first: scalars.0, second: 0, isBare: isBare)
  }

  private init() {
    let packed = NamedCharacterFacts.packed
    facts = UnsafeBufferPointer(start: packed.utf8Start, count: packed.utf8CodeUnitCount)
    var places: [Entry] = []
    places.reserveCapacity(2_200)
    var start = 0
    for index in facts.indices {
      if facts[index] == UInt8(ascii: "=") || facts[index] == UInt8(ascii: "!") {
        places.append(Entry(start: Int32(start), length: Int32(index - start)))
      } else if facts[index] == UInt8(ascii: " ") {
        start = index + 1
      }
    }
    let memory = UnsafeMutableBufferPointer<Entry>.allocate(capacity: places.count)
    _ = memory.initialize(from: places)
    entries = UnsafeBufferPointer(memory)
  }
}
