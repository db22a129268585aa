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
