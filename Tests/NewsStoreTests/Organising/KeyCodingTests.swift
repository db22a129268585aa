import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct KeyCodingTests {
  @Test func keysComeBackInOrder() {
    let keys = [900, 1, 128, 127, Int64.max, 2, 3, 1_000_000].map { ArticleKey($0) }
    #expect(KeyCoding.keys(KeyCoding.encode(keys)) == keys.sorted { $0.rawValue < $1.rawValue })
    #expect(KeyCoding.keys(KeyCoding.encode([])) == [])
  }

  @Test func neighboursTakeAByteEach() {
    #expect(KeyCoding.encode((1...1_000).map { ArticleKey($0) }).count == 1_000)
  }

  @Test(arguments: [[0x80], [0x01, 0xFF], [UInt8](repeating: 0x80, count: 11)] as [[UInt8]])
  func bytesThatWereCutAreRefused(bytes: [UInt8]) {
    #expect(KeyCoding.keys(Data(bytes)) == nil)
  }
}
