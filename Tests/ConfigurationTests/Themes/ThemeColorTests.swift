import Testing

@testable import Configuration

struct ThemeColorTests {
  @Test func readsTheThreeNotations() {
    #expect(ThemeColor("#0Af010") == .rgb(red: 0x0A, green: 0xF0, blue: 0x10))
    #expect(ThemeColor("default") == .standard)
    #expect(ThemeColor("black") == .ansi(0))
    #expect(ThemeColor("bright-white") == .ansi(15))
  }

  @Test(arguments: ["", "#", "#fff", "#12345g", "#+12345", "#1234567", "mauve", "Red", "123456", "#１２３４５６"])
  func refusesEverythingElse(text: String) {
    #expect(ThemeColor(text) == nil)
  }

  @Test func modifiersHaveTheBitsOfTheirOrder() {
    #expect(
      ThemeModifiers.names.compactMap(ThemeModifiers.init(name:)) == [.bold, .dim, .italic, .underline, .reverse])
    #expect(ThemeModifiers(name: "blink") == nil)
  }
}
