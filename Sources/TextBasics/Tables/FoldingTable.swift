/// What each scalar is folded to.
///
/// Most scalars stay as they are or become one other. The rest are `Special`: they become several scalars or none, or are marks,
/// which join what stands before them.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct FoldingTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = FoldingTable()

  /// What a special scalar becomes.
  struct Special {
    fileprivate var start: Int32 = 0
    /// The number of scalars that it becomes.
    fileprivate(set) var count: Int32 = 0
    /// Whether it is folded together with what stands before it: a mark, or what is not shown at all.
    fileprivate(set) var joinsBefore = false
  }

  /// A scalar and the one that it becomes, or `firstSpecial` and more.
  fileprivate typealias Pair = (source: UInt32, target: UInt32)

  /// The most scalars that a byte of text can become: 18 of the three of ﷺ.
  static let mostScalarsOfByte = 6

  /// Targets from here on are special: their number is added to this one.
  static let firstSpecial: UInt32 = 0x11_0000
  /// Surrogates and the private use area behind them, to which nothing is folded, stand for special targets.
  private static let numbers: Range<UInt32> = 0xD800..<0xF900

  /// For the first plane; 0 for what stays as it is.
  private let targets: UnsafePointer<UInt16>
  /// The pairs with a source of a higher plane, in ascending order.
  private let pairsAbove: UnsafeBufferPointer<Pair>
  private let specials: UnsafeBufferPointer<Special>
  private let specialScalars: UnsafeBufferPointer<UInt32>

  /// The scalar that the given one becomes by itself; `firstSpecial` or more where it does not become just one.
  @inline(__always)
  func target(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x10000 else { return targetAbove(scalar) }
    let target = UInt32(targets[Int(scalar)])
    if target == 0 { return scalar }
    return Self.numbers.contains(target) ? target - Self.numbers.lowerBound + Self.firstSpecial : target
  }

  /// Whether one of the ideographs U+4000 to U+9FFF begins at a place, behind which are two bytes at least, and stays as it is.
  @inline(__always)
  func staysIdeograph(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard bytes.isIdeograph(at: index) else { return false }
    let scalar =
      Int(bytes[index] & 0x0F) &<< 12 | Int(bytes[index &+ 1] & 0x3F) &<< 6 | Int(bytes[index &+ 2] & 0x3F)
    return targets[scalar] == 0
  }

  func special(_ target: UInt32) -> Special { specials[Int(target - Self.firstSpecial)] }

  /// The scalars that a special one becomes.
  func scalars(_ special: Special) -> UnsafeBufferPointer<UInt32> {
    let start = Int(special.start)
    return UnsafeBufferPointer(rebasing: specialScalars[start..<start + Int(special.count)])
  }

  /// Calls `body` with every scalar that does not stay as it is, or joins what stands before it.
  func forEachChange(_ body: (_ source: UInt32, _ target: UInt32) -> Void) {
    for source in 0..<UInt32(0x10000) where targets[Int(source)] != 0 { body(source, target(source)) }
    for pair in pairsAbove { body(pair.source, pair.target) }
  }

  private func targetAbove(_ scalar: UInt32) -> UInt32 {
    var (low, high) = (0, pairsAbove.count)
    while low < high {
      let middle = (low + high) / 2
      if pairsAbove[middle].source < scalar { low = middle + 1 } else { high = middle }
    }
    return low < pairsAbove.count && pairsAbove[low].source == scalar ? pairsAbove[low].target : scalar
  }

  private init() {
    var builder = FoldingTableBuilder(Self.numbers)
    builder.addFacts()
    targets = UnsafePointer(builder.table)
    pairsAbove = Self.lasting(builder.above.sorted { $0.source < $1.source })
    specials = Self.lasting(builder.specials)
    specialScalars = Self.lasting(builder.scalars)
  }

  /// A copy that is never given back.
  private static func lasting<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return UnsafeBufferPointer(copy)
  }
}

/// Reads the facts into the form of the table.
private struct FoldingTableBuilder {
  let table: UnsafeMutablePointer<UInt16>
  private(set) var above: [FoldingTable.Pair] = []
  private(set) var specials: [FoldingTable.Special] = []
  private(set) var scalars: [UInt32] = []
  private let numbers: Range<UInt32>
  /// For each scalar below `marksEnd`, whether it is a mark.
  private var marks = [Bool](repeating: false, count: Int(marksEnd))

  private static let marksEnd: UInt32 = 0x20000

  init(_ numbers: Range<UInt32>) {
    self.numbers = numbers
    table = .allocate(capacity: 0x10000)
    table.initialize(repeating: 0, count: 0x10000)
  }

  mutating func addFacts() {
    for letter in UInt32(0x41)...0x5A { set(letter, letter + 0x20) }
    PackedScalars.forEachRange(in: FoldingFacts.marks) { range in
      for mark in range {
        marks[Int(mark)] = true
        add(mark, [mark], joinsBefore: true)
      }
    }
    for jamo in MarkComposition.joiningJamo { add(jamo, [jamo], joinsBefore: true) }
    addDropped()
    PackedScalars.forEachRun(in: FoldingFacts.single) { add($0, $1) }
    PackedScalars.forEachList(in: FoldingFacts.several) { add($0, $1, joinsBefore: isMark($1[0])) }
    FoldingFacts.simplified.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let source = bytes.scalar(at: index)
        let target = bytes.scalar(at: source.end)
        add(source.value, target.value)
        index = target.end
      }
    }
  }

  /// What is never shown is dropped, all by one special.
  private mutating func addDropped() {
    let number = FoldingTable.firstSpecial + UInt32(specials.count)
    specials.append(FoldingTable.Special(joinsBefore: true))
    PackedScalars.forEachRange(in: ScalarRanges.ignorable) { range in
      for scalar in range { set(scalar, number) }
    }
  }

  private func isMark(_ scalar: UInt32) -> Bool { scalar < Self.marksEnd && marks[Int(scalar)] }

  private mutating func add(_ source: UInt32, _ target: UInt32) {
    // The table of the first plane has no room for scalars of a higher one.
    if isMark(target) || source < 0x10000 && target >= 0x10000 {
      add(source, [target], joinsBefore: isMark(target))
    } else {
      set(source, target)
    }
  }

  private mutating func add(_ source: UInt32, _ folded: [UInt32], joinsBefore: Bool) {
    set(source, FoldingTable.firstSpecial + UInt32(specials.count))
    specials.append(
      FoldingTable.Special(start: Int32(scalars.count), count: Int32(folded.count), joinsBefore: joinsBefore))
    scalars += folded
  }

  private mutating func set(_ source: UInt32, _ target: UInt32) {
    if source >= 0x10000 {
      above.append((source, target))
    } else {
      table[Int(source)] = UInt16(
        truncatingIfNeeded: target < FoldingTable.firstSpecial
          ? target : target - FoldingTable.firstSpecial + numbers.lowerBound)
    }
  }
}
