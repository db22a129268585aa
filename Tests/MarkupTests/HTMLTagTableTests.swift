import Testing

@testable import Markup

@Suite struct HTMLTagTableTests {
  @Test func findsEveryTagInAnyCase() {
    for expected in HTMLTag.allCases where expected != .other {
      let name = "\(expected)"
      let mixed = String(
        name.enumerated().map { $0.offset.isMultiple(of: 2) ? Character($0.element.uppercased()) : $0.element })
      for spelling in [name, name.uppercased(), mixed] { #expect(tag(named: spelling) == expected, "\(spelling)") }
    }
  }

  @Test(arguments: [
    "", "other", "h0", "h7", "h11", "pp", "tablet", "bod", "blockquotes", "blockquote1", "x-p", "p-", "p:", "é", "п",
    "1", "p\u{0}",
    "p\u{1}", "p ", "@", "`", "{", "h\u{11}", "0",
  ])
  func takesNoOtherNameForATag(name: String) {
    #expect(tag(named: name) == .other)
  }

  /// Letters and digits have codes of their own: no two names of one length may share a key.
  @Test func everyLetterAndDigitHasAKeyOfItsOwn() {
    let signs = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let keys = signs.map { sign in [sign].withUnsafeBufferPointer { HTMLTagTable.key($0, 0..<1) } }
    #expect(Set(keys).count == signs.count)
    #expect(!keys.contains(0))
  }

  @Test func changingOneSignOfATagGivesNoOtherTag() {
    let names = Set(HTMLTag.allCases.map { "\($0)" })
    for name in names {
      for index in name.indices {
        for sign in "aehtuz019-" {
          let changed = name.replacingCharacters(at: index, with: sign)
          #expect("\(tag(named: changed))" == (names.contains(changed) ? changed : "other"), "\(changed)")
        }
      }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(at index: Index, with sign: Character) -> String {
    self[..<index] + String(sign) + self[self.index(after: index)...]
  }
}
