import Decoding
import ParsingSupport
import SourceForms
import Testing

@testable import WebPages

@Suite struct PageTextTests {
  private func text(_ bytes: [UInt8], _ contentType: String? = nil) -> String? {
    bytes.withUnsafeBytes { PageText.text($0, contentType: contentType) }
  }

  private func reason(_ bytes: [UInt8]) -> ParseRefusal.Reason? {
    do {
      _ = try bytes.withUnsafeBytes { try PageText.decode($0, contentType: nil) }
      return nil
    } catch { return error as? ParseRefusal.Reason }
  }

  private let chinese = "<p>星海财经</p>"

  @Test(
    arguments: [
      ("text/html; charset=gbk", "gbk"), ("text/html;charset=\"GBK\"", "GBK"),
      ("text/html; Charset = 'utf-8' ; a=b", "utf-8"), ("charset=big5", "big5"), ("text/html; charset=", nil),
      ("text/html; charset=\"\"", nil), ("text/html; charset", nil), ("text/html", nil), ("", nil),
      ("text/html; xcharset=gbk", nil), ("a=b; charset=x=y", "x=y"),
    ] as [(String, String?)])
  func theSetStandsInAParameter(contentType: String, label: String?) {
    #expect(PageText.charset(in: contentType) == label)
  }

  @Test(arguments: [
    "<meta charset=big5>", "<META CHARSET='Big5'>", "<meta http-equiv=Content-Type content='text/html; charset=big5'>",
    "<html><head><title>a</title><meta name=a content=b><meta charset=big5>",
    "<!-- <meta charset=gbk> --><meta charset=big5>",
  ])
  func aPageDeclaresItsSet(head: String) throws {
    // Rare characters, of which no guess makes anything.
    let bytes = Array(head.utf8) + (try encoded("鑫淼犇", .big5))
    #expect(text(bytes)?.hasSuffix("鑫淼犇") ?? false)
  }

  @Test func theHeaderOfTheAnswerGoesBeforeThePage() throws {
    let bytes = Array("<meta charset=gbk>".utf8) + (try encoded("鑫淼犇", .big5))
    #expect(text(bytes, "text/html; charset=big5")?.hasSuffix("鑫淼犇") ?? false)
    #expect(!(text(bytes, "text/html")?.hasSuffix("鑫淼犇") ?? true))
  }

  @Test func whatIsUTF8IsReadAsUTF8WhateverIsDeclared() {
    for label in ["gbk", "windows-1252", "euc-kr"] {
      #expect(text(Array("<meta charset=\(label)>\(chinese)".utf8))?.hasSuffix(chinese) ?? false, "\(label)")
    }
  }

  @Test func aMarkOverrulesAll() {
    let wide: [UInt8] = [0xff, 0xfe] + chinese.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(text(wide, "text/html; charset=gbk") == chinese)
    #expect(text(wide, "text/html; charset=koi8-r") == chinese)
  }

  @Test(
    arguments: [
      ("windows-1252", [0x63, 0x61, 0x66, 0xe9], "café"), ("koi8-r", [0xeb, 0xd5, 0xd2, 0xd3], "Курс"),
      ("shift_jis", [0x8b, 0xe0], "金"),
    ] as [(String, [UInt8], String)])
  func setsThatOnlyTheSystemKnowsAreReadWhereTheyAreDeclared(label: String, bytes: [UInt8], expected: String) {
    #expect(text(bytes, "text/html; charset=\(label)") == expected)
    #expect(text(Array("<meta charset=\(label)>".utf8) + bytes)?.hasSuffix(expected) ?? false)
  }

  /// No page whose tags are those of ASCII is of such a set.
  @Test(arguments: ["utf-32", "ucs-2", "no-such-set"]) func aDeclarationThatCannotBeIsNone(label: String) throws {
    let bytes = try encoded("<p>公司表示将会增加航线。</p>", .gb18030)
    #expect(text(bytes, "text/html; charset=\(label)") == "<p>公司表示将会增加航线。</p>")
  }

  @Test func aDeclarationIsLookedForAtTheStart() throws {
    let coded = try encoded("鑫淼犇", .big5)
    let blank = [UInt8](repeating: 0x20, count: 8_000)
    #expect(text(blank + Array("<meta charset=big5>".utf8) + coded)?.hasSuffix("鑫淼犇") ?? false)
    #expect(!(text(blank + blank + Array("<meta charset=big5>".utf8) + coded)?.hasSuffix("鑫淼犇") ?? true))
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(reason([]) == .empty)
    #expect(text([]) == nil)
    #expect(reason([UInt8](repeating: 0xff, count: 100)) == .binary)
    #expect(text([UInt8](repeating: 0xff, count: 100)) == nil)
    #expect(reason(Array("a".utf8)) == nil)
  }
}
