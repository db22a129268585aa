import Testing

@testable import NewsParsing

@Suite struct MIMEMessageTests {
  private func fields(_ text: String) -> MIMEFields { MIMEFields(Array(text.utf8)[...]) }

  private func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

  /// The contents of the parts that hold no further ones.
  private func leaves(_ message: String) -> [String] {
    MIMEPart.leaves(of: Array(message.utf8)).map { text($0.body).trimmingCharacters }
  }

  // MARK: Fields

  @Test func aFieldIsFoundByItsNameInSmallLetters() {
    let head = fields("Subject: 货量回升\r\nFROM:  港口日报 \r\nX-Empty:\r\nno field here\r\n")
    #expect(head["subject"] == "货量回升")
    #expect(head["from"] == "港口日报")
    #expect(head["x-empty"] == "")
    #expect(head["no field here"] == nil)
  }

  @Test func aFieldGoesOnInLinesThatAreSetIn() {
    #expect(fields("Subject: 货量\n 同比\n\t回升\nFrom: a")["subject"] == "货量 同比 回升")
    #expect(fields(" 同比\nSubject: 货量")["subject"] == "货量")
  }

  @Test func theFirstOfSeveralCounts() {
    let head = fields("Received: one\nReceived: two\n three\nDate: today")
    #expect(head["received"] == "one")
    #expect(head["date"] == "today")
  }

  @Test(
    arguments: [
      ("a: b\n\nc", 6), ("a: b\r\n\r\nc", 8), ("a: b\n\r\nc", 7), ("a: b\nc", nil), ("a: b\n", nil), ("", nil),
    ] as [(String, Int?)])
  func aHeadEndsWithAnEmptyLine(_ text: String, _ end: Int?) {
    #expect(MIMEFields.end(in: Array(text.utf8), from: 0) == end)
  }

  @Test(
    arguments: [
      ("multipart/related; boundary=\"x y\"", "x y"), ("multipart/related; type=a; BOUNDARY = x ", "x"),
      ("boundary=x", nil), ("a; boundary=", nil),
      ("a; boundary=\"\"", nil), ("a; boundary", nil), ("a; boundary=x=y", "x=y"),
    ] as [(String, String?)])
  func aParameterStandsBehindTheType(_ field: String, _ value: String?) {
    #expect(MIMEPart.parameter("boundary", of: field) == value)
  }

  // MARK: Parts

  @Test func aMessageWithoutPartsIsItsOnlyOne() {
    #expect(leaves("Subject: a\n\n正文") == ["正文"])
    #expect(leaves("\n正文") == ["正文"])
    #expect(leaves("\r\n正文") == ["正文"])
    #expect(leaves("Subject: a") == [""])
  }

  @Test func partsStandBetweenTheirMarks() {
    let head = "Content-Type: multipart/mixed; boundary=x\n\n"
    #expect(leaves(head + "before\n--x\n\n甲\n--x\n\n乙\n--x--\nbehind") == ["甲", "乙"])
    #expect(leaves(head + "--x\n\n甲\n--x\n\n乙 was cut") == ["甲", "乙 was cut"])
    #expect(leaves(head + "no mark") == [])
    #expect(leaves("Content-Type: multipart/mixed\n\n甲") == ["甲"])
  }

  @Test func partsHoldParts() {
    let inner = "Content-Type: MULTIPART/alternative; boundary=y\n\n--y\n\n甲\n--y\n\n乙\n--y--\n"
    #expect(leaves("Content-Type: multipart/mixed; boundary=x\n\n--x\n\(inner)--x\n\n丙\n--x--") == ["甲", "乙", "丙"])
  }

  @Test func deeperPartsAreTakenAsTheyAre() {
    let message = { (depth: Int) in
      (0..<depth).reversed().reduce("\n甲\n") { inner, level in
        "Content-Type: multipart/mixed; boundary=b\(level)x\n\n--b\(level)x\n\(inner)--b\(level)x--\n"
      }
    }
    #expect(leaves(message(8)) == ["甲"])
    #expect(leaves(message(9)).first?.contains("--b8x") == true)
  }

  @Test(arguments: [
    ("quoted-printable", "a=3Db=\nc", "a=bc"), ("Quoted-Printable", "=E7=94=B2", "甲"), ("base64", "55Sy", "甲"),
    ("base64", "5\n5S\ny", "甲"), ("8bit", "=3D", "=3D"),
    ("7bit", "55Sy", "55Sy"), ("unheard-of", "55Sy", "55Sy"),
  ])
  func aPartIsReadAsItWasSent(_ coding: String, _ body: String, _ expected: String) {
    #expect(leaves("Content-Transfer-Encoding: \(coding)\n\n\(body)") == [expected])
  }

  @Test(arguments: [
    ("a=\r\nb=\nc", "abc"), ("=41=4a=4A", "AJJ"), ("=4", "=4"), ("=", "="), ("=zz", "=zz"), ("1=+1", "1=+1"),
    ("x=-5", "x=-5"), ("==41", "=A"),
  ])
  func quotedPrintableTakesPairsOfDigits(_ text: String, _ expected: String) {
    #expect(self.text(QuotedPrintable.decoded(Array(text.utf8)[...])) == expected)
  }

  // MARK: Words of a field

  @Test(arguments: [
    ("=?UTF-8?B?55Sy?=", "甲"), ("=?utf-8?b?55Sy?=", "甲"), ("=?UTF-8?Q?=E7=94=B2_b?=", "甲 b"),
    ("=?GB18030?B?vNc=?=", "甲"), ("Re: =?UTF-8?B?55Sy?= up", "Re: 甲 up"),
    ("=?UTF-8?B?55Sy?= =?UTF-8?B?55Sy?=", "甲甲"), ("=?UTF-8?B?55Sy?=\t=?UTF-8?Q?b?= c", "甲b c"),
    ("=?UTF-8?B?55Sy?= and =?UTF-8?Q?b?=", "甲 and b"),
    (" =?UTF-8?Q?b?=", " b"),
  ])
  func wordsThatAreNotASCIIAreDecoded(_ text: String, _ expected: String) {
    #expect(EncodedWords.decoded(text) == expected)
  }

  @Test(arguments: [
    "", "Ports grow", "=?", "=?UTF-8?X?55Sy?=", "=?UTF-8?B?55Sy", "=?UTF-8?B?55Sy? =", "a =? b ?= c", "1=?2",
  ])
  func whatOnlyLooksLikeOneStays(_ text: String) {
    #expect(EncodedWords.decoded(text) == text)
  }
}

extension String {
  /// Without line breaks at both ends.
  fileprivate var trimmingCharacters: String {
    String(drop { $0.isNewline }.reversed().drop { $0.isNewline }.reversed())
  }
}
