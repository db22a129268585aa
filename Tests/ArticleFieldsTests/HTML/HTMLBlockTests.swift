import NewsModel
import Testing

@testable import ArticleFields

/// Which blocks a piece of HTML becomes, element by element.
@Suite struct HTMLBlockTests {
  private func blocks(_ html: String) -> [Block] { HTMLContent.blocks(of: html) }

  private func paragraphs(_ texts: String...) -> [Block] { texts.map { .paragraph($0) } }

  // MARK: Paragraphs

  @Test(arguments: [
    "甲<p>乙</p>丙", "<p>甲<p>乙<p>丙", "甲<br>乙<br/>丙", "<div>甲<div>乙</div>丙</div>", "甲<hr>乙<hr>丙",
    "<p>甲<br><br>乙</p><p> </p>丙", "<section>甲<div><div>乙</div></div></section>丙", "甲<center>乙</center>丙",
    "<p>甲</p>乙<address>丙</address>", "甲<ul></ul>乙<table></table>丙",
  ])
  func blocksAndLineBreaksPartParagraphs(html: String) { #expect(blocks(html) == paragraphs("甲", "乙", "丙")) }

  @Test(arguments: [
    "甲<b>乙</b>丙", "<span>甲</span><a href=x>乙</a>丙", "甲<x-note>乙</x-note>丙", "甲<img src=x>乙<wbr>丙",
    "甲<!-- p -->乙<font>丙</font>", "甲<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby>丙",
  ])
  func elementsOfALineDoNot(html: String) { #expect(blocks(html) == paragraphs("甲乙丙")) }

  @Test func blanksAreAsAPageShowsThem() {
    #expect(blocks(" 甲\n\t 乙&nbsp;&#12288;　丙 ") == paragraphs("甲 乙 丙"))
    #expect(blocks("货量<b> 回升 </b>了") == paragraphs("货量 回升 了"))
    #expect(blocks("<p>&nbsp;</p><p>\u{feff}</p><p>　</p>").isEmpty)
    #expect(blocks("").isEmpty)
  }

  @Test func whatIsReadIsSafe() {
    #expect(blocks("甲&#27;[31m乙\u{202e}丙&#0;") == paragraphs("甲 [31m乙丙\u{fffd}"))
    #expect(blocks("<h2>甲\u{200b}&#x202a;乙</h2>") == [.heading("甲乙", level: 2)])
  }

  @Test(arguments: [
    "script", "style", "template", "select", "textarea", "button", "iframe", "object", "svg", "math", "canvas",
    "audio", "video", "map", "noframes", "title", "noscript",
  ])
  func whatIsNeverShownAsTextIsLeftOut(name: String) {
    #expect(blocks("<div>甲</div><\(name)>x</\(name)><div>乙</div>") == paragraphs("甲", "乙"))
    #expect(blocks("甲<\(name)>x</\(name)>乙") == paragraphs("甲", "乙"))
  }

  // MARK: Headings and quotes

  @Test(arguments: 1...6) func headingsHaveTheirLevel(level: Int) {
    #expect(blocks("<h\(level)>甲<b>乙</b></h\(level)>丙") == [.heading("甲乙", level: level), .paragraph("丙")])
  }

  @Test func aHeadingEndsWithItsElement() {
    #expect(blocks("<h2>甲<p>乙</p></h2>丙") == [.heading("甲", level: 2), .heading("乙", level: 2), .paragraph("丙")])
    #expect(blocks("<h2></h2><h3> </h3>甲") == paragraphs("甲"))
  }

  @Test func aQuoteHoldsItsParagraphs() {
    #expect(
      blocks("甲<blockquote>乙<p>丙<br>丁</p></blockquote>戊") == [
        .paragraph("甲"), .quote("乙"), .quote("丙"), .quote("丁"), .paragraph("戊"),
      ])
    #expect(
      blocks("<blockquote><blockquote>甲</blockquote>乙</blockquote>丙") == [.quote("甲"), .quote("乙"), .paragraph("丙")])
    #expect(blocks("<blockquote><h3>甲</h3>乙</blockquote>") == [.heading("甲", level: 3), .quote("乙")])
  }

  // MARK: Figures

  @Test func theTextOfAFigureIsItsCaption() {
    #expect(blocks("<figure><img src=x><figcaption>厂房</figcaption></figure>甲") == [.figure("厂房"), .paragraph("甲")])
    #expect(blocks("<figure><img src=x>厂房</figure>甲") == [.figure("厂房"), .paragraph("甲")])
    #expect(blocks("<figcaption>厂房</figcaption>甲") == [.figure("厂房"), .paragraph("甲")])
    #expect(blocks("<figure><img src=x></figure>甲") == paragraphs("甲"))
  }

