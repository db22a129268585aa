/// How the rows of a block are numbered: the block above, what the row holds below.
///
/// A block's posting pages come first, by the first gram of each, then the pages that list its documents, by their first ordinal.
/// So a block is one range of row numbers, and the page of a gram is the last one that does not begin after it.
package enum BlockPages {
  /// Grows when blocks are written in another form: those of another number cannot be read.
  package static let version: Int64 = 2

  /// Blocks have numbers below this.
  package static let blockLimit: Int64 = 1 << (63 - Int64(Gram.bits))

  /// All rows of a block.
  package static func rows(ofBlock block: Int64) -> Range<Int64> {
    block << Int64(Gram.bits)..<(block + 1) << Int64(Gram.bits)
  }

  /// The block that a row belongs to.
  package static func block(ofRow row: Int64) -> Int64 { row >> Int64(Gram.bits) }

  /// The row of the page that begins with a gram.
  package static func row(of gram: Gram, inBlock block: Int64) -> Int64 {
    block << Int64(Gram.bits) | Int64(gram.rawValue)
  }

  /// The gram with which the page of a row begins.
  package static func gram(ofRow row: Int64) -> Gram {
    Gram(rawValue: UInt64(row & (1 << Int64(Gram.bits) - 1)))
  }

  /// Three characters and more never lead a gram's value here.
  private static let documentMark: Int64 = 3 << 42

  /// The row that lists the document of an ordinal.
  package static func row(ofOrdinal ordinal: Int, inBlock block: Int64) -> Int64 {
    block << Int64(Gram.bits) | documentMark | Int64(ordinal / documentsOnPage)
  }

  /// The rows that list the documents of a block.
  package static func documentRows(ofBlock block: Int64) -> Range<Int64> {
    block << Int64(Gram.bits) | documentMark..<rows(ofBlock: block).upperBound
  }

  /// How many documents a row lists, but for the last one.
  package static let documentsOnPage = 500

  /// The bytes of the rows that list these documents, in order: a seal (`PageSeal`), then eight bytes a document.
  package static func pages(of documents: some Collection<Int64>) -> [[UInt8]] {
    let documents = Array(documents)
    return stride(from: 0, to: documents.count, by: documentsOnPage).map { start in
      var page = [UInt8](repeating: 0, count: PageSeal.size)
      for document in documents[start..<min(start + documentsOnPage, documents.count)] {
        withUnsafeBytes(of: document.littleEndian) { page += $0 }
      }
      PageSeal.seal(&page, place: UInt64(start))
      return page
    }
  }

  /// The documents that the row of an ordinal lists; nil where the bytes are not those that were written.
  package static func documents(_ page: UnsafeRawBufferPointer, fromOrdinal ordinal: Int) -> [Int64]? {
    let start = ordinal / documentsOnPage * documentsOnPage
    guard PageSeal.isWhole(page, place: UInt64(start)) else { return nil }
    return (1..<max(1, page.count / 8)).map {
      Int64(littleEndian: page.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self))
    }
  }
}
