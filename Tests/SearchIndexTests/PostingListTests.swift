import SeededRandom
import Testing

@testable import SearchIndex

@Suite struct PostingListTests {
  private let pair = Gram(0x964D, 0x51C6)

  private func list(_ ordinals: [UInt32], documents: Int) -> (list: PostingList, length: Int) {
    var bytes: [UInt8] = []
    let postings = ordinals.map { Posting($0, NextCharacterClasses($0 % 11)) }
    let length = postings.withUnsafeBufferPointer { RiceCoding.encode($0, documents: documents, into: &bytes) }
    bytes.removeLast(bytes.count - length)
    if PostingList.keepsNextClasses(pair, count: ordinals.count, documents: documents) {
      bytes += postings.map(\.nextClasses.rawValue)
    }
    return (PostingList(of: pair, count: ordinals.count, documents: documents, bytes: bytes[...]), length)
  }

  private func ordinals(_ list: PostingList) -> [UInt32] {
    var iterator = list.makeIterator()
    var result: [UInt32] = []
    while let ordinal = iterator.next() { result.append(UInt32(ordinal)) }
    return result
  }

  @Test func listsOfAllDensitiesComeBack() {
    var generator = SeededGenerator(seed: 4)
    for documents in [1, 2, 100, 65_536] {
      for share in [0.0001, 0.01, 0.3, 0.9, 1] {
        let some = (0..<UInt32(documents)).filter { _ in Double.random(in: 0..<1, using: &generator) < share }
        #expect(ordinals(list(some, documents: documents).list) == some)
      }
    }
  }

  @Test func listsOfCommonGramsKnowWhatFollows() {
    let common = Array(stride(from: UInt32(0), to: 2_000, by: 3))
    var iterator = list(common, documents: 2_000).list.makeIterator()
    while let ordinal = iterator.next() { #expect(iterator.nextClasses == NextCharacterClasses(UInt32(ordinal) % 11)) }
    var rare = list([7, 900], documents: 2_000).list.makeIterator()
    #expect(rare.next() == 7)
    #expect(rare.nextClasses == .all)
  }

  @Test func extremesComeBack() {
    #expect(ordinals(list([65_535], documents: 65_536).list) == [65_535])
    #expect(ordinals(list([0, 65_535], documents: 65_536).list) == [0, 65_535])
    // Half of a block has the gram, and then comes one at its other end.
    let clustered = Array(0..<UInt32(30_000)) + [65_535]
    #expect(ordinals(list(clustered, documents: 65_536).list) == clustered)
  }

  @Test func damagedBytesEndTheList() {
    let list = PostingList(of: pair, count: 50, documents: 1_000, bytes: [0, 0, 0][...])
    #expect(ordinals(list).isEmpty)
  }

  @Test func gapsAtRandomTakeLittleMoreThanTheirEntropy() {
    var generator = SeededGenerator(seed: 5)
    let some = (0..<UInt32(65_536)).filter { _ in Double.random(in: 0..<1, using: &generator) < 0.01 }
    // 0.01: 8.1 bits of entropy a document that has it.
    #expect(Double(list(some, documents: 65_536).length * 8) / Double(some.count) < 8.5)
  }

  @Test func walkingFromAnOrdinalSkipsWhatLiesBefore() {
    var iterator = list([3, 8, 20, 21], documents: 30).list.makeIterator()
    #expect(iterator.next(from: 4) == 8)
    #expect(iterator.next(from: 4) == 20)
    #expect(iterator.next(from: 22) == nil)
  }
}
