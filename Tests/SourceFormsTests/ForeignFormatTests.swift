import Testing

@testable import SourceForms

@Suite struct ForeignFormatTests {
  private func detect(_ bytes: [UInt8], isMarked: Bool = false, isPage: Bool = true) -> ForeignFormat? {
    bytes.withUnsafeBytes { ForeignFormat.detect($0, isMarked: isMarked, isPage: isPage) }
  }

  private func detect(_ text: String, isMarked: Bool = false, isPage: Bool = true) -> ForeignFormat? {
    detect(Array(text.utf8), isMarked: isMarked, isPage: isPage)
  }

  private static func filled(_ offset: Int, _ mark: String) -> [UInt8] {
    [UInt8](repeating: 0x20, count: offset) + Array(mark.utf8)
  }

  // MARK: - Bytes

  private static let signatures: [([UInt8], ForeignFormat)] = [
    (Array("%PDF-1.7".utf8), .pdf), ([0xd0, 0xcf, 0x11, 0xe0, 0xa1], .officeDocument),
    ([0x50, 0x4b, 0x03, 0x04], .zip),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], .xz), (Array("BZh9".utf8), .bzip2), ([0x28, 0xb5, 0x2f, 0xfd], .zstandard),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip), (Array("Rar!\u{1a}".utf8), .rar), (filled(257, "ustar"), .tar),
    (Array("SQLite format 3\0".utf8), .sqlite), (Array("PAR1".utf8), .parquet), (Array("ARROW1".utf8), .arrow),
    (Array("FEA1".utf8), .arrow), (Array("Obj\u{1}".utf8), .columns), (Array("ORC".utf8), .columns),
    ([0x80, 0x02], .pickle),
    ([0x80, 0x05, 0x95], .pickle), ([0x93] + Array("NUMPY".utf8), .arrays), ([0x89] + Array("HDF\r\n".utf8), .arrays),
    ([0x89] + Array("PNG\r\n".utf8), .image), ([0xff, 0xd8, 0xff, 0xe0], .image), (Array("GIF89a".utf8), .image),
    (Array("RIFF1234WEBP".utf8), .image), (Array("1234ftypisom".utf8), .audioOrVideo),
    (Array("ID3\u{3}".utf8), .audioOrVideo),
    (Array("OggS".utf8), .audioOrVideo), (Array("RIFF1234WAVE".utf8), .audioOrVideo), (Array("wOF2".utf8), .font),
    ([0x7f] + Array("ELF".utf8), .program), ([0xca, 0xfe, 0xba, 0xbe], .program), ([0x4d, 0x5a, 0x90, 0x00], .program),
  ]

  /// Bytes tell more certainly than what an input seems to be.
  @Test(arguments: signatures) func filesOfBytesAreToldByTheirStart(bytes: [UInt8], format: ForeignFormat) {
    #expect(detect(bytes) == format)
    #expect(detect(bytes, isMarked: true, isPage: false) == format)
    #expect(detect(bytes + [1, 2, 3]) == format)
  }

  @Test(arguments: signatures) func aStartThatIsCutOrMovedIsNone(bytes: [UInt8], format: ForeignFormat) {
    #expect(detect(bytes.prefix(1) + [0x20], isMarked: true) == nil)
    #expect(detect([0x0a] + bytes, isMarked: true) == nil)
  }

  @Test(arguments: [
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "xl/workbook.xml", "word/a", "ppt/a", "mimetype",
  ])
  func documentsOfOfficesAreArchives(name: String) {
    let head: [UInt8] = [0x50, 0x4b, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
    #expect(detect(head + Array(name.utf8)) == .officeDocument)
    #expect(detect(head + Array("pages/\(name)".utf8)) == .zip)
  }

  @Test func otherBytesAreLeftToOthers() {
    #expect(detect([0, 1, 2, 3]) == nil)
    #expect(detect([UInt8]()) == nil)
  }

  // MARK: - What a text says of itself

  private static let texts: [(String, ForeignFormat)] = [
    ("filedesc://news.arc 0.0.0.0", .arc), ("{\\rtf1\\ansi 星海财经}", .rtf), ("%!PS-Adobe-3.0", .postScript),
    ("-----BEGIN CERTIFICATE-----\nMIIC", .key), ("---- BEGIN SSH2 PUBLIC KEY ----", .key),
    ("BEGIN:VCALENDAR\r\nVERSION:2.0", .calendar),
    ("BEGIN:VCARD", .calendar), ("HTTP/1.1 200 OK\r\nContent-Type: text/html", .httpAnswer),
    ("HTTP/2 301\r\n", .httpAnswer),
    ("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body/></opml>", .subscriptions),
    ("<DOC>\n<DOCNO>7</DOCNO>\n<TEXT>Gold rose.</TEXT>\n</DOC>", .sgml),
    ("<!DOCTYPE lewis SYSTEM \"lewis.dtd\"><reuters>a</reuters>", .sgml),
    ("<?xml version=\"1.0\"?><catalogue><entry>a</entry></catalogue>", .xml),
    ("<prices><price>3</price></prices>", .xml),
    ("['云杉动力', 3, 'b']", .pythonLiterals), ("{'title': '云杉动力', 'n': 1}", .pythonLiterals),
    ("WEBVTT\n\n00:01.000 --> 00:02.000", .subtitles),
    ("1\r\n00:00:01,000 --> 00:00:02,500\r\n云杉动力", .subtitles),
    ("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@", .patch),
    ("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b", .patch), ("Index: x\n===\n--- x\n+++ x\n@@ -1 @@", .patch),
    ("#!/bin/sh\necho", .sourceCode), ("<?php echo 1;", .sourceCode),
    ("<%@ page import=\"a\"", .sourceCode), ("\\documentclass{article}\n\\begin{document}", .latex),
    ("% a note\n\\begin{table}", .latex),
  ]

  @Test(arguments: texts) func textsAreToldByWhatTheySayOfThemselves(text: String, format: ForeignFormat) {
    #expect(detect(text, isPage: false) == format)
    #expect(detect(" \n\u{feff}" + text, isPage: false) == format)
    #expect(detect(text, isMarked: true) == nil)
  }

  @Test(arguments: [
    "云杉动力公布了年报。", "HTTPS is now used by most banks.", "BEGIN: a new year", "--- a/x\nno change", "Index: gold up",
    "<rss><channel/></rss>",
    "<html><body>a</body></html>", "<my-element>a</my-element>", "<云杉动力>公告 </p>", "100 days --> gone", "\\ a line",
    "['a']", "{'a': 1}", "% up",
  ])
  func otherTextsAreNot(text: String) { #expect(detect(text, isPage: false) == nil) }

  @Test func textsInOtherSetsAreReadToo() {
    let text = Array("<?xml version=\"1.0\"?><catalogue>".utf8) + [0xbd, 0xf0] + Array("</catalogue>".utf8)
    #expect(detect(text) == .xml)
    let wide: [UInt8] = [0xff, 0xfe] + "{\\rtf1".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(detect(wide) == .rtf)
  }

  @Test func noMoreThanASampleIsLookedAt() {
    let start = "diff --git a/x b/x\n" + String(repeating: "x", count: ForeignFormat.sampleSize)
    #expect(detect(start + "\n@@ -1 +1 @@", isPage: false) == nil)
  }

  // MARK: - What lines have in common

  private static let shapes: [(String, ForeignFormat)] = [
    ("https://a.example/feed\nhttps://b.example/feed\nhttp://c.example/", .subscriptions),
    ("2031-02-03 10:00:01 INFO started\n2031-02-03 10:00:02 WARN slow\n2031-02-03 10:00:03 ERROR gone", .log),
    ("[main]\nname = a\ncolour=b\n# a note", .configuration), ("title: a\nitems:\n  - b\n  - c", .yaml),
    ("a|b|c\n1|2|3\n4|5|6", .rows), ("a\tb\tc\n1\t2\t3\n4\t5\t6", .rows),
    ((0..<4).map { _ in String(repeating: "QUJD", count: 16) }.joined(separator: "\n"), .encoded),
    ("import os\n\ndef run(a):\n  return a\nx = run(1)\nfor y in x:\n  print(y)", .sourceCode),
  ]

  @Test(arguments: shapes) func aPageOfMachinesIsToldByItsLines(text: String, format: ForeignFormat) {
    #expect(detect(text) == format)
    #expect(detect(text, isPage: false) == nil)
  }

  @Test func anArticleIsNone() {
    let article = """
      云杉动力前三季度净利翻倍
      来源：星海财经
      时间：2031-02-03 10:00
      云杉动力昨日公布三季报，公司当季收入同比增长四成。
      公司表示，新厂房明年投产，届时产能将达到两万吨。
      """
    #expect(detect(article) == nil)
  }
}
