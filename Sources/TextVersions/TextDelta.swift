package import Foundation
import TextBasics

/// A difference between two texts, kept as bytes: it makes the older text of the newer one. Knows bytes, and nothing of what they say.
///
/// The bytes: the version of this form, the length of the older text as a varint (LEB128), four bytes of its checksum, and steps until the older
/// text is whole. A step is a varint, as many bytes of its own, then the length of what is copied of the newer text as a varint and, unless that
/// is none, where it stands there: a signed varint, counted from the place where copying would go on if the bytes of the step's own had stood in the
/// newer text too. An edit of a few words costs some ten bytes besides its words.
package enum TextDelta {
  /// What stands first in every delta.
  static let form: UInt8 = 1

  /// No text is longer, in bytes.
  package static let limit = 256 << 20

  /// Why no text came of a delta.
  package enum Damage: Error, Hashable {
    /// A later program wrote it.
    case unknownForm(UInt8)
    /// It ends too early, says what cannot be, or goes on behind its end.
    case malformed
    /// It belongs to another text, or bytes of it or of the text have changed.
    case wrongText
  }

  /// The delta that makes `old` of `new`. Linear in both, whatever stands in them; takes up to 8 MB while it works.
  package static func delta(from new: Data, to old: Data) -> Data {
    new.withUnsafeBytes { new in
      old.withUnsafeBytes { old in
        var writer = DeltaWriter(from: new, to: old)
        return writer.write()
      }
    }
  }

  /// The older text. Linear; whatever the bytes are, it ends, and takes no more memory than `limit` and the two inputs.
  package static func apply(_ delta: Data, to new: Data) throws(Damage) -> Data {
    let old: Result<Data, Damage> = delta.withUnsafeBytes { delta in
      new.withUnsafeBytes { new in
        Result { () throws(Damage) in
          var reader = DeltaReader(delta)
          return try reader.apply(to: new)
        }
      }
    }
    return try old.get()
  }

  fileprivate static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: Digest(bytes).bits(32))
  }
}

/// Looks for what two texts share, and writes the steps.
///
/// What is alike at both ends is copied first. In between, each place of the older text is looked up in a table of the newer one by its next eight
/// bytes; a hit grows in both directions as far as the texts agree. A byte is compared a few times at most, so that no text takes longer than its length.
private struct DeltaWriter {
  /// How many bytes are looked up at once: no shorter piece is copied from the middle.
  private static let window = 8
  /// Places of the table, at most.
  private static let largestTable = 1 << 20

  private let new: UnsafeRawBufferPointer
  private let old: UnsafeRawBufferPointer
  private var output: [UInt8] = []
  /// Where the bytes begin that are not written yet.
  private var pending = 0
  /// Where the last copy ended in the newer text.
  private var copied = 0

  init(from new: UnsafeRawBufferPointer, to old: UnsafeRawBufferPointer) {
    self.new = new
    self.old = old
  }

  mutating func write() -> Data {
    output.append(TextDelta.form)
    output.append(varint: UInt64(old.count))
    withUnsafeBytes(of: TextDelta.checksum(old).littleEndian) { output += $0 }
    let start = commonStart
    let end = commonEnd(behind: start)
    if start > 0 { copy(new: 0, old: 0, count: start) }
    findCopies(new: start..<new.count - end, old: start..<old.count - end)
    if end > 0 { copy(new: new.count - end, old: old.count - end, count: end) }
    if pending < old.count { writeStep(upTo: old.count, copy: 0, from: 0) }
    return Data(output)
  }

  private var commonStart: Int {
    var count = 0
    while count < min(new.count, old.count), new[count] == old[count] { count += 1 }
    return count
  }

  private func commonEnd(behind start: Int) -> Int {
    var count = 0
    while count < min(new.count, old.count) - start, new[new.count - 1 - count] == old[old.count - 1 - count] {
      count += 1
    }
    return count
  }

  private mutating func findCopies(new newRange: Range<Int>, old oldRange: Range<Int>) {
    guard min(newRange.count, oldRange.count) >= Self.window else { return }
    let table = WindowTable(new, newRange, window: Self.window, limit: Self.largestTable)
    var place = oldRange.lowerBound
    while place + Self.window <= oldRange.upperBound {
      let window = old.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard let hit = hit(of: window, at: place, newRange, table) else {
        place += 1
        continue
      }
      var (first, start, end) = (hit, place, place + Self.window)
      while start > pending, first > newRange.lowerBound, new[first - 1] == old[start - 1] {
        (first, start) = (first - 1, start - 1)
      }
      var last = hit + Self.window
      while end < oldRange.upperBound, last < newRange.upperBound, new[last] == old[end] {
        (last, end) = (last + 1, end + 1)
      }
      copy(new: first, old: start, count: end - start)
      place = end
    }
  }

