import Testing

@testable import TOML

/// All mistakes of a file are found at once, each once, and what is sound is read.
struct TOMLRecoveryTests {
  @Test func theReadingGoesOnBehindEveryMistake() {
    let text = """
      theme = nord
      language = "en
      [reader
      measure = 64
      [list]
      show_tags = yes
      colors = 0x
      [list]
      mouse = true
      last = 1
      """
    #expect(
      outline(text)
        == [
          "list={}", "1:9 badValue(\"nord\")", "2:12 stringUnclosed", "3:8 headerUnclosed", "6:13 badValue(\"yes\")",
          "7:10 badNumber(\"0x\")", "8:2 alreadyDefined(key: \"list\", first: TOML.TOMLPlace(line: 5, column: 2))",
        ].joined(separator: " ! "))
  }

  @Test func aListThatIsNotClosedEndsBeforeTheNextSetting() {
    #expect(outline("a = [1,\n  2\nb = 3") == "b=3 ! 1:5 listUnclosed")
    #expect(outline("a = [1, 2\n\n[reader]\nb = 3") == "reader={b=3} ! 1:5 listUnclosed")
    #expect(outline("a = [\"x\",\n\"y z\" . k = 1") == "y z={k=1} ! 1:5 listUnclosed")
    #expect(outline("a = [[1],\n[true],\n['b']\n]\nc = 1") == "a=[[1] [true] [\"b\"]] c=1")
  }

  @Test func aTableThatIsNotClosedEndsWithItsLine() {
    #expect(outline("a = { x = 1\nb = 2") == "b=2 ! 1:5 tableUnclosed")
    #expect(outline("a = { x = 1,\n[b]\nc = 2") == "b={c=2} ! 1:5 tableUnclosed")
    #expect(outline("a = { x = [1, 2\nb = 2") == "b=2 ! 1:5 tableUnclosed ! 1:11 listUnclosed")
  }

  @Test func everyElementOfAListIsLookedAt() {
    #expect(
      outline("a = [01, 'b', nord, 2 3,, \"c\"]")
        == "a=[\"b\" 2 3 \"c\"] ! 1:6 badNumber(\"01\") ! 1:15 badValue(\"nord\") ! 1:23 commaMissing ! 1:25 valueMissing"
    )
  }

  @Test func theLinesOfAValueWhoseKeyMakesNoSenseAreNoLinesOfTheFile() {
    #expect(
      outline("my key = [\n  \"x = 1\",\n]\nb = 1")
        == "my=[\"x = 1\"] b=1 ! 1:4 equalsMissing")
    #expect(outline("= [\n1,\n]\nb = 1") == "b=1 ! 1:1 keyMissing")
  }

  @Test func keysBelowAHeaderThatCannotBeReadAreNotTakenForOthers() {
    #expect(outline("a = 1\n[b c]\na = 2") == "a=1 ! 2:4 headerUnclosed")
  }

  @Test(arguments: [
    ("theme ＝ \"nord\"", "＝", "="), ("theme＝\"nord\"", "＝", "="), ("theme = “nord”", "“", "\""),
    ("a = [1，2]", "，", ","), ("［a］", "［", "["), ("a = ［1］", "［", "["), ("　a = 1", "　", " "),
  ])
  func signsOfAnInputMethodAreNamedWithWhatIsMeant(text: String, found: String, meant: String) {
    let kinds = TOMLDocument(Array(text.utf8)).mistakes.map(\.kind)
    #expect(kinds == [.lookalike(found, instead: meant)])
  }

  @Test func aFileOfAnotherEncodingIsToldOnceAndReadOn() {
    // “主题” in GB 18030, in a comment and in a text.
    let bytes: [UInt8] =
      Array("# ".utf8) + [0xD6, 0xF7, 0xCC, 0xE2] + Array("\na = \"".utf8) + [0xD6, 0xF7] + Array("\"\nb = x".utf8)
    let document = TOMLDocument(bytes)
    #expect(
      document.mistakes == [
        TOMLMistake(.badEncoding, at: TOMLPlace(line: 1, column: 3)),
        TOMLMistake(.badValue("x"), at: TOMLPlace(line: 3, column: 5)),
      ])
    #expect(document.entries.map(\.key) == ["a"])
  }

  @Test func carriageReturnsAloneAreToldOnceAndEndLines() {
    #expect(outline("a = 1\rb = 2\r[c]\r") == "a=1 b=2 c={} ! 1:6 loneCarriageReturn")
    #expect(outline("a = 1\r\nb = 2\r\n") == "a=1 b=2")
  }

  @Test func zeroBytesAndByteOrderMarks() {
    #expect(outline("\u{FEFF}a = 1") == "a=1")
    #expect(mistakes("a = 1\n\0b = 2") == ["2:1 controlCharacter(0)"])
    #expect(mistakes("# \0\na = 1") == ["1:3 controlCharacter(0)"])
    #expect(outline("\"\\u0000\" = 1") == "\0=1")
  }
}
