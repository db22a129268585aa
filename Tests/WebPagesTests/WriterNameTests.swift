import Testing

@testable import WebPages

@Suite struct WriterNameTests {
  @Test(arguments: [
    ("By Jane Doe", "Jane Doe"), ("作者：李四", "李四"), ("文/李四", "李四"), ("李四 1234", "李四"), ("李四 王五", "李四 王五"),
  ])
  func whatStandsAroundANameIsLeftOut(value: String, names: String) { #expect(WriterName.cleaned(value) == names) }

  @Test(arguments: ["", "admin", "佚名", "a@b.example", "https://b.example/", "1234"]) func otherValuesNameNobody(
    value: String
  ) {
    #expect(WriterName.cleaned(value) == nil)
  }

  @Test func aSiteIsNoWriter() { #expect(WriterName.cleaned("晨星", sites: ["晨星"]) == nil) }

  @Test(arguments: ["Jane Doe", "John D. Roe", "李四", "欧阳明"]) func personsAreTold(name: String) {
    #expect(WriterName.isPerson(name[...]))
  }

  @Test(arguments: ["Example Times", "jane doe", "JANE DOE", "Jane", "港口", "江湾日报", "江西", "江苏", "Read More"])
  func housesAndWordsAreNoPersons(name: String) { #expect(!WriterName.isPerson(name[...])) }
}

@Suite struct SourceNameTests {
  @Test(arguments: [("港口日报", "港口日报"), ("【港口日报】", "港口日报"), ("港口日报 江苏", "港口日报"), ("- Example Wire", "Example Wire")])
  func marksAndPlacesAreLeftOut(value: String, name: String) { #expect(SourceName.cleaned(value) == name) }

  @Test(arguments: ["", "网络", "Unknown", "广东省", "a@b.example", "By Jane Doe", "7"]) func otherValuesNameNoSource(
    value: String
  ) {
    #expect(SourceName.cleaned(value) == nil)
  }

  @Test func provincesArePlaces() {
    #expect(SourceName.isPlace("广东") && SourceName.isPlace("广西壮族自治区") && SourceName.isPlace("香港特别行政区"))
    #expect(!SourceName.isPlace("广东人") && !SourceName.isPlace("江湾"))
  }
}

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
