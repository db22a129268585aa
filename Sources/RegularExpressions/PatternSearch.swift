import CPCRE2
import Glibc

/// The search through one text, in pieces small enough to look at the clock between them.
///
/// PCRE2 limits the steps that it goes back from one place, not the work of a text: `[^x]*y` alone takes the square of its
/// length.
struct PatternSearch {
  /// Nanoseconds of computing for one text.
  private static let budget: UInt64 = 100_000_000
  /// Places times bytes in a piece: some milliseconds at worst.
  private static let pieceWork = 4 << 20
  private static let leastPlaces = 64

  let code: OpaquePointer
  let room: OpaquePointer
  let text: UnsafeBufferPointer<UInt8>
  private let placesInPiece: Int
  private var deadline: UInt64?

  init(code: OpaquePointer, room: OpaquePointer, text: UnsafeBufferPointer<UInt8>) {
    self.code = code
    self.room = room
    self.text = text
    placesInPiece = max(Self.leastPlaces, Self.pieceWork / max(1, text.count))
  }

  /// The first match that begins at `start`, the beginning of a character, or behind it; nil where there is none, or none
  /// was found in time.
  mutating func next(from start: Int) -> Range<Int>? {
    var start = start
    while start <= text.count {
      let end = endOfPiece(from: start)
      var (lower, upper) = (0, 0)
      switch cp_find(code, room, text.baseAddress, text.count, start, end - 1, &lower, &upper) {
      case .found: return lower..<upper
      case .gaveUp: return nil
      case .notFound: start = end
      }
      guard start > text.count || hasTimeLeft() else { return nil }
    }
    return nil
  }

  /// All matches that are not empty.
  mutating func all() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while let match = next(from: start) {
      if match.isEmpty {
        start = endOfCharacter(at: match.upperBound)
      } else {
        found.append(match)
        start = match.upperBound
      }
      guard hasTimeLeft() else { break }
    }
    return found
  }

  /// One behind the last place of the piece, always where a character begins. The end of the text is a place, too.
  private func endOfPiece(from start: Int) -> Int {
    guard text.count - start > placesInPiece else { return text.count + 1 }
    return endOfCharacter(at: start + placesInPiece)
  }

  private func endOfCharacter(at index: Int) -> Int {
    var end = index + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private mutating func hasTimeLeft() -> Bool {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    let now = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    guard let deadline else {
      deadline = now + Self.budget
      return true
    }
    return now < deadline
  }
}
