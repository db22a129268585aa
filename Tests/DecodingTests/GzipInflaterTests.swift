import Foundation
import Testing

@testable import Decoding

@Suite struct GzipInflaterTests {
  /// "newstape\n", compressed by gzip.
  private let member: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 203, 75, 45, 47, 46, 73, 44, 72, 229, 2, 0, 72, 185, 188, 109, 9, 0, 0, 0,
  ]

  private func inflate(_ bytes: [UInt8], piece: Int, buffer: Int = 4) throws -> (text: String, isAtEnd: Bool) {
    guard var inflater = GzipInflater(bufferSize: buffer) else { throw GzipInflater.Corrupt() }
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try Array(bytes[start..<min(bytes.count, start + piece)]).withUnsafeBytes { piece in
        try inflater.feed(piece) { output.append(contentsOf: $0) }
      }
    }
    return (String(decoding: output, as: UTF8.self), inflater.isAtEnd)
  }

  @Test(arguments: [1, 3, 1_000]) func piecesOfAnySize(_ piece: Int) throws {
    let result = try inflate(member, piece: piece)
    #expect(result.text == "newstape\n")
    #expect(result.isAtEnd)
  }

  @Test(arguments: [1, 1_000]) func severalMembers(_ piece: Int) throws {
    #expect(try inflate(member + member, piece: piece).text == "newstape\nnewstape\n")
  }

  @Test func paddingBehindTheLastMemberIsIgnored() throws {
    #expect(try inflate(member + [0, 0, 0, 0], piece: 7).text == "newstape\n")
  }

  @Test func aStreamCutShortIsNotAtItsEnd() throws {
    #expect(try inflate(Array(member.dropLast(6)), piece: 100).isAtEnd == false)
  }

  @Test func otherBytesAreCorrupt() {
    #expect(throws: GzipInflater.Corrupt.self) { _ = try inflate(Array("plain text".utf8), piece: 100) }
  }
}
