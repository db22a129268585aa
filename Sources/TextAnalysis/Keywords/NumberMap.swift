/// Small values by numbers: a table with open addressing, for counting words and looking them up without an allocation for each.
///
/// Keys are not zero. Reading and writing take constant time on average; a key is never removed.
struct NumberMap: Sendable {
  /// A key and its value side by side: one look into memory finds both.
  private struct Slot {
    var key: UInt64 = 0
    var value: UInt32 = 0
  }

  private var slots: [Slot]
  private(set) var count = 0

  /// - Parameter capacity: how many keys it holds before it grows.
  init(capacity: Int) {
    var size = 16
    while size * 3 < capacity * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  @inline(__always)
  func value(of key: UInt64) -> UInt32? {
    slots.withUnsafeBufferPointer { slots in
      let slot = slots[Self.index(of: key, in: slots)]
      return slot.key == key ? slot.value : nil
    }
  }

  /// Reads and writes; a key that is not there begins as 0.
  subscript(key: UInt64) -> UInt32 {
    get { value(of: key) ?? 0 }
    set { update(key) { $0 = newValue } }
  }

  /// Changes a value where it lies, with one look for the key; that of a key that is not there begins as 0.
  ///
  /// - Returns: where the value lies, as long as the table does not grow: it grows where it gets more keys than it was made for.
  @inline(__always) @discardableResult
  mutating func update(_ key: UInt64, _ change: (inout UInt32) -> Void) -> Int {
    let (index, isNew) = slots.withUnsafeMutableBufferPointer { slots in
      let index = Self.index(of: key, in: UnsafeBufferPointer(slots))
      change(&slots[index].value)
      guard slots[index].key != key else { return (index, false) }
      slots[index].key = key
      return (index, true)
    }
    guard isNew else { return index }
    count &+= 1
    if count &* 4 > slots.count &* 3 { grow() }
    return index
  }

  /// The value at a place that `update` gave.
  @inline(__always)
  func value(at place: Int) -> UInt32 { slots.withUnsafeBufferPointer { $0[place].value } }

  /// Where the key is, or would be. Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits are mixed best.
  @inline(__always)
  private static func index(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index &+ 1) & mask }
    return index
  }

  private mutating func grow() {
    var larger = NumberMap(capacity: slots.count)
    for slot in slots where slot.key != 0 { larger[slot.key] = slot.value }
    self = larger
  }
}