  @Test func aFigureAroundSomethingElseIsAFrame() {
    let table = "<table><tr><td>一<td>二<tr><td>三<td>四</table>"
    #expect(
      blocks("<figure>\(table)<figcaption>表</figcaption></figure>") == [
        .table([["一", "二"], ["三", "四"]]), .figure("表"),
      ])
    #expect(blocks("<figure><blockquote>言</blockquote></figure>") == [.quote("言")])
    #expect(blocks("<figure><pre>x</pre></figure>") == [.code("x")])
    #expect(
      blocks("<figure>\(String(repeating: "a", count: 600))</figure>") == [.figure(String(repeating: "a", count: 600))])
    #expect(
      blocks("<figure>\(String(repeating: "a", count: 601))</figure>") == [
        .paragraph(String(repeating: "a", count: 601))
      ])
  }

  // MARK: Lists

  @Test(arguments: [
    "<ul><li>甲<li>乙<li>丙</ul>", "<ol><li>甲</li><li>乙</li><li>丙</li></ol>",
    "<ul><li><p>甲</p><li><div>乙</div><li>丙</ul>", "<ul><li>甲<li> <li>乙<li><b>丙</b></ul>",
  ])
  func itemsOfAListStandTogether(html: String) { #expect(blocks(html) == [.list(["甲", "乙", "丙"])]) }

  @Test func aListWithinAnItemLiesDeeper() {
    let html = "<ul><li>甲<ul><li>乙<ol><li>丙</ol></li><li>丁</ul></li><li>戊</ul>"
    #expect(blocks(html) == [.list(["甲", "  乙", "    丙", "  丁", "戊"])])
  }

  @Test func whatPartsAnItemIsABlank() {
    #expect(blocks("<ul><li>甲<br>乙<li>丙<div>丁</div></ul>") == [.list(["甲 乙", "丙 丁"])])
    #expect(blocks("前<ul><li>甲<li>乙</ul>后") == [.paragraph("前"), .list(["甲", "乙"]), .paragraph("后")])
  }

  @Test func aListOfOneIsAParagraph() {
    #expect(blocks("<ul><li>甲</ul>") == paragraphs("甲"))
    #expect(blocks("<ul><li>甲<li> </ul>") == paragraphs("甲"))
    #expect(blocks("<ul><li> <li> </ul>甲") == paragraphs("甲"))
  }

  @Test(arguments: [
    "<ul><li>甲<table></table><li>乙</ul>", "<ul><li><p>甲</p><p>乙</p><p></p><li></ul>",
    "<ul><li>甲<section></section><li>乙</ul>",
  ])
  func aListThatLaysOutAPageIsText(html: String) { #expect(blocks(html) == paragraphs("甲", "乙")) }

  // MARK: Tables

  @Test func cellsStandInTheirRows() {
    #expect(
      blocks("<table><thead><tr><th>年<th>额</thead><tbody><tr><td>2031<td>3</td></tr></tbody></table>甲") == [
        .table([["年", "额"], ["2031", "3"]]), .paragraph("甲"),
      ])
    #expect(blocks("<table><tr><td>一<td><tr><td><td>二</table>") == [.table([["一", ""], ["", "二"]])])
    #expect(blocks("<table><tr><td><td> <tr><td>一<td>二<tr><td>三<td>四</table>") == [.table([["一", "二"], ["三", "四"]])])
  }

  @Test func whatPartsACellIsABlank() {
    #expect(
      blocks("<table><tr><td>一<br>二<td><p>三</p><p>四</p><tr><td><b>五</b>六<td><div>七</div>八</table>") == [
        .table([["一 二", "三 四"], ["五六", "七 八"]])
      ])
  }

  @Test func aTableOfNothingIsNoBlock() {
    #expect(blocks("<table><tr><td><td><tr><td><td> </table>甲") == paragraphs("甲"))
  }

  @Test func theCaptionOfATableStandsBeforeIt() {
    #expect(
      blocks("前<table><caption>各年<b>货量</b></caption><tr><th>年<th>额<tr><td>2031<td>3</table>") == [
        .paragraph("前"), .paragraph("各年货量"), .table([["年", "额"], ["2031", "3"]]),
      ])
    #expect(
      blocks("<table><caption></caption><tr><td>一<td>二<tr><td>三<td>四</table>") == [.table([["一", "二"], ["三", "四"]])])
  }

  @Test(arguments: [
    "<table><tr><td>甲<tr><td>乙</table>", "<table><tr><td>甲<td>乙</table>",
    "<table><tr><td>甲<td><h3></h3><tr><td>乙<td></table>", "<table><tr><td>甲<td><ul></ul><tr><td>乙<td></table>",
    "<table><tr><td>甲<td><table></table><tr><td>乙<td></table>",
  ])
  func aTableThatLaysOutAPageIsText(html: String) { #expect(blocks(html) == paragraphs("甲", "乙")) }

  // MARK: Code

  @Test(arguments: ["pre", "listing"]) func codeKeepsItsLinesAndBlanks(name: String) {
    #expect(
      blocks("甲<\(name)>\n\n  let a = 1\n\n    b  &lt; <b>c</b><br>d\n \n</\(name)>乙") == [
        .paragraph("甲"), .code("  let a = 1\n\n    b  < c\nd"), .paragraph("乙"),
      ])
  }

  @Test func codeOfNothingIsNoBlock() { #expect(blocks("<pre> \n </pre>甲") == paragraphs("甲")) }
}
