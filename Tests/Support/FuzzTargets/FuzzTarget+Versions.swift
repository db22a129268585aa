import Foundation
import TextBasics
import TextVersions

/// Former versions of articles, as they come from a damaged disk.
extension FuzzTarget {
  /// Two bytes of the length of a newer text, two of a place, one that changes what stands there, the newer text, and what is behind it: taken for
  /// a delta, and for an older text.
  static let textDeltas = FuzzTarget("text-deltas", longestInput: 1_024) { bytes throws(FuzzFinding) in
    guard bytes.count >= 5 else { return }
    let (length, place) = (Int(bytes[0]) << 8 | Int(bytes[1]), Int(bytes[2]) << 8 | Int(bytes[3]))
    let (new, rest) = (Data(bytes[5...].prefix(length)), Data(bytes[5...].dropFirst(length)))
    try takeDelta(rest, of: new)
    try makeDelta(from: new, to: rest, place, change: bytes[4])
  }

  /// Of a delta that nobody wrote comes an error, or the text that it says.
  private static func takeDelta(_ delta: Data, of new: Data) throws(FuzzFinding) {
    guard let old = applied(delta, to: new) else { return }
    try expect(old.count <= delta.count * (new.count + 1), "\(old.count) bytes of a delta of \(delta.count)")
    let behindLength = delta.dropFirst().drop { $0 >= 0x80 }.dropFirst()
    let checksum = behindLength.prefix(4).reversed().reduce(0) { $0 << 8 | Int64($1) }
    try expect(Digest(old).bits(32) == checksum, "a text of another checksum than that of its delta")
  }

  /// A delta that was written gives its text; with another byte in it, that or an error.
  private static func makeDelta(from new: Data, to old: Data, _ place: Int, change: UInt8) throws(FuzzFinding) {
    var delta = TextDelta.delta(from: new, to: old)
    try expect(applied(delta, to: new) == old, "a delta of \(delta.count) bytes does not give its text")
    // A copied piece takes fewer bytes than it holds; the few at both ends may take more.
    try expect(delta.count <= old.count + 32, "a delta of \(delta.count) bytes for \(old.count)")
    delta[place % delta.count] ^= change
    if let found = applied(delta, to: new) { try expect(found == old, "a changed delta gives another text") }
  }

  private static func applied(_ delta: Data, to new: Data) -> Data? {
    do throws(TextDelta.Damage) {
      return try TextDelta.apply(delta, to: new)
    } catch {  // Damage may be refused.
      return nil
    }
  }
}
