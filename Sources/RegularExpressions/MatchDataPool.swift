import CPCRE2
import Synchronization

/// What searches work in, kept for the next search: a room serves one thread at a time.
final class MatchDataPool: Sendable {
  // A pointer to what one thread at a time uses: whoever takes it out of the list owns it.
  private struct Room: @unchecked Sendable { let pointer: OpaquePointer }

  private let free = Mutex<[Room]>([])

  /// Nil where there is no memory for a room.
  func withMatchData<Result>(for pattern: OpaquePointer, _ body: (OpaquePointer) -> Result) -> Result? {
    guard let room = free.withLock({ $0.popLast() }) ?? cp_room_make(pattern).map(Room.init) else { return nil }
    defer { free.withLock { $0.append(room) } }
    return body(room.pointer)
  }

  deinit {
    free.withLock { rooms in
      for room in rooms { cp_room_free(room.pointer) }
    }
  }
}
