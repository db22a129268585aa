import Testing

@testable import WebPages

@Suite struct PageNamesTests {
  @Test(
    "names of writers are kept without what stands by them",
    arguments: [
      ("陈一 阅读(1660) 评论(5)", "陈一"), ("By Ann Poe", "Ann Poe"), ("记者 林一帆", "林一帆"), ("Jean-Luc d'Arc", "Jean-Luc d'Arc"),
    ])
  func writers(value: String, name: String) {
    #expect(WriterName.cleaned(value) == name)
  }

  @Test(
    "what is nobody's name is none",
    arguments: ["admin", "管理员", "100021", "a@site.test", "https://site.test/u/1", "Super User", ""])
  func nobody(value: String) {
    #expect(WriterName.cleaned(value) == nil)
  }

  @Test("the site is no writer")
  func site() {
    #expect(WriterName.cleaned("Harbor Wire", sites: ["harbor wire"]) == nil)
  }

  @Test(
    "names of sources are kept without buttons, places and brackets",
    arguments: [("南岸财讯 举报", "南岸财讯"), ("南岸财讯 广东", "南岸财讯"), ("[青川新闻] 共阅[312]次", "青川新闻"), ("Harbor News", "Harbor News")])
  func sources(value: String, name: String) {
    #expect(SourceName.cleaned(value) == name)
  }

  @Test(
    "fields that hold no name are none",
    arguments: ["（", "[", "北京市", "内蒙古自治区", "未知", "网络", "By Ann Poe", "Image credit: Harbor"])
  func none(value: String) {
    #expect(SourceName.cleaned(value) == nil)
  }

  @Test("persons are told from papers")
  func persons() {
    #expect(WriterName.isPerson("Ann Poe") && WriterName.isPerson("陈一") && WriterName.isPerson("Inés Quiroga"))
    #expect(!WriterName.isPerson("Harbor Times") && !WriterName.isPerson("扬眼") && !WriterName.isPerson("Vox"))
  }
}
