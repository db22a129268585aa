import Testing

@testable import ArticleFields

@Suite struct BylineTests {
  @Test(
    arguments: [
      ("《江湾财讯》记者 闻一舟", "闻一舟"), ("《江湾财讯》记者闻一舟", "闻一舟"), ("本报记者 李四 王五", "李四 王五"), ("记者 李四", "李四"), ("文/李四", "李四"),
      ("文｜李四 编辑｜赵六", "李四"),
      ("作者:李四", "李四"), ("作者 | 李四", "李四"), ("(记者 李四)", "李四"), ("本报记者 李四 北京报道", "李四"), ("见习记者 李四 编辑 赵六", "李四"),
      ("《江湾财讯》研究员 欧阳明远", "欧阳明远"),
      ("每财记者 李四    每财编辑 赵六", "李四"), ("By Jane Doe", "Jane Doe"), ("By JANE DOE and John Roe", "JANE DOE and John Roe"),
      ("By Jane Doe, Staff Writer", "Jane Doe"), ("撰文:阿卜杜勒·卡里姆", "阿卜杜勒·卡里姆"),
      ("江湾财讯 李四/文", "李四"), ("文/江湾日报 李四", "李四"), ("◎记者 李四 编辑 赵六", "李四"), ("（记者李四）", "李四"),
      ("By Jane Doe and John Roe, Example Wire", "Jane Doe and John Roe"), ("Posted by Jane Doe on", "Jane Doe"),
      ("(Reporting by Jane Doe; Editing by John Roe)", "Jane Doe"),
    ])
  func names(_ line: String, _ names: String) {
    #expect(Byline.names(in: line[...]) == names)
  }

  @Test(
    arguments: [
      ("李四、王五", "李四 王五"), ("李四,王五", "李四 王五"), ("李四 北京报道", "李四"), ("李四 通讯员 王五", "李四 王五"), ("江湾研究院", "江湾研究院"),
      ("Jane Doe, Senior Correspondent", "Jane Doe"), ("Jane Doe", "Jane Doe"),
    ])
  func valuesOfAuthorFields(_ value: String, _ names: String) {
    #expect(Byline.names(inValue: value[...]) == names)
  }

  @Test(
    arguments: [
      "记者从公司获悉,货量同比回升", "记者了解到", "文化产业迎来春天", "文章指出,货量回升", "By the end of the year, prices fell.", "By 2031",
      "By Monday evening the index had lost two percent of its value",
      "两条新航线", "分析师 看好后市", "编辑 赵六", "作者系某大学教授",
    ])
  func otherLines(_ line: String) {
    #expect(Byline.names(in: line[...]) == nil)
  }
}
