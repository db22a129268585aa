/// A body that is coming in, piece by piece.
struct IncomingBody {
  enum Verdict: Hashable {
    case taken
    /// Taken, but there should come no more before others have ended.
    case starved
    /// Not taken: larger than a body may be.
    case tooLarge
    /// Not taken: it unpacks to so much at once that it must wait until it is alone.
    case noRoom
  }

  private(set) var bytes: [UInt8] = []
  /// What of the budget it holds, in bytes.
  private var room = 0
  /// The same without what was overdrawn.
  private var grantedRoom = 0
  private let limit: Int
  private let budget: BodyBudget
  /// Whether it need not care for the budget.
  var isPrivileged = false

  init(limit: Int, budget: BodyBudget) {
    self.limit = limit
    self.budget = budget
  }

  private static let leastRoom = 4 << 10
  /// What a server says of the size of a body is believed up to here before there is anything to see of it.
  private static let trusted = 1 << 20
  /// So much is always allowed.
  private static let firstRoom = 128 << 10
  /// And so much more than was granted: what comes cannot be left lying, and ordinary feeds unpack to less per packet.
  private static let slack = 256 << 10

  /// - Parameter declared: the whole size, where the server says it.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>, declared: Int?) -> Verdict {
    let needed = bytes.count + piece.count
    guard needed <= limit, declared ?? 0 <= limit else { return .tooLarge }
    var verdict = Verdict.taken
    if needed > room {
      let wanted = min(limit, max(needed, room * 2, min(declared ?? 0, Self.trusted), Self.leastRoom))
      if !extend(to: wanted) {
        // Granted is nothing, but what is here already has to be kept.
        guard needed - grantedRoom <= Self.slack else { return .noRoom }
        budget.overdraw(needed - room)
        room = needed
        verdict = .starved
      }
    }
    bytes.append(contentsOf: piece)
    return verdict
  }

  private mutating func extend(to wanted: Int) -> Bool {
    if wanted <= Self.firstRoom || isPrivileged {
      budget.overdraw(wanted - room)
    } else if !budget.reserve(wanted - room) {
      return false
    }
    bytes.reserveCapacity(wanted)
    room = wanted
    grantedRoom = wanted
    return true
  }

  /// Gives the body away, and the room back.
  mutating func removeBytes() -> [UInt8] {
    defer {
      bytes = []
      budget.release(room)
      room = 0
      grantedRoom = 0
      isPrivileged = false
    }
    return bytes
  }
}

/// The memory that bodies on their way may take together. Of one run, on its thread.
final class BodyBudget {
  private let limit: Int
  private(set) var used = 0

  init(limit: Int) { self.limit = limit }

  var isSpent: Bool { used >= limit }

  /// Reserves bytes; false where fewer are left.
  func reserve(_ size: Int) -> Bool {
    guard used + size <= limit else { return false }
    used += size
    return true
  }

  /// Reserves bytes, whether they are left or not.
  func overdraw(_ size: Int) { used += size }

  func release(_ size: Int) { used -= size }
}

/// A hash of bodies that may be stored: unlike `Hasher`, it is the same in every run and on every machine.
///
/// Words of 64 bits are multiplied into the state and the halves of the product of 128 bits joined, as wyhash does it
/// (Wang Yi, 2019). It tells bodies apart that differ by accident; equal hashes can be made on purpose. Some 10 GB
/// a second.
enum BodyHash {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    var state = UInt64(bytes.count) ^ 0x9e37_79b9_7f4a_7c15
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        state = mix(state ^ word)
        start += 8
      }
      var last: UInt64 = 0
      for byte in bytes[start...] { last = last << 8 | UInt64(byte) }
      state = mix(state ^ last)
    }
    return state
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xa076_1d64_78bd_642f).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }
}
