import Testing

@testable import WebPages

@Suite struct PageWordsTests {
  private func meaning(_ word: String) -> PageWords.Meaning? {
    var letters = PageWords.Letters(word.utf8)
    return letters.end()
  }

  private func hint(_ word: String) -> PageHint? { if case .hint(let hint) = meaning(word) { hint } else { nil } }

  @Test(
    arguments: [
      (PageWordLists.content, .content), (PageWordLists.account, .account), (PageWordLists.author, .author),
      (PageWordLists.source, .source),
      (PageWordLists.caption, .caption), (PageWordLists.slight, .slight), (PageWordLists.frame, .frame),
      (PageWordLists.foreign, .foreign),
    ] as [(String, PageHint)])
  func everyWordOfAListIsFoundInAnyCase(list: String, expected: PageHint) {
    for word in list.split(separator: ",").map(String.init) {
      #expect(hint(word) == expected, "\(word)")
      #expect(hint(word.uppercased()) == expected, "\(word)")
    }
  }

  @Test func wordsOfPlaceAndOfAbsenceAreToldToo() {
    for word in PageWordLists.neutral.split(separator: ",") {
      if case .neutral = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
    for word in PageWordLists.negation.split(separator: ",") {
      if case .negation = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
    for word in PageWordLists.term.split(separator: ",") {
      if case .term = meaning(String(word)) { continue }
      Issue.record("\(word)")
    }
  }

  @Test(arguments: ["harbour", "sideba", "sidebars", "commen", "commentz", "zz", "recommendati"])
  func otherWordsMeanNothing(word: String) {
    #expect(meaning(word) == nil)
  }

  @Test func oneLetterIsWhatIsLeftOfAShortCut() {
    if case .neutral = meaning("q") { return }
    Issue.record("q")
  }

  /// Thirteen letters are as many as a number holds.
  @Test func ofALongWordTheFirstLettersTell() {
    #expect(hint("recommendational") == .foreign)
    #expect(hint("complementaryness") == .frame)
  }

  @Test func aWordThatEndsBeginsTheNext() {
    var letters = PageWords.Letters("nav".utf8)
    #expect(letters.count == 3)
    _ = letters.end()
    #expect(letters.count == 0)
    for letter in "byline".utf8 { letters.append(letter) }
    if case .hint(.author) = letters.end() { return }
    Issue.record("byline")
  }
}
