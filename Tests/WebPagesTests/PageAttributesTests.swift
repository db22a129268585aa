import Testing

@testable import WebPages

@Suite struct PageAttributesTests {
  private func attributes(_ tag: String) throws -> PageAttributes {
    try withTree("<\(tag)>") { tree in
      PageAttributes(of: try #require(tree.nodes.indices.first { tree.nodes[$0].kind == .element }), in: tree)
    }
  }

  @Test(arguments: [
    "div class=sidebar", "div ID='sidebar'", "div role=\"complementary\"", "div data-a=1 CLASS='x sidebar'",
  ])
  func namesStandInThreeAttributes(tag: String) throws { #expect(try attributes(tag).hint == .frame) }

  @Test(arguments: [
    "div", "div name=sidebar", "div title=sidebar", "div data-class=sidebar", "div class", "div class=''",
  ])
  func othersSayNothing(tag: String) throws { #expect(try attributes(tag).hint == nil) }

  @Test func theStrongestWordOfAllCounts() throws {
    #expect(try attributes("div class=byline id=comments role=menu").hint == .foreign)
    #expect(try attributes("div id=comments class=byline").hint == .foreign)
    #expect(try attributes("div class=author id=content").hint == .author)
  }

  @Test func aLongValueIsNoName() throws {
    let filler = String(repeating: "x ", count: 196)
    #expect(try attributes("div class='\(filler)sidebar'").hint == .frame)
    #expect(try attributes("div class='\(filler)x sidebar'").hint == nil)
  }

  @Test(arguments: [
    "div hidden", "div hidden=''", "div HIDDEN=until-found", "p style='display:none'",
    "p style=\"color: red; DISPLAY : none;\"", "p style='visibility: hidden'",
  ])
  func stylesTakeFromSight(tag: String) throws { #expect(try attributes(tag).isStyledAway) }

  @Test(arguments: [
    "div", "p style='display:block'", "p style=''", "p data-hidden", "p class=hidden", "p style='visibility:visible'",
    "p style='disp lay'",
  ])
  func otherStylesDoNot(tag: String) throws { #expect(try attributes(tag).isStyledAway == false) }

  @Test func theArticlesTextIsNamed() throws {
    #expect(try attributes("div itemprop=articleBody").isArticleBody)
    #expect(try attributes("div itemprop='text ARTICLEBODY'").isArticleBody)
    #expect(try attributes("div itemprop=articleSection").isArticleBody == false)
    #expect(try attributes("div class=articleBody").isArticleBody == false)
  }

  @Test(arguments: [
    "div itemprop=comment", "div itemprop=COMMENT", "div itemtype='https://schema.org/Comment'",
    "div itemtype=http://schema.org/UserComments",
  ])
  func commentsAreNamed(tag: String) throws { #expect(try attributes(tag).isComment) }

  @Test(arguments: [
    "div itemprop=commentCount", "div itemprop='comment text'", "div itemtype=https://schema.org/Article",
    "div class=comment",
  ])
  func otherThingsAreNone(tag: String) throws { #expect(try attributes(tag).isComment == false) }

  @Test func elementsWithOneFirstClassAreOfAKind() throws {
    let kind = try attributes("div class='item12 odd'").kind
    #expect(try attributes("div class=item7").kind == kind)
    #expect(try attributes("div class=' item first'").kind == kind)
    #expect(try attributes("div class=items").kind != kind)
    #expect(try attributes("div class=odd").kind != kind)
    #expect(try attributes("div id=item").kind == 0)
  }
}
