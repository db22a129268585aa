import Testing

@testable import TOML

/// What the specification allows as a value, and what it forbids.
struct TOMLValueTests {
  @Test(arguments: [
    ("a = 0", "a=0"), ("a = +17", "a=17"), ("a = -0", "a=0"), ("a = 1_000_000", "a=1000000"),
    ("a = 9223372036854775807", "a=9223372036854775807"), ("a = -9223372036854775808", "a=-9223372036854775808"),
    ("a = 0xDEAD_beef", "a=3735928559"), ("a = 0o755", "a=493"), ("a = 0b1101", "a=13"), ("a = 0x0F", "a=15"),
  ])
  func wholeNumbers(text: String, expected: String) { #expect(outline(text) == expected) }

  @Test(arguments: [
    "1.5", "+0.25", "-3.0", "5e+22", "1e06", "-2E-2", "6.626e-34", "0e0", "1_000.000_1", "inf", "+inf", "-inf", "nan",
    "-nan",
  ])
  func fractionsAreKeptAsWritten(text: String) { #expect(outline("a = \(text)") == "a=f\(text)") }

  @Test(arguments: [
    "007", "-01", "1__0", "_1", "1_", "0x", "0x_1", "0xG", "0o8", "0b2", "+0x1", "1.", ".5",
    "1.e2", "1._5", "1e", "1e5_", "1.2.3", "03.1", "0_0", "--1", "1-2", "0XFF",
  ])
  func numbersThatTheNotationForbidsAreMistakes(text: String) {
    let kinds = TOMLDocument(Array("a = \(text)".utf8)).mistakes.map(\.kind)
    #expect(kinds == [.badNumber(text)] || kinds == [.badValue(text)])
  }

  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFF1"])
  func numbersBeyond64BitsAreMistakes(text: String) {
    #expect(TOMLDocument(Array("a = \(text)".utf8)).mistakes.map(\.kind) == [.numberTooLarge(text)])
  }

  @Test(arguments: [
    "2031-05-27T07:32:00Z", "2031-05-27t00:32:00.999999-07:00", "2031-05-27 07:32:00+08:00", "2031-05-27T07:32:00",
    "2031-05-27", "2032-02-29", "2000-02-29", "07:32:00", "23:59:60", "00:00:00.5",
  ])
  func momentsAreKeptAsWritten(text: String) {
    #expect(outline("a = \(text) # remark\nb = 1") == "a=m\(text) b=1")
    #expect(outline("a = [\(text), 1]") == "a=[m\(text) 1]")
  }

  @Test(arguments: [
    "2031-13-01", "2031-00-10", "2031-02-29", "1900-02-29", "2031-04-31", "2031-04-00", "2031-5-27", "24:00:00",
    "07:60:00",
    "07:32", "07:32:61", "07:32:00.", "2031-05-27T", "2031-05-27T07:32:00+25:00", "2031-05-27T07:32:00X",
    "2031-05-27 7:32:00",
    "2031-05-27Z",
  ])
  func momentsThatDoNotExistAreMistakes(text: String) {
    let document = TOMLDocument(Array("a = \(text)\nb = 1".utf8))
    #expect(document.mistakes.map(\.kind) == [.badMoment(text)])
    #expect(document.entries.map(\.key) == ["b"])
  }

  @Test func flagsAreWrittenInSmallLetters() {
    #expect(outline("a = true\nb = false") == "a=true b=false")
    #expect(mistakes("a = True\nb = yes") == ["1:5 badValue(\"True\")", "2:5 badValue(\"yes\")"])
  }

  @Test func textsInOneLine() {
    #expect(outline(#"a = "tab\t quote\" back\\ 中""#) == "a=\"tab\t quote\" back\\ 中\"")
    #expect(outline(#"a = "\u4e2d\U0001F4C8\b\f\r\n""#) == "a=\"中📈\u{8}\u{C}\r\n\"")
    #expect(outline(#"a = 'C:\new "x" \'"#) == "a=\"C:\\new \"x\" \\\"")
    #expect(outline("a = \"\"\nb = ''") == "a=\"\" b=\"\"")
    #expect(outline("a = \"a # b\" # remark") == "a=\"a # b\"")
  }

  @Test func textsOfSeveralLines() {
    #expect(outline("a = \"\"\"\nfirst\nsecond\"\"\"") == "a=\"first\nsecond\"")
    #expect(outline("a = \"\"\"\r\nfirst\r\nsecond\"\"\"") == "a=\"first\nsecond\"")
    #expect(outline("a = \"\"\"one \\  \n\n   two\"\"\"") == "a=\"one two\"")
    #expect(outline("a = \"\"\"\"quoted\"\"\"\"\"") == "a=\"\"quoted\"\"\"")
    #expect(outline("a = '''it''s \\n\n'''''") == "a=\"it''s \\n\n''\"")
    #expect(outline("a = \"\"\"\"\"\"\nb = ''''''") == "a=\"\" b=\"\"")
  }

  @Test func mistakesWithinTextsAreAllFound() {
    #expect(
      mistakes(#"a = "\q \u12 \uD800 \UFFFFFFFF ok""#) == [
        #"1:6 badEscape("\\q")"#, #"1:9 badEscape("\\u12")"#, #"1:14 badEscape("\\uD800")"#,
        #"1:21 badEscape("\\UFFFFFFFF")"#,
      ])
    #expect(mistakes("a = \"x\u{1}y\u{7F}\"") == ["1:7 controlCharacter(1)", "1:9 controlCharacter(127)"])
    #expect(mistakes("a = \"open\nb = 1") == ["1:5 stringUnclosed"])
    #expect(mistakes("a = \"open\\") == ["1:5 stringUnclosed", "1:10 badEscape(\"\\\\\")"])
    #expect(mistakes("\n a = '''open\nb = 1\n") == ["2:6 stringUnclosed"])
  }

  @Test func listsHoldAnythingOverAnyLines() {
    #expect(outline("a = []\nb = [ ]") == "a=[] b=[]")
    #expect(outline("a = [1, \"x\", [true], {y = 1.5},]") == "a=[1 \"x\" [true] {y=f1.5}]")
    #expect(outline("a = [ # why\n  1, # one\n\n  2 # two\n]") == "a=[1 2]")
  }

  @Test func inlineTablesStandInOneLine() {
    #expect(outline("a = {}\nb = { x.y = 1, x.z = 2, \"q r\" = [] }") == "a={} b={x={y=1 z=2} q r=[]}")
    #expect(mistakes("a = { x = 1, }") == ["1:12 commaAtEnd"])
    #expect(mistakes("a = {\n x = 1,\n y = 2\n}\nb = 1") == ["1:5 tableOfSeveralLines"])
    #expect(
      mistakes("a = { x = 1, x = 2 }") == ["1:14 alreadyDefined(key: \"x\", first: TOML.TOMLPlace(line: 1, column: 7))"]
    )
  }
}
