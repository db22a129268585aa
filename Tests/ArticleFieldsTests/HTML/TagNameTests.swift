import Testing

@testable import ArticleFields

@Suite struct TagNameTests {
  private func name(_ text: String) -> TagName? {
    Array(text.utf8).withUnsafeBufferPointer { TagName($0, 0..<$0.count) }
  }

  @Test func namesAreEqualInAnyCase() {
    #expect(name("BlockQuote") == name("blockquote"))
    #expect(name("blockquote") == TagName("blockquote" as StaticString))
    #expect(name("p") != name("pre"))
    #expect(Set([name("A"), name("a"), name("b")]).count == 2)
  }

  @Test func noNameIsEmptyOrLongerThanAnyThatMeansSomething() {
    #expect(name("") == nil)
    #expect(name("abcdefghijklmnop") != nil)
    #expect(name("abcdefghijklmnopq") == nil)
  }

  @Test func everyByteOfANameCounts() {
    let long = "abcdefghijklmnop"
    for index in long.indices {
      var other = long
      other.replaceSubrange(index...index, with: "z")
      #expect(name(other) != name(long), "\(other)")
    }
    #expect(name("[") != name("{") && name("@") != name("`"))
  }

  @Test func aNameIsAPartOfATag() {
    Array("<Item>".utf8).withUnsafeBufferPointer { bytes in
      #expect(TagName(bytes, 1..<5) == TagName("item" as StaticString))
      #expect(TagName(bytes, 1..<1) == nil)
    }
  }
}
