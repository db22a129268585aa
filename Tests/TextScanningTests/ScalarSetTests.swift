import Testing

@testable import TextScanning

@Suite struct ScalarSetTests {
  @Test func membersAreThoseGiven() {
    let set: ScalarSet = ["a", "?", "。", "\u{20000}"]
    for member in ["a", "?", "。", "\u{20000}"] as [Unicode.Scalar] { #expect(set.contains(member)) }
    for other in ["b", "!", "，", "\u{20001}"] as [Unicode.Scalar] { #expect(!set.contains(other)) }
  }

  @Test func setsAreUnitedAndTakenApart() {
    let set = (["a", "。"] as ScalarSet).union(["b", "！"]).subtracting(["a", "！"])
    #expect((["a", "b", "。", "！"] as [Unicode.Scalar]).map(set.contains) == [false, true, true, false])
  }
}

@Suite struct ScalarSetRuleTests {
  @Test func membersAtTheBordersOfTheMasks() {
    let members: [Unicode.Scalar] = ["\u{0}", "\u{3f}", "\u{40}", "\u{7f}", "\u{80}", "\u{10ffff}"]
    let set = ScalarSet(members)
    for member in members { #expect(set.contains(member)) }
    for other in ["\u{1}", "\u{3e}", "\u{41}", "\u{7e}", "\u{81}", "\u{10fffe}"] as [Unicode.Scalar] {
      #expect(!set.contains(other))
    }
    #expect(!([] as ScalarSet).contains("\u{0}"))
  }

  @Test func aMemberGivenTwiceIsTakenAway() {
    let set = (["。", "。", "a", "a"] as ScalarSet).subtracting(["。", "a"])
    #expect(!set.contains("。") && !set.contains("a"))
  }

  @Test func neitherSetIsChanged() {
    let set: ScalarSet = ["a", "。"]
    _ = set.union(["b"])
    _ = set.subtracting(["a"])
    #expect(set.contains("a") && set.contains("。") && !set.contains("b"))
  }
}
