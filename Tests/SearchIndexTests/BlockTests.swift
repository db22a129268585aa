import SeededRandom
import Testing

@testable import SearchIndex

@Suite struct BlockTests {
  @Test func aBlockFindsEveryDocumentThatContainsAText() {
    var generator = SeededGenerator(seed: 1)
    var texts: [Int64: String] = [:]
    for number in 0..<300 {
      texts[Int64(number * 7)] = randomText(length: Int.random(in: 0...60, using: &generator), using: &generator)
    }
    let block = TestBlock(texts)
    for _ in 0..<2_000 {
      let needle = randomText(length: Int.random(in: 1...5, using: &generator), using: &generator)
      guard needle.contains(where: { $0 != " " }) else { continue }
      let holders = texts.filter { $0.value.contains(needle) }.keys.sorted(by: >)
      let candidates = block.candidates(needle)
      #expect(candidates == candidates.sorted(by: >))
      #expect(Set(candidates).isSuperset(of: holders), "\(needle)")
      if TextNeedle(needle).isExact { #expect(candidates == holders, "\(needle)") }
    }
  }

  @Test func pagesComeInOrderAndKeepTheirSize() {
    var generator = SeededGenerator(seed: 2)
    let texts = (0..<2_000).map { (Int64($0), randomText(length: 200, using: &generator)) }
    let block = TestBlock(Dictionary(uniqueKeysWithValues: texts))
    #expect(block.pages.map(\.first) == block.pages.map(\.first).sorted())
    #expect(block.pages.count > 10)
    // A list that is longer than a page stands alone.
    for page in block.pages where page.bytes.count > PostingPageWriter.size {
      var cursor = PostingPageCursor(page: page, documents: block.documents.count)
      #expect(cursor.next() != nil)
      #expect(cursor.next() == nil)
    }
  }

  @Test func pagesFollowEachOtherWithoutAGap() {
    var generator = SeededGenerator(seed: 4)
    let texts = (0..<1_000).map { (Int64($0), randomText(length: 200, using: &generator)) }
    let block = TestBlock(Dictionary(uniqueKeysWithValues: texts))
    #expect(block.pages.first?.first == Gram.first)
    #expect(block.pages.map(\.next) == block.pages.dropFirst().map(\.first) + [nil])
    #expect(block.pages.allSatisfy { $0.isWhole && $0.areListsWhole(documents: 1_000) })
  }

  @Test func aBlockWithoutTextsHasAPageAllTheSame() {
    let block = TestBlock([7: ""])
    #expect(block.pages.count == 1)
    #expect(block.pages.allSatisfy { $0.isWhole && $0.areListsWhole(documents: 1) })
  }

  @Test func anyChangedByteOfAPageIsNoticed() throws {
    let block = TestBlock([1: "央行下调存款准备金率", 2: "港股收盘上涨"])
    let page = try #require(block.pages.first)
    for index in page.bytes.indices {
      var bytes = page.bytes
      bytes[index] ^= 1 << UInt8(index % 8)
      #expect(!PostingPage(first: page.first, bytes: bytes).isWhole, "byte \(index)")
      #expect(!PostingPage(first: page.first, bytes: Array(page.bytes[..<index])).isWhole, "cut at \(index)")
    }
    #expect(!PostingPage(first: Gram(0x4E00), bytes: page.bytes).isWhole)
  }

  @Test func damagedListsEndWithoutATrap() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let page = PostingPage(first: Gram(rawValue: .random(in: 0...UInt64.max, using: &generator)), bytes: bytes)
      _ = page.areListsWhole(documents: 100)
      _ = (page.next, page.list(of: Gram(0x4E00), documents: 100))
      #expect(!page.isWhole)
    }
  }

  @Test func aDamagedListOfDocumentsIsNoList() throws {
    let page = try #require(BlockPages.pages(of: [30, 20, 10]).first)
    #expect(page.withUnsafeBytes { BlockPages.documents($0, fromOrdinal: 2) } == [30, 20, 10])
    for index in page.indices {
      var bytes = page
      bytes[index] ^= 0x10
      #expect(bytes.withUnsafeBytes { BlockPages.documents($0, fromOrdinal: 0) } == nil)
    }
    #expect([UInt8]().withUnsafeBytes { BlockPages.documents($0, fromOrdinal: 0) } == nil)
  }

  @Test func mergedBlocksHoldWhatTheirPartsHeld() throws {
    var generator = SeededGenerator(seed: 3)
    var inputs: [[Int64: String]] = []
    var truth: [Int64: String] = [:]
    for _ in 0..<5 {
      var texts: [Int64: String] = [:]
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        texts[Int64.random(in: 0..<400, using: &generator)] = randomText(length: 30, using: &generator)
      }
      inputs.append(texts)
      truth.merge(texts) { $1 }
    }
    let merged = try merge(inputs.map { TestBlock($0) }, capacity: 100)
    #expect(merged.map(\.documents.count) == [100, 100, 100, 100].prefix(truth.count / 100) + [truth.count % 100])
    #expect(merged.flatMap(\.documents) == truth.keys.sorted(by: >))
    for block in merged {
      let whole = TestBlock(truth.filter { block.documents.contains($0.key) })
      #expect(block.postings == whole.postings)
    }
  }

  @Test func aBlockOfOtherTextReplacesWhatStoodThere() throws {
    let merged = try merge([TestBlock([1: "降准", 2: "加息"]), TestBlock([1: "涨停"])], capacity: 10)
    #expect(merged.count == 1)
    #expect(merged[0].candidates("降准") == [])
    #expect(merged[0].candidates("涨停") == [1])
    #expect(merged[0].candidates("加息") == [2])
  }

  private func merge(_ inputs: [TestBlock], capacity: Int) throws -> [TestBlock] {
    let merger = BlockMerger(inputs.map(\.documents), capacity: capacity)
    var outputs = merger.blocks.map { TestBlock(documents: Array($0), pages: []) }
    var positions = inputs.map { _ in 0 }
    try merger.merge(
      nextPage: { input in
        defer { positions[input] += 1 }
        return positions[input] < inputs[input].pages.count ? inputs[input].pages[positions[input]] : nil
      },
      emit: { outputs[$0].pages.append($1) })
    return outputs
  }
}
