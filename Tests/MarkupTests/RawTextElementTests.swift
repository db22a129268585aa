import Testing

@testable import Markup

@Suite struct RawTextElementTests {
  @Test(arguments: RawTextElement.allCases)
  func holdsNoTagsInHTMLAlone(element: RawTextElement) {
    let text = "<\(element)>a<b>&amp;</b></\(element)>c"
    let inside = element.hasReferences ? "\"a<b>&</b>\"" : "[a<b>&amp;</b>]"
    #expect(tokens(text, .html) == ["<\(element)>", inside, "</\(element)>", "\"c\""])
    #expect(tokens(text, .xml).contains("<b>"))
    #expect(tokens(text.uppercased(), .html).count == 4)
  }

  @Test(arguments: RawTextElement.allCases)
  func codeThatDoesNotEndIsLostAndOtherTextIsNot(element: RawTextElement) {
    let rest = element.isCode ? ["[a<b>c]"] : ["\"a\"", "<b>", "\"c\""]
    #expect(tokens("<\(element)>a<b>c", .html) == ["<\(element)>"] + rest)
  }

  @Test(arguments: ["scrip", "scripts", "titl", "titles", "st", "textareas", "noframe", "x", "svg", "s\u{1}ript"])
  func namesThatOnlyBeginAlikeAreOthers(name: String) {
    #expect(tokens("<\(name)><b>", .html).last == "<b>")
  }

  /// What ends it is its own name and a blank, a slash or a bracket behind it.
  @Test(arguments: [
    ("</scripts>", true), ("</script-x>", true), ("</ script>", true), ("</style>", true), ("< /script>", true),
    ("</scr", true),
    ("</script>", false), ("</SCRIPT>", false), ("</script >", false), ("</script\n>", false), ("</script/>", false),
    ("</script x=y>", false),
  ])
  func endsAtItsOwnEndTag(piece: String, isText: Bool) {
    let found = tokens("<script>a\(piece)b</script>c", .html)
    #expect(found.contains("[a\(piece)b]") == isText)
    #expect(found.contains("[a]") != isText)
  }

  @Test func anEmptyOneHoldsNoText() {
    #expect(tokens("<title></title>a", .html) == ["<title>", "</title>", "\"a\""])
    #expect(tokens("<script/>a</script>", .html) == ["<script/>", "[a]", "</script>"])
    #expect(tokens("<script>", .html) == ["<script>"])
  }

  @Test func theEndOfOneIsNotTheEndOfAnother() {
    #expect(
      tokens("<title>a<style>b</style>c</title>", .html) == ["<title>", "\"a<style>b</style>c\"", "</title>"])
    #expect(
      tokens("<title>a<style>b</style>c<style>d</style>", .html)
        == ["<title>", "\"a\"", "<style>", "[b]", "</style>", "\"c\"", "<style>", "[d]", "</style>"])
  }
}
