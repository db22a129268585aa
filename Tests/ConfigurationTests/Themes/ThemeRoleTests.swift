import Testing

@testable import Configuration

struct ThemeRoleTests {
  @Test func namesAreUniqueAndLeadToUI() {
    let names = ThemeRole.all.map(\.name)
    #expect(Set(names).count == names.count)
    for role in ThemeRole.all {
      var steps = 0
      var current = role
      while let parent = current.parent, steps < 10 {
        current = parent
        steps += 1
      }
      #expect(current == .ui, "\(role) must lead to ui by known parents")
    }
  }

  @Test func parentsAreThePartsBeforeTheDots() {
    #expect(ThemeRole.inactiveStatusLine.parent == .statusLine)
    #expect(ThemeRole.statusLine.parent == .ui)
    #expect(ThemeRole.article.parent == .ui)
    #expect(ThemeRole.ui.parent == nil)
  }

  @Test func everyRoleSaysWhatItIsForInOneSentence() {
    for role in ThemeRole.all {
      #expect(role.purpose.hasSuffix(".") && !role.purpose.contains("|"), "\(role)")
    }
  }
}
