import ParsingSupport
import SourceForms
import Testing

@testable import Decoding
@testable import Records

@Suite struct MarkedLineTranscoderTests {
  private func lines(_ text: String) -> String { json(text, by: MarkedLineTranscoder.self) }

  @Test(arguments: [
    ("7_!_104_!_财经_!_云杉动力增产_!_产线,电池", #"{"id":"7","category":"财经","title":"云杉动力增产","keywords":"产线,电池"}"#),
    ("7_!_104_!_财经_!_云杉动力增产_!_\n", #"{"id":"7","category":"财经","title":"云杉动力增产"}"#),
    ("7_!__!__!_甲_!_乙_!_丙", #"{"id":"7","title":"甲","keywords":"乙"}"#), ("  7_!_1\r\n", #"{"id":"7"}"#), ("\n \n", ""),
    ("a_!_b\nc_!_d\n", #"{"id":"a"}{"id":"c"}"#),
  ])
  func cellsGetTheirNamesInOrder(text: String, expected: String) {
    #expect(lines(text) == expected)
  }

  @Test func refusalsNameTheLineInPiecesOfAnySize() {
    let text = "1_!_1_!_财经_!_甲_!_\n\n2_!_1_!_财经_!__!_\n3_!_1_!_财经_!_乙_!_"
    for piece in [1, 5, 1_000] {
      #expect(read(text, as: .markedLines, piece: piece).outline == ["甲", "noArticleFields 3", "乙"])
    }
  }

  @Test(arguments: [
    ("a_!_b_!_c_!_d", true), ("_!__!__!_", true), ("a_!_b_!_c", false), ("<a>_!__!__!_", false), ("", false),
  ])
  func threeMarksInTheFirstLineTellTheForm(text: String, isTold: Bool) {
    #expect(isMet(.markedLines, text) == isTold)
    #expect(!isMet(.markedLines, "甲\n" + text))
  }
}

@Suite struct ColumnGuessTests {
  private func names(_ known: [String] = [], _ values: String?...) -> [String] { ColumnGuess.names(known, for: values) }

  @Test func cellsAreCalledByWhatTheyLookLike() {
    #expect(
      names([], "7", "云杉动力增产计划", "公司公布了上半年的数据。", "2031-06-15 05:42", "https://a.example/1")
        == ["column 1", "title", "text", "published", "url"])
  }

  @Test func theLongestTextIsTheTextUnlessItIsAlone() {
    #expect(names([], "公司公布了上半年的数据。", "云杉动力增产计划") == ["text", "title"])
    #expect(names([], "云杉动力增产计划") == ["title"])
    #expect(names(["title"], "甲", "云杉动力增产计划") == ["title", "text"])
    #expect(names(["text"], "甲", "云杉动力增产计划") == ["text", "title"])
  }

  @Test func eachFieldIsNamedOnce() {
    #expect(
      names([], "2031-06-15", "2031-06-14", "https://a.example/1", "http://a.example/2")
        == ["published", "column 2", "url", "column 4"])
    #expect(names(["date"], "x", "2031-06-14") == ["date", "column 2"])
  }

  @Test func namesThatAreThereStay() {
    #expect(names(["a", "b", "c"], "1", "2") == ["a", "b"])
    #expect(names(["a", "b"], "1", "2") == ["a", "b"])
    #expect(names(["a"], nil, nil, "") == ["a", "column 2", "column 3"])
    #expect(names() == [])
  }

  @Test(arguments: ["财经", "headline", "two words", "7", "-1.5", "", " ", "六月十五", "abcdef"])
  func aWordOrANumberIsNothing(
    _ value: String
  ) {
    #expect(names([], value) == ["column 1"])
  }

  @Test(arguments: [
    ("Ports add berths", "title"), ("云杉动力增产", "title"), ("1-2", "column 1"), ("06-15", "column 1"),
    ("http:/x", "column 1"),
  ])
  func aHeadlineHasSixSignsOrThreeWords(value: String, name: String) {
    #expect(names([], value) == [name])
  }
}

/// Bytes on their way to a transcoder: cut behind lines, and in UTF-8.
@Suite struct UTF8LinesTests {
  private func pieces(_ bytes: [UInt8], _ size: Int) -> [String] {
    var lines = UTF8Lines()
    return stride(from: 0, to: bytes.count, by: size).map { start in
      let end = min(bytes.count, start + size)
      return Array(bytes[start..<end]).withUnsafeBytes { piece in
        String(decoding: lines.convert(piece, isLast: end == bytes.count), as: UTF8.self)
      }
    }
  }

  @Test func whatIsHandedOverEndsBehindALine() {
    #expect(pieces(Array("ab\ncd\nef".utf8), 4) == ["ab\n", "cd\nef"])
    #expect(pieces(Array("ab\ncd\nef".utf8), 1) == ["", "", "ab\n", "", "", "cd\n", "", "ef"])
    #expect(pieces(Array("a\nb\nc".utf8), 100) == ["a\nb\nc"])
  }

  @Test func charactersAreNotCutApart() {
    let text = "远帆航运\n货量回升\n"
    for size in 1...5 {
      let found = pieces(Array(text.utf8), size)
      #expect(found.joined() == text && found.allSatisfy { !$0.contains("\u{fffd}") })
    }
  }

  @Test func linesInAnotherSetBecomeUTF8WhateverThePieces() throws {
    let bytes = try Array("title: 甲\n".utf8) + encoded("远帆航运货量回升，公司公布了数据。\n", .gb18030) + Array("x: 乙\n".utf8)
    for size in [1, 7, 1_000] {
      #expect(pieces(bytes, size).joined() == "title: 甲\n远帆航运货量回升，公司公布了数据。\nx: 乙\n", "in pieces of \(size)")
    }
  }

  @Test func aLineWithoutEndIsNotWaitedFor() {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 4 << 20)
    #expect(pieces(long + [0x61], 4 << 20).map(\.utf8.count) == [0, 4 << 20 + 1])
    #expect(pieces(long + [0x61, 0x62], 4 << 20 + 1).map(\.utf8.count) == [4 << 20 + 1, 1])
  }
}
