import ParsingSupport
import Testing

@testable import Decoding
@testable import FeedParsing

struct FeedBytesTests {
  private static let title = "远帆航运上半年货量回升，港口吞吐创新高"

  private func xml(_ encoding: String?, title: String = FeedBytesTests.title) -> String {
    "<?xml version=\"1.0\"\(encoding.map { " encoding=\"\($0)\"" } ?? "")?><rss><channel><title>\(title)</title></channel></rss>"
  }

  private func title(_ bytes: [UInt8], contentType: String? = nil) throws -> String? {
    try FeedParser.parse(bytes, context: FeedContext(contentType: contentType)).get().title
  }

  @Test(arguments: [("gb2312", TextEncoding.gb18030), ("GBK", .gb18030), ("big5", .big5), ("utf-8", .utf8)])
  func theDeclarationNamesTheSet(label: String, encoding: TextEncoding) throws {
    let title = encoding == .big5 ? "遠帆航運上半年貨量回升" : Self.title
    #expect(try self.title(encoded(xml(label, title: title), encoding)) == title)
  }

  @Test func theHeaderOutweighsTheDeclaration() throws {
    let bytes = try encoded(xml("iso-8859-1"), .gb18030)
    #expect(try title(bytes, contentType: "text/xml; charset=\"gb18030\"") == Self.title)
  }

  @Test func whatIsSoundUTF8IsUTF8WhateverIsDeclared() throws {
    let result = try FeedParser.parse(Array(xml("gb2312").utf8)).get()
    #expect(result.title == Self.title)
    #expect(result.notes == [.wrongCharset(declared: "GB18030", actual: "UTF-8")])
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func wideCharactersWithAndWithoutMark(encoding: TextEncoding) throws {
    let bytes = try encoded(xml("utf-16"), encoding)
    #expect(try title(bytes) == Self.title)
    let mark: [UInt8] = encoding == .utf16BigEndian ? [0xfe, 0xff] : [0xff, 0xfe]
    #expect(try title(mark + bytes) == Self.title)
  }

  @Test func anUndeclaredSetIsGuessed() throws {
    #expect(try title(encoded(xml(nil), .gb18030)) == Self.title)
    let western = Array(xml(nil, title: "Café Müller").unicodeScalars).map { UInt8($0.value) }
    #expect(try title(western) == "Café Müller")
  }

  @Test func aDamagedPlaceCostsOnlyItself() throws {
    var bytes = Array(xml("utf-8").utf8)
    let place = bytes.count - 40
    bytes.insert(0xff, at: place)
    let result = try FeedParser.parse(bytes).get()
    #expect(result.title?.hasPrefix("远帆航运") == true)
    #expect(result.notes == [.invalidBytes])
  }

  @Test func soundUTF8IsNotCopied() {
    Array(xml("utf-8").utf8).withUnsafeBytes { bytes in
      #expect(FeedBytes(bytes, contentType: nil).converted == nil)
    }
  }

  @Test func labelsThatAreNoLabelsGoNowhere() {
    #expect(CharsetLabel("utf-8//IGNORE") == nil)
    #expect(CharsetLabel("us-ascii") == nil)
    #expect(CharsetLabel("Latin-1")?.name == "WINDOWS-1252")
  }
}
