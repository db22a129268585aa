/// Small values by numbers: a table with open addressing, for counting words and looking them up without an allocation for each.
///
/// Keys are not zero. Reading and writing take constant time on average; a key is never removed.
struct NumberMap: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private(set) var count = 0

  /// - Parameter capacity: how many keys it holds before it grows.
  init(capacity: Int) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt32](repeating: 0, count: size)
  }

  @inline(__always)
  func value(of key: UInt64) -> UInt32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Reads and writes; a key that is not there begins as 0.
  subscript(key: UInt64) -> UInt32 {
    get { value(of: key) ?? 0 }
    set { update(key) { $0 = newValue } }
  }

  /// Changes a value where it lies, with one look for the key; that of a key that is not there begins as 0.
  @inline(__always)
  mutating func update(_ key: UInt64, _ change: (inout UInt32) -> Void) {
    let slot = slot(of: key)
    change(&values[slot])
    guard keys[slot] != key else { return }
    keys[slot] = key
    count += 1
    if count * 4 > keys.count * 3 { grow() }
  }

  /// Where the key is, or would be. Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits are mixed best.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = NumberMap(capacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger[key] = value }
    self = larger
  }
}
