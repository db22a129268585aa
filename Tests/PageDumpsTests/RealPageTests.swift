import NewsModel
import ParsingSupport
import Testing

@testable import PageDumps

/// The page of the kind that the program exists for; it is no part of the project.
@Suite(.enabled(if: Fixture.shared(realPage) != nil, "the sample page next to the checkout is absent"))
struct RealPageTests {
  private let item: Item

  init() throws {
    let bytes = try #require(Fixture.shared(realPage))
    item = try PageDumpParser.parsePage(bytes, context: context()).get()
  }

  @Test func headFields() {
    #expect(item.label == "今日热搜")
    #expect(item.title == "马上消费发布《2022消费者权益保护报告》,科技赋能消保责任")
    #expect(item.source == "投资时报")
    #expect(item.published == moment(2022, 6, 15, 5, 42, 9))
    #expect(item.isDateEstimated == false)
    #expect(item.byline == "章敬宇")
    #expect(item.summary?.hasPrefix("马上消费通过数字化科技赋能消保建设") == true)
    #expect(item.summary?.hasSuffix("消保服务") == true)
  }

  @Test func bodyIsBlocksWithoutBoilerplate() {
    #expect(item.blocks.filter(\.isHeading).map(\.text) == ["数智科技赋能消保全业务流程", "关注群体多样性 创新金融宣教,合力打击金融黑产"])
    #expect(item.blocks.filter(\.isFigure).map(\.text) == ["相关资料图", "马上消费人员在素心村教育基地组织金融知识下乡活动"])
    #expect(item.blocks.count == 16)
    #expect(item.blocks.first?.text.hasPrefix("近年来,在监管出台的政策中") == true)
    #expect(item.blocks.last?.text.hasSuffix("更是数字化转系发展的使命与要求。") == true)
  }

  @Test func plainTextLeavesOutCaptionsBylineAndSummary() {
    let text = item.blocks.plainText
    #expect(text.contains("\n\n数智科技赋能消保全业务流程\n\n"))
    for absent in ["章敬宇", "资料图", "素心村", "标签", "上一篇", "猜你喜欢", item.summary ?? "?"] { #expect(!text.contains(absent)) }
  }

  @Test func tagsAndNeighbours() {
    #expect(item.tags == ["消费者权益保护", "金融机构", "生命周期", "合法权益", "消费者权益"])
    #expect(item.previous == nil)
    #expect(item.next == nil)
  }

  @Test func relatedNews() {
    let labels = ["今日热搜", "聚焦", "今日聚焦", "每日看点", "今日热议", "新要闻", "每日报道", "每日精选", nil, nil]
    #expect(item.related.map(\.label) == labels)
    #expect(item.related.map(\.isSelf) == [true] + Array(repeating: false, count: 9))
    #expect(item.related.first?.title == "马上消费发布《2022消费者权益保护报告")
    #expect(item.related[8].title == "毛利率下滑,股权纠纷未决!尚未盈利世和基因科创")
    #expect(item.related.last?.title == "美农生物开启申购:自主创新与强劲研发力兼具 未")
    #expect(item.related.last?.published == moment(2022, 6, 10, 6, 43, 32))
    #expect(item.related[4].published == moment(2022, 6, 13, 9, 51, 54))
    for entry in item.related {
      #expect(entry.summary.map { !$0.isEmpty && !$0.contains("更多") && !$0.hasSuffix(".") } == true)
    }
  }
}

private let realPage = "samples/page-touzishibao-2022-06-15.txt"
