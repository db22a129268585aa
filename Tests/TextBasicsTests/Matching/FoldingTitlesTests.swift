import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FoldingTitlesTests {
  @Test(arguments: [
    ("某公司发布《年度报告》,科技赋能", "某公司发布《年度报告》，科技赋能"),
    ("某公司发布《年度报告》,科技赋能", "某公司发布 〈年度报告〉 , 科技 赋能"),
    ("券商“固收+”产品", "券商\"固收+\"产品"), ("券商“固收+”产品", "券商「固收+」產品"), ("don’t", "DON'T"),
    ("新股——申购", "新股—申购"), ("新股——申购", "新股--申购"), ("新股…", "新股......"), ("新股……", "新股..."),
    ("看点！！", "看点!"), ("【要闻】", "［要闻］"), ("阿·甲", "阿•甲"), ("2020～2022", "2020~2022"), ("苹果、香蕉", "苹果,香蕉"),
    ("新\u{200B}股\u{FEFF}", "新股"), ("新\u{A0}股\u{3000}\n\t", "新股"), ("New  Shares", "newshares"),
  ])
  func copiesOfOneHeadlineAreEqual(_ a: String, _ b: String) {
    #expect(Folding.foldTitle(a) == Folding.foldTitle(b))
  }

  @Test(arguments: [
    ("增长3.5%", "增长35%"), ("新股申购", "新股申购?"), ("第1季度", "第11季度"), ("甲-乙", "甲乙"), ("(甲)", "[甲]"), ("甲,,乙", "甲,乙"),
  ])
  func differentHeadlinesAreNot(_ a: String, _ b: String) {
    #expect(Folding.foldTitle(a) != Folding.foldTitle(b))
  }

  @Test func aCutTitleIsAPrefix() {
    #expect(Folding.foldTitle("某公司发布《年度报告》，科技").hasPrefix(Folding.foldTitle("某公司发布《年度报告》")))
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var random = SeededGenerator(seed: 19)
    for _ in 0..<500 {
      let folded = Folding.foldTitle(.random(using: &random))
      #expect(Folding.foldTitle(folded) == folded)
    }
  }
}
