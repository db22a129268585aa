import NewsModel
import ParsingSupport
import Testing

@Suite struct PageHeaderTests {
  @Test(
    arguments: [
      "来源:港口日报 发布时间:2031-06-15 05:42:09", "来源：港口日报　发布时间：2031-06-15 05:42:09", "发布时间:2031-06-15 05:42:09 来源:港口日报",
      "2031-06-15 05:42:09 来源: 港口日报", "2031-06-15 05:42:09 | 来源:港口日报 | 责任编辑:赵六", "来源:港口日报\n发布时间:2031-06-15 05:42:09",
      "来源:\n港口日报\n发布时间:\n2031-06-15 05:42:09", "港口日报 2031-06-15 05:42:09", "2031-06-15 05:42:09 港口日报",
      "来源:港口日报发布时间:2031-06-15 05:42:09",
      "2031-06-15 05:42:09\n港口日报", "发布时间 2031-06-15 05:42:09 来源 港口日报", "来  源:港口日报  日　期:2031-06-15 05:42:09",
      "港口日报\n2031-06-15 05:42:09",
      "来源:《港口日报》 时间:2031-06-15 05:42:09 阅读:1234 评论:5",
      "编辑:赵六 来源:港口日报 原标题:远帆航运货量上升 日期:2031-06-15 05:42:09", "Source: 港口日报 Published: 2031-06-15 05:42:09",
      "更新时间:2031-06-16 08:00:00 发布时间:2031-06-15 05:42:09 文章来源:港口日报", "(2031-06-15 05:42:09) 来源:港口日报",
      "港口日报2031-06-15 05:42:09", "2031-06-15 05:42:09港口日报", "【来源：港口日报】\n发布时间：2031-06-15 05:42:09",
      "（来源：港口日报 2031-06-15 05:42:09）", "来自:港口日报 发布于:2031-06-15 05:42:09", "发表于 2031-06-15 05:42:09 来自 港口日报",
      "来源｜港口日报\n2031-06-15 05:42:09", "登录 注册 首页 财经 股票\n2031-06-15 05:42:09 来源:港口日报",
    ])
  func sourceAndTimeInAnyOrder(_ header: String) throws {
    let item = try parsed(page(header: header))
    #expect(item.source == "港口日报")
    #expect(item.published == moment(2031, 6, 15, 5, 42, 9))
    #expect(item.isDateEstimated == false)
    #expect(item.byline == nil)
    #expect(item.blocks.count == 2)
    #expect(item.title == "远帆航运上半年货量回升")
  }

  @Test(
    arguments: [
      "作者:李四 来源:港口日报", "来源:港口日报 作者：李四", "作者:李四 编辑:赵六", "记者:李四", "2031-06-15 05:42 港口日报 李四",
      "来源:港口日报 作者:李四 2031-06-15 05:42",
    ])
  func authorInTheHead(_ header: String) throws {
    #expect(try parsed(page(header: header)).byline == "李四")
  }

  @Test func fieldsBeforeTheHeadline() throws {
    let item = try parsed("来源:港口日报\n发布时间:2031-06-15 05:42\n标题:今日热议:远帆航运货量回升\n\n远帆航运公布了上半年的数据,货量同比回升百分之六。")
    #expect(item.title == "远帆航运货量回升")
    #expect(item.label == "今日热议")
    #expect(item.source == "港口日报")
  }

  @Test(arguments: ["导语：", "摘要:", "【核心提示】", "[摘要]", "核心提示：\n", "【导语】："]) func aLabelledSummaryLeavesTheBody(
    _ label: String
  ) throws {
    let item = try parsed(page(body: "\(label)货量回升,运价走稳。\n\n远帆航运公布了上半年的数据,货量同比回升百分之六。"))
    #expect(item.summary == "货量回升,运价走稳。")
    #expect(item.blocks.count == 1)
  }

  @Test func aNoteAtTheEndMayDateThePage() throws {
    let item = try parsed(page(header: "", tail: "(港口日报 2031年6月15日 05:42)"))
    #expect(item.published == moment(2031, 6, 15, 5, 42))
    #expect(item.source == "港口日报")
    #expect(item.blocks.count == 2)
  }

  @Test func editorsAreNotAuthors() throws {
    let item = try parsed(page(header: "来源:港口日报 编辑:赵六 责任编辑:钱七"))
    #expect(item.byline == nil)
  }

  @Test func originalTitleDoesNotReplaceTheTitle() throws {
    #expect(try parsed(page(header: "原标题:旧题目 来源:港口日报")).title == "远帆航运上半年货量回升")
  }

  @Test func fieldsAtTheFootAreTaken() throws {
    let item = try parsed(page(header: "2031-06-15 05:42", tail: "来源：港口日报\n\n责任编辑：赵六"))
    #expect(item.source == "港口日报")
    #expect(item.blocks.count == 2)
  }

  @Test func aParagraphThatBeginsWithADateIsNoHead() throws {
    let item = try parsed(page(header: "来源:港口日报", body: "2031年6月14日,远帆航运发布公告,上半年货量同比回升百分之六。\n\n公司将增加两条航线。"))
    #expect(item.blocks.count == 2)
    #expect(item.isDateEstimated)
  }
}
