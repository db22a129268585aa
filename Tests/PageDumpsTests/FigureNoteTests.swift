import Testing

@testable import PageDumps

@Suite struct FigureNoteTests {
  private func caption(_ line: String, isOnPage: Bool = true) -> String? {
    FigureNote.caption(of: line[...], isOnPage: isOnPage).map { String($0) }
  }

  @Test(arguments: [
    ("（宁川港夜景 李四 摄）", "宁川港夜景 李四 摄"), ("(图片来源:远帆航运)", "图片来源:远帆航运"), ("(资料图)", "资料图"), ("(图为新航线)", "图为新航线"),
    ("【资料图】", "资料图"),
  ])
  func bracketsThatSayWhoTookThePictureHoldACaptionAnywhere(_ line: String, _ expected: String) {
    #expect(caption(line, isOnPage: false) == expected)
    #expect(caption(line) == expected)
  }

  @Test func otherBracketsHoldOneOnAPageOnly() {
    #expect(caption("(工人在宁川港装卸集装箱)") == "工人在宁川港装卸集装箱")
    #expect(caption("(工人在宁川港装卸集装箱)", isOnPage: false) == nil)
    #expect(caption("(Workers at the port of Ningchuan)") == "Workers at the port of Ningchuan")
  }

  @Test(arguments: [
    "(货量回升了。)", "(运价会涨吗？)", "(一涨再涨！)", "(货量回升；运价走稳)", "(12)", "(二十)", "(2031)", "(一)", "(——)", "(记者 李四)",
    "(来源:港口日报)", "(责任编辑：赵六)", "(注:单位为亿元)", "(作者为公司研究员)", "(以上数据截至六月)", "(未完待续)", "(股票代码 600000)", "【公司公告】", "(甲)和(乙)",
  ])
  func remarksSentencesAndNumbersInBracketsAreNone(_ line: String) {
    #expect(caption(line) == nil)
  }

  @Test func aLongTextInBracketsIsNone() {
    let text = { (count: Int) in "(" + String(repeating: "港", count: count) + ")" }
    #expect(caption(text(60)) != nil)
    #expect(caption(text(61)) == nil)
  }

  @Test(arguments: [
    ("▲宁川港夜景", "宁川港夜景"), ("△ 宁川港夜景 △", "宁川港夜景"), ("图：宁川港夜景", "宁川港夜景"),
    ("Photo: the port at night", "the port at night"),
    ("图片来源：视界图库", "图片来源：视界图库"), ("摄影：李四", "摄影：李四"), ("图/视界图库", "图/视界图库"), ("图1 货量走势", "图1 货量走势"),
    ("图表十二：货量", "图表十二：货量"),
    ("图3", "图3"), ("图为宁川港夜景。", "图为宁川港夜景。"), ("图片由企业提供", "图片由企业提供"), ("文中图片均来自公司", "文中图片均来自公司"),
    ("宁川港夜景　李四/摄", "宁川港夜景　李四/摄"),
    ("宁川港夜景 企业供图", "宁川港夜景 企业供图"), ("宁川港夜景(资料图)", "宁川港夜景(资料图)"), ("图文无关", "图文无关"),
  ])
  func aLineThatNamesItsPictureIsACaption(_ line: String, _ expected: String) {
    #expect(caption(line, isOnPage: false) == expected)
  }

  @Test(arguments: [
    "▲", "图:", "图 4", "图1日成交", "图书市场回暖", "图形芯片涨价", "摄影师协会成立", "公司供图书馆使用", "航拍宁川港", "Photographs are rare",
    "资料图片库上线", "图标更换",
  ])
  func wordsThatOnlyBeginSoAreNone(_ line: String) {
    #expect(caption(line) == nil)
  }

  @Test func aCaptionIsNoParagraph() {
    let text = { (count: Int) in "图为" + String(repeating: "港", count: count) }
    #expect(caption(text(58)) == text(58))
    #expect(caption(text(59)) == nil)
    let arrow = { (count: Int) in "▲" + String(repeating: "港", count: count) }
    #expect(caption(arrow(79)) != nil)
    #expect(caption(arrow(80)) == nil)
    #expect(caption("图片由" + String(repeating: "港", count: 28)) == nil)
  }
}
