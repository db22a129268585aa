import Testing

@testable import Markup

/// The tag that a name is read as.
func tag(named name: String) -> HTMLTag {
  // Letters around it must not matter.
  Array("b\(name)b".utf8).withUnsafeBufferPointer { HTMLTag($0, 1..<$0.count - 1) }
}

@Suite struct HTMLTagTests {
  @Test func voidElementsHoldNothing() {
    for tag in HTMLTag.allCases where tag.isVoid {
      #expect(outline("<\(tag)>a") == "\(tag) a")
    }
    #expect(HTMLTag.allCases.count(where: \.isVoid) == 17)
  }

  @Test func headingsHaveTheLevelOfTheirDigit() {
    for tag in HTMLTag.allCases {
      let digit = "\(tag)".count == 2 && "\(tag)".hasPrefix("h") ? Int("\(tag)".dropFirst()) : nil
      #expect(tag.headingLevel == digit, "\(tag)")
    }
  }

  @Test(arguments: [
    (HTMLTag.a, true), (.strong, true), (.img, true), (.other, true), (.wbr, true), (.p, false), (.td, false),
    (.br, false),
    (.script, false), (.button, false), (.h3, false), (.svg, false),
  ])
  func tellsWhatStandsWithinALine(tag: HTMLTag, isInline: Bool) {
    #expect(tag.isInline == isInline)
  }

  /// Nothing that begins a block or holds a table's text may stand within a line: end tags of styles stop there.
  @Test func noElementThatEndsAParagraphIsInline() {
    for tag in HTMLTag.allCases where outline("<p>a<\(tag)>").hasPrefix("p(a) ") {
      #expect(!tag.isInline, "\(tag)")
    }
  }
}
