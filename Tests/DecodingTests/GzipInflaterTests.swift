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

@Suite struct GzipStreamTests {
  /// "newstape\n", compressed by gzip.
  private static let member: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 203, 75, 45, 47, 46, 73, 44, 72, 229, 2, 0, 72, 185, 188, 109, 9, 0, 0, 0,
  ]

  private struct Full: Error {}

  private func inflater(_ size: Int = 256 << 10) throws -> GzipInflater {
    guard let inflater = GzipInflater(bufferSize: size) else { throw GzipInflater.Corrupt() }
    return inflater
  }

  /// What comes out of a whole stream.
  private func inflated(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Void = { _ in }) throws {
    var inflater = try self.inflater()
    try bytes.withUnsafeBytes { try inflater.feed($0, body) }
  }

  @Test func aStreamBeginsWithTwoBytes() {
    #expect(GzipInflater.isGzip(Self.member))
    #expect(!GzipInflater.isGzip([0x1f]) && !GzipInflater.isGzip([UInt8]()) && !GzipInflater.isGzip([0x1f, 0x8c]))
  }

  @Test func piecesAreAtMostAsLongAsTheBuffer() throws {
    var inflater = try self.inflater(4)
    var sizes: [Int] = []
    try Self.member.withUnsafeBytes { try inflater.feed($0) { sizes.append($0.count) } }
    #expect(sizes == [4, 4, 1])
  }

  @Test(arguments: [0, 1, 9]) func aBufferOfAnySizeWillDo(size: Int) throws {
    var inflater = try self.inflater(size)
    var output: [UInt8] = []
    try Self.member.withUnsafeBytes { try inflater.feed($0) { output += $0 } }
    #expect(String(decoding: output, as: UTF8.self) == "newstape\n")
    let isAtEnd = inflater.isAtEnd
    #expect(isAtEnd)
  }

  @Test func whatTheReceiverThrowsEndsTheReading() throws {
    #expect(throws: Full.self) { try inflated(Self.member) { _ in throw Full() } }
  }

  @Test(arguments: [12, 20, 24]) func aChangedByteIsNoticed(place: Int) throws {
    var damaged = Self.member
    damaged[place] ^= 0x55
    #expect(throws: GzipInflater.Corrupt.self) { try inflated(damaged) }
  }

  /// What begins as a member does behind the last one must be one.
  @Test func whatFollowsTheLastMemberIsIgnoredUnlessItBeginsAsOne() throws {
    var ignoring = try inflater()
    try (Self.member + Array("tail".utf8)).withUnsafeBytes { try ignoring.feed($0) { _ in } }
    try Self.member.withUnsafeBytes { try ignoring.feed($0) { _ in Issue.record("read behind the end") } }
    let isAtEnd = ignoring.isAtEnd
    #expect(isAtEnd)
    #expect(throws: GzipInflater.Corrupt.self) { try inflated(Self.member + [0x1f, 0x00, 0x00]) }
  }

  @Test func nothingReadIsAnEndAndHalfAMemberIsNone() throws {
    var inflater = try self.inflater()
    var ends = [inflater.isAtEnd]
    for piece in [Self.member.prefix(11), Self.member.dropFirst(11)] {
      try Array(piece).withUnsafeBytes { try inflater.feed($0) { _ in } }
      ends.append(inflater.isAtEnd)
    }
    #expect(ends == [true, false, true])
  }
}