  /// Where the newer text has these bytes: best where copying would go on.
  private func hit(of window: UInt64, at place: Int, _ newRange: Range<Int>, _ table: WindowTable) -> Int? {
    let straight = copied + place - pending
    if straight >= newRange.lowerBound, straight + Self.window <= newRange.upperBound,
      new.loadUnaligned(fromByteOffset: straight, as: UInt64.self) == window
    {
      return straight
    }
    return table.place(of: window, in: new)
  }

  private mutating func copy(new first: Int, old start: Int, count: Int) {
    writeStep(upTo: start, copy: count, from: first)
    (pending, copied) = (start + count, first + count)
  }

  private mutating func writeStep(upTo end: Int, copy count: Int, from first: Int) {
    output.append(varint: UInt64(end - pending))
    output += old[pending..<end]
    output.append(varint: UInt64(count))
    guard count > 0 else { return }
    output.append(signed: Int64(first - copied - (end - pending)))
  }
}

/// The last place of a window of bytes in a text, by its hash.
private struct WindowTable {
  private var places: [Int32]
  private let shift: UInt64

  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, window: Int, limit: Int) {
    var (size, bits) = (1 << 4, UInt64(4))
    while size < range.count, size < limit { (size, bits) = (size * 2, bits + 1) }
    places = [Int32](repeating: -1, count: size)
    shift = 64 - bits
    // Of the longest texts every second place is kept, or every third: what is shared is found all the same if it is long.
    let step = max(1, range.count / limit)
    for place in stride(from: range.lowerBound, through: range.upperBound - window, by: step) {
      places[slot(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))] = Int32(truncatingIfNeeded: place)
    }
  }

  private func slot(_ window: UInt64) -> Int { Int((window &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  func place(of window: UInt64, in bytes: UnsafeRawBufferPointer) -> Int? {
    let place = Int(places[slot(window)])
    return place >= 0 && bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) == window ? place : nil
  }
}

/// Reads steps that may say anything.
private struct DeltaReader {
  private var input: ByteReader

  init(_ delta: UnsafeRawBufferPointer) { input = ByteReader(delta) }

  mutating func apply(to new: UnsafeRawBufferPointer) throws(TextDelta.Damage) -> Data {
    guard let form = input.byte() else { throw .malformed }
    guard form == TextDelta.form else { throw .unknownForm(form) }
    guard let count = input.count(atMost: TextDelta.limit), let checksum = input.bytes(4) else { throw .malformed }
    var old: [UInt8] = []
    // A length that is a lie takes no room.
    old.reserveCapacity(min(count, new.count + input.bytesLeft))
    var copied = 0
    while old.count < count {
      guard let length = input.count(atMost: count - old.count), let own = input.bytes(length),
        let copy = input.count(atMost: count - old.count - length), length + copy > 0
      else { throw .malformed }
      old += own
      guard copy > 0 else { continue }
      guard let offset = input.signed(), offset.magnitude <= UInt64(TextDelta.limit) else { throw .malformed }
      let first = copied + length + Int(offset)
      guard first >= 0, first <= new.count, copy <= new.count - first else { throw .malformed }
      old += new[first..<first + copy]
      copied = first + copy
    }
    guard input.bytesLeft == 0 else { throw .malformed }
    let isRight = old.withUnsafeBytes { TextDelta.checksum($0) } == checksum.loadUnaligned(as: UInt32.self).littleEndian
    guard isRight else { throw .wrongText }
    return Data(old)
  }
}

// MARK: - Numbers

/// Numbers of seven bits a byte, the lowest first, with the highest bit set in all bytes but the last (LEB128).
extension [UInt8] {
  fileprivate mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Small numbers of either sign are short.
  fileprivate mutating func append(signed value: Int64) {
    append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
  }
}

/// Reads bytes that may be anything: what is not there is nil.
private struct ByteReader {
  private let input: UnsafeRawBufferPointer
  private var position = 0

  init(_ input: UnsafeRawBufferPointer) { self.input = input }

  var bytesLeft: Int { input.count - position }

  mutating func byte() -> UInt8? {
    guard position < input.count else { return nil }
    defer { position += 1 }
    return input[position]
  }

  mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= bytesLeft else { return nil }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: input[position..<position + count])
  }

  mutating func varint() -> UInt64? {
    var (value, shift) = (UInt64(0), UInt64(0))
    while let byte = byte() {
      // The tenth byte holds the last bit of 64.
      guard shift < 63 || byte <= 1 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  mutating func signed() -> Int64? {
    varint().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }

  mutating func count(atMost limit: Int) -> Int? {
    varint().flatMap { $0 <= UInt64(limit) ? Int($0) : nil }
  }
}
