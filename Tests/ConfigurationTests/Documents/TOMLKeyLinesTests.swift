import Testing

@testable import Configuration

struct TOMLKeyLinesTests {
  @Test func findsKeysOfTablesAndDottedKeys() {
    let lines = TOMLKeyLines(
      """
      theme = "nord"   # a remark = "not a key"

      [reader]
      measure = 64
      list.show_tags = true
      """)
    #expect(lines[["theme"]] == 1)
    #expect(lines[["reader"]] == 3)
    #expect(lines[["reader", "measure"]] == 4)
    #expect(lines[["reader", "list", "show_tags"]] == 5)
    #expect(lines[["a remark"]] == nil)
  }

  @Test func quotedKeysKeepTheirDots() {
    let lines = TOMLKeyLines("'ui.text' = 1\n\"ui.border\" . fg = 2")
    #expect(lines[["ui.text"]] == 1)
    #expect(lines[["ui.border", "fg"]] == 2)
  }

  @Test func stringsAndArraysOfSeveralLinesHideWhatLooksLikeKeys() {
    let lines = TOMLKeyLines(
      #"""
      text = """
      inside = 1 ""
      \""" still = 2"""
      literal = '''
      [no.table]'''
      list = [  # comment = ]
        "a = 1",
        [ 'b' ],
      ]
      after = 1
      """#)
    #expect(lines[["inside"]] == nil)
    #expect(lines[["still"]] == nil)
    #expect(lines[["no"]] == nil)
    #expect(lines[["literal"]] == 4)
    #expect(lines[["list"]] == 6)
    #expect(lines[["after"]] == 10)
  }

  @Test func membersOfInlineTablesHaveLinesOfTheirOwn() {
    let lines = TOMLKeyLines("\nstyle = { fg = \"red\", modifiers = [\"bold\"], deep = { x = 1 } }\r\nnext = 1")
    #expect(lines[["style", "modifiers"]] == 2)
    #expect(lines[["style", "deep", "x"]] == 2)
    #expect(lines[["next"]] == 3)
  }

  @Test(arguments: [
    "", "[", "[[", "=", "a", "a =", "a = [", "a = {", "a = \"", "a = '''", "a = \"\\", "]]]", "a = {}}",
  ])
  func brokenFilesEndTheScan(text: String) {
    #expect(TOMLKeyLines(text)[["nowhere"]] == nil)
  }
}
