import Testing

@testable import ArticleFields

/// Who a Chinese line names as its writer, role by role.
@Suite struct ChineseBylineTests {
  private func names(_ line: String) -> String? { Byline.names(in: line[...]) }

  @Test(arguments: [
    "记者", "作者", "撰文", "采写", "撰稿", "撰稿人", "图文", "整理", "编译", "实习生", "通讯员", "記者", "實習記者", "江湾财讯研究员", "《江湾财讯》评论员",
    "江湾财讯分析师", "江湾财讯特约撰稿人", "江湾财讯首席", "江湾财讯主笔", "本报记者", "本刊记者",
  ])
  func aRoleComesBeforeItsNames(role: String) {
    #expect(names("\(role) 李四") == "李四")
    #expect(names("\(role)：李四、王五") == "李四 王五")
  }

  @Test(arguments: ["编辑", "责编", "摄影", "摄", "视频", "制图", "校对", "监制", "主编", "统筹", "排版", "美编", "視覺編輯"])
  func namesOfOtherRolesAreNoWriters(role: String) {
    #expect(names("\(role) 赵六") == nil)
    #expect(names("记者 李四 \(role) 赵六") == "李四")
    #expect(names("\(role) 赵六 记者 李四") == "李四")
  }

  @Test(arguments: [
    ("《江湾财讯》记者欧阳明", "欧阳明"), ("江湾财讯研究员李四 王五", "李四 王五"), ("记者李四", "李四"), ("记者王小明", "王小明"), ("江湾时报記者李四", "李四"),
  ])
  func aNameMayBeGluedToItsRole(line: String, expected: String) { #expect(names(line) == expected) }

  @Test(arguments: ["记者欧阳明远", "记者获悉公司", "记者从公司获悉", "记者会", "记者证", "记者节"]) func whatBeginsATextIsNoName(line: String) {
    #expect(names(line) == nil)
  }

  @Test(arguments: [
    "记者 李四 北京报道", "记者 李四 发自上海", "记者 李四 東港報導", "记者 李四 东港电", "记者 李四 江湾日报", "记者 李四 江湾研究中心", "李四/文", "江湾财讯 李四/文", "李四 撰文",
    "记者 李四/文", "◎记者 李四", "▌记者 李四 ▌", "【记者 李四】", "「记者 李四」", "（记者：李四)", "港口 早报 记者 李四", "文/李四", "文丨李四", "文：李四", "记者 | 李四",
    "记者·李四 | 编辑·赵六", "文·李四",
  ])
  func placesPapersAndMarksAreLeftOut(line: String) { #expect(names(line) == "李四") }

  @Test(arguments: [
    ("作者:阿卜杜勒·卡里姆", "阿卜杜勒·卡里姆"), ("作者：Ann-Marie O'Neil", "Ann-Marie O'Neil"), ("记者 李四 J. Poe", "李四 J. Poe"),
    ("记者 李四 · 王五", "李四 王五"),
  ])
  func foreignNamesStayWhole(line: String, expected: String) { #expect(names(line) == expected) }

  @Test(arguments: [
    "文 李四", "文化产业", "文字很长", "记者", "记者 李四。", "记者：公司怎么看？", "记者 李四!", "记者 近日", "记者 李四 增长百分之六", "某研究员 李四", "李四 王五",
    "港口 江湾 东港 记者 李四", "很长很长很长很长很长很长很长很长的前言 记者 李四", "作者系某大学教授", "摄影 赵六 公司大门外的队伍", "甲乙", "",
  ])
  func otherLinesNameNobody(line: String) { #expect(names(line) == nil) }

  @Test func aLineHasAtMostEightNames() {
    let many = (0..<8).map { _ in "李四" }
    #expect(names("记者 " + many.joined(separator: " ")) == many.joined(separator: " "))
    #expect(names("记者 " + (many + ["王五"]).joined(separator: " ")) == nil)
  }

  @Test func aLongLineIsNoByline() {
    #expect(names("记者 " + String(repeating: "李四 ", count: 8) + String(repeating: " ", count: 60) + "王五") == nil)
  }

  @Test(arguments: ["李四", "欧阳明远", "阿卜杜勒·卡里姆", "Ann", "O'Neil", "J.R.", "Ann-Marie", "从容"]) func aNameIsShort(
    token: String
  ) {
    #expect(Byline.isName(token[...]))
  }

  @Test(arguments: [
    "", "李", "五个汉字名", "江湾日报", "江湾银行", "获悉", "从", "了解到情况", "采访对象", "北京报道", "发自上海", "Ann2", "Annabellannabellannabel",
    "李四1", "李 四", "阿卜杜勒·卡里姆·阿卜杜勒·卡里姆·阿", "a·1",
  ])
  func otherWordsAreNoNames(token: String) { #expect(!Byline.isName(token[...])) }
}

/// Papers whose staff a byline names.
@Suite struct EmployerTests {
  @Test(arguments: [
    ("江湾新闻记者 李四", "江湾新闻"), ("江湾日报首席记者 李四", "江湾日报"), ("江湾日报特派记者李四", "江湾日报"), ("江湾晚报见习记者 李四", "江湾晚报"),
    ("江湾时报記者 李四", "江湾时报"), ("（江湾日报记者 李四）", "江湾日报"), ("◎江湾财经记者 李四", "江湾财经"), ("李四 江湾日报记者", "江湾日报"),
  ])
  func aPaperStandsBeforeTheRole(line: String, paper: String) { #expect(Byline.employer(in: line[...]) == paper) }

  @Test(arguments: ["本报记者 李四", "本网记者 李四", "记者 李四", "报社记者 李四", "公司的记者 李四", "李四", "", "江湾日报 李四"])
  func otherLinesNameNone(line: String) { #expect(Byline.employer(in: line[...]) == nil) }
}

/// Names within running text: in brackets at its end, or in the dateline before it.
@Suite struct SignatureTests {
  @Test(
    arguments: [
      ("货量较为稳定。（记者 李四）", "李四", nil), ("货量较为稳定。(记者李四 王五)", "李四 王五", nil), ("货量较为稳定！ (来源:港口日报)", nil, "港口日报"),
      ("货量较为稳定。（来源：Example Wire)", nil, "Example Wire"), ("货量较为稳定。(责任编辑：赵六)", nil, nil),
      ("货量（含内河）较为稳定。(文/李四)", "李四", nil), ("Volumes rose. (Reporting by Ann Poe)", "Ann Poe", nil),
    ] as [(String, String?, String?)])
  func bracketsAtTheEndAreASignature(paragraph: String, byline: String?, source: String?) throws {
    let signature = try #require(Byline.signature(endOf: paragraph[...]))
    #expect(signature.byline == byline)
    #expect(signature.source == source)
    #expect(signature.text.endsSentence && paragraph.hasPrefix(signature.text))
    #expect(!signature.text.hasSuffix(" "))
  }

  @Test(arguments: [
    "货量较为稳定。（记者 李四）。", "货量较为稳定（记者 李四）", "货量较为稳定。（完）", "（记者 李四）", "货量较为稳定。(来源:)", "货量较为稳定。（来源：港口日报,有删节）", "货量较为稳定。", "",
    ")", "货量较为稳定。记者 李四)", "货量较为稳定。(标题:货量)",
  ])
  func otherEndsAreNone(paragraph: String) { #expect(Byline.signature(endOf: paragraph[...]) == nil) }

  @Test func aLongRemarkIsNoSignature() {
    let names = (0..<8).map { _ in "李四" }.joined(separator: " ")
    #expect(Byline.signature(endOf: "货量较为稳定。（记者 \(names)）"[...])?.byline == names)
    #expect(Byline.signature(endOf: "货量较为稳定。（\(String(repeating: " ", count: 13))记者 \(names)）"[...]) == nil)
  }

  @Test(
    arguments: [
      ("本报讯（记者 李四）货量回升。", "李四"), ("（本报记者 李四 王五）货量回升。", "李四 王五"), ("港口社6月15日电 记者李四报道:货量回升。", "李四"),
      ("本报讯 记者 李四、王五报道 货量回升。", "李四 王五"), ("港口网3月2日讯（记者李四）货量回升。", "李四"), ("港口社東港電 記者李四報道：貨量回升。", "李四"),
      ("(江湾台记者 李四) 货量回升", nil), ("本报消息 记者李四报道", "李四"),
    ] as [(String, String?)])
  func aDatelineMayNameTheWriter(paragraph: String, expected: String?) {
    #expect(Byline.names(inDatelineOf: paragraph[...]) == expected)
  }

  @Test(arguments: [
    "记者李四报道,货量回升。", "货量回升,记者从公司获悉", "本报讯 货量回升。", "本报讯（记者 李四 货量回升。", "本报讯 记者了解到,货量回升。", "", "本报讯（记者了解到的情况）货量回升",
    "本报讯 上半年的货量同比回升了百分之六高于市场预期公司表示下半年将增加两条新航线 记者李四报道",
  ])
  func otherParagraphsNameNobody(paragraph: String) { #expect(Byline.names(inDatelineOf: paragraph[...]) == nil) }
}
