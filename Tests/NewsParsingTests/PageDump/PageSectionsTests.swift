import NewsModel
import Testing

@testable import NewsParsing

@Suite struct PageSectionsTests {
  @Test(
    arguments: [
      "标签: 航运 港口 新能源船", "标签：航运,港口,新能源船", "关键词:航运，港口，新能源船", "标签:航运、港口、新能源船", "Tags: 航运;港口;新能源船", "TAG：航运；港口；新能源船",
      "标签:航运|港口|新能源船", "标签: #航运 #港口 #新能源船", "标签: 航运 / 港口 / 新能源船", "标签: 航运,港口 新能源船", "关键字: [航运] [港口] [新能源船]",
      "标签:\n航运\n港口\n新能源船", "标签:航运 · 港口 · 新能源船", "标签:“航运”“港口”“新能源船”", "标 签: 航运　港口　新能源船 航运", "【标签】航运 港口 新能源船",
      "标签：航运 港口 新能源船 责任编辑：赵六", "标签: 航运 港口 新能源船 分享到：微信 微博", "标签:\n\n航运\n\n港口\n\n新能源船\n\n责任编辑：赵六", "标签：航运，港口，新能源船。",
      "#航运 #港口 #新能源船", "#航运# #港口# #新能源船#",
    ])
  func tagSeparators(_ line: String) throws {
    #expect(try parsed(page(tail: line)).tags == ["航运", "港口", "新能源船"])
  }

  @Test func latinTagsKeepTheirBlanksWhereCommasSeparate() throws {
    #expect(try parsed(page(tail: "Tags: Energy Storage, Power Grid")).tags == ["Energy Storage", "Power Grid"])
  }

  @Test(
    arguments: [
      "上一篇:甲公司中标\n\n下一篇:乙公司分红", "上一篇：甲公司中标 下一篇：乙公司分红", "上一篇 甲公司中标\n下一篇 乙公司分红", "上一篇:\n甲公司中标\n下一篇:\n乙公司分红",
      "上一条：甲公司中标\n下一条：乙公司分红", "下一篇:乙公司分红\n上一篇:甲公司中标", "Previous: 甲公司中标\nNext: 乙公司分红",
    ])
  func neighbours(_ tail: String) throws {
    let item = try parsed(page(tail: tail))
    #expect(item.previous == "甲公司中标")
    #expect(item.next == "乙公司分红")
    #expect(item.blocks.count == 2)
  }

  @Test(arguments: ["上一篇:没有了\n下一篇:无", "上一篇:\n\n下一篇:\n\n责任编辑:赵六", "上一篇：[没有了]\n下一篇：已经是最后一篇了", "上一篇：暂无内容\n下一篇：没有更多了"])
  func noNeighbours(_ tail: String) throws {
    let item = try parsed(page(tail: tail))
    #expect(item.previous == nil)
    #expect(item.next == nil)
  }

  @Test(
    arguments: [
      "猜你喜欢", "相关阅读:", "【相关新闻】", "推荐阅读：", "■ 延伸阅读", "为您推荐", "Related Articles", "You May Also Like", "RECOMMENDED:",
    ])
  func relatedHeadings(_ heading: String) throws {
    let item = try parsed(page(tail: "\(heading)\n\n聚焦:丙公司扩产\n\n丙公司拟投资三亿元...更多\n\n2031-06-14 10:00:00"))
    #expect(
      item.related == [
        RelatedItem(
          label: "聚焦", title: "丙公司扩产", summary: "丙公司拟投资三亿元", published: moment(2031, 6, 14, 10), isSelf: false)
      ])
    #expect(item.blocks.count == 2)
  }

  @Test func aParagraphOnKeywordsIsNoTagLine() throws {
    let body = "远帆航运公布了上半年的数据,货量同比回升百分之六。\n\n关键词:稳。公司反复强调,稳字当头,不会盲目扩张运力。"
    #expect(try parsed(page(body: body)).blocks.count == 2)
  }
}
