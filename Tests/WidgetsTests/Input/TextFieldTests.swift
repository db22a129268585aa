import Testing
import Widgets

@Suite struct TextFieldTests {
  private static let family = "👨‍👩‍👧"

  @Test func insertsBeforeTheCursor() {
    var field = TextField(text: "消费", cursor: 1)
    field.insert("金融")
    #expect(field == TextField(text: "消金融费", cursor: 3))
  }

  @Test func pastedLinesBecomeOne() {
    var field = TextField(text: "a")
    field.insert("\n600519\r\n茅台\n")
    #expect(field == TextField(text: "a600519 茅台"))
  }

  @Test func aTextThatIsTooLongIsCut() {
    var field = TextField(text: "ab", cursor: 1)
    field.insert(String(repeating: "长", count: 5_000))
    #expect(field.text.count == TextField.limit)
    #expect(field.text.hasSuffix("长b"))
    #expect(field.cursor == TextField.limit - 1)
  }

  @Test func aCombiningMarkJoinsTheCharacterBeforeIt() {
    var field = TextField(text: "ex", cursor: 1)
    field.insert("\u{301}")
    #expect(field.text.count == 2)
    #expect(field.cursor == 1)
  }

  @Test func deletesWholeCharacters() {
    var field = TextField(text: "a" + Self.family + "b", cursor: 2)
    field.deleteBackward()
    #expect(field == TextField(text: "ab", cursor: 1))
    field.deleteForward()
    #expect(field == TextField(text: "a", cursor: 1))
    field.deleteForward()
    #expect(field.text == "a")
  }

  @Test func stopsAtTheEnds() {
    var field = TextField(text: "ab")
    field.moveRight()
    #expect(field.cursor == 2)
    field.moveToStart()
    field.moveLeft()
    field.deleteBackward()
    #expect(field == TextField(text: "ab", cursor: 0))
    field.moveToEnd()
    #expect(field.cursor == 2)
  }

  @Test(arguments: [("is:unread 消费", 10), ("tag:央行  ", 8), ("  ", 2), ("a b", 1)])
  func deletesTheWordBeforeTheCursor(text: String, cursor: Int) {
    var field = TextField(text: text, cursor: cursor)
    field.deleteWordBackward()
    #expect(field == TextField(text: String(text.dropFirst(cursor)), cursor: 0))
  }

  @Test func deletingAWordLeavesThoseBeforeIt() {
    var field = TextField(text: "证券 时报  ")
    field.deleteWordBackward()
    #expect(field == TextField(text: "证券 "))
  }

  @Test func clearsToTheStart() {
    var field = TextField(text: "abc", cursor: 2)
    field.clearToStart()
    #expect(field == TextField(text: "c", cursor: 0))
  }

  @Test(arguments: [(-1, 0), (99, 3)]) func keepsTheCursorInTheText(asked: Int, actual: Int) {
    #expect(TextField(text: "abc", cursor: asked).cursor == actual)
  }
}
