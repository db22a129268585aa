import Testing

@testable import WebPages

@Suite struct PageMetadataTests {
  private func metadata(_ html: String) -> PageMetadata { withTree(html) { PageMetadata($0) } }
  private func meta(_ name: String, _ content: String = "甲") -> PageMetadata {
    metadata("<meta name=\"\(name)\" content=\"\(content)\">")
  }

  // MARK: - meta

  @Test(arguments: ["og:title", "headline", "DC.title", "twitter:title", "title"]) func titlesAreNamed(name: String) {
    #expect(meta(name).titles == ["甲"])
  }
  @Test(arguments: ["source", "mediaid", "article:source", "copyrightHolder"]) func sourcesAreNamed(name: String) {
    #expect(meta(name).sources == ["甲"])
  }
  @Test(arguments: ["og:site_name", "application-name", "publisher"]) func sitesAreNamed(name: String) {
    #expect(meta(name).siteName == "甲")
  }
  @Test(arguments: ["author", "article:author", "byl", "weibo:article:author"]) func authorsAreNamed(name: String) {
    #expect(meta(name).authors == ["甲"])
  }
  @Test(arguments: ["article:published_time", "pubdate", "PublishDate", "publish-date", "dc.date.issued", "_pubtime"])
  func datesAreNamed(name: String) { #expect(meta(name).published == ["甲"]) }
  @Test(arguments: ["article:modified_time", "lastmod", "og:updated_time"]) func changesAreNamed(name: String) {
    #expect(meta(name).updated == ["甲"])
  }
  @Test(arguments: ["keywords", "article:tag", "news_keywords"]) func tagsAreNamed(name: String) {
    #expect(meta(name, "金价,油价").tags == ["金价", "油价"])
  }
  @Test(arguments: ["description", "og:description", "abstract"]) func summariesAreNamed(name: String) {
    #expect(meta(name).summaries == ["甲"])
  }

  @Test(arguments: ["", "viewport", "og:image", "xtitle", "titles"]) func otherNamesSayNothing(name: String) {
    let found = meta(name)
    #expect(
      found.titles.isEmpty && found.sources.isEmpty && found.authors.isEmpty && found.published.isEmpty
        && found.summaries.isEmpty)
  }

  @Test func threeAttributesNameAField() {
    #expect(metadata("<meta property=og:title content=a><meta itemprop=headline content=b>").titles == ["a", "b"])
    #expect(metadata("<meta property=x name=og:title content=a>").titles.isEmpty)
    #expect(metadata("<META CONTENT=' a&amp;b ' NAME='OG:Title'>").titles == [" a&b "])
  }

  @Test func fieldsWithoutContentAreNone() {
    #expect(
      metadata("<meta name=author><meta name=author content=''><meta name=author content=' \u{3000}'>").authors.isEmpty)
    #expect(meta("description", String(repeating: "a", count: 4_000)).summaries.count == 1)
    #expect(meta("description", String(repeating: "a", count: 4_001)).summaries.isEmpty)
  }

  @Test func theFirstOfSeveralSitesAndAddressesCounts() {
    let found = metadata(
      "<base href=/a/><base href=/b/><meta property=og:site_name content=a><meta property=og:site_name content=b>"
        + "<meta property=og:url content=https://a.example/><meta property=og:url content=https://b.example/>"
        + "<link rel='x CANONICAL' href=/c1><link rel=canonical href=/c2>")
    #expect(
      found.siteName == "a" && found.base == "/a/" && found.openAddress == "https://a.example/"
        && found.canonical == "/c1")
  }

  @Test func anAddressIsNoAuthor() { #expect(meta("author", "https://a.example/u/1").authors.isEmpty) }

  @Test func whoMadeTheProgramIsNoAuthor() {
    #expect(
      metadata("<meta name=generator content='Nanwan 3.2'><meta name=author content='Nanwan! Team'>").authors.isEmpty)
    #expect(metadata("<meta name=author content='Nanwan'><meta name=generator content='Nanwan 3.2'>").authors.isEmpty)
    #expect(metadata("<meta name=generator content='Abc 3'><meta name=author content='Abc'>").authors == ["Abc"])
    #expect(
      metadata("<meta name=generator content='Nanwan 3.2'><meta name=author content='Ann Poe'>").authors == ["Ann Poe"])
  }

  @Test func thePagesLanguageIsThatOfItsRoot() {
    #expect(metadata("<html lang=de><meta property=og:locale content=en_US>").language == "de")
    #expect(metadata("<html lang=''><meta property=og:locale content=en_US>").language == "en_US")
    #expect(metadata("<p lang=de>").language == nil)
  }

  @Test func theTitleIsTheFirstOneOutsideOfDrawings() {
    #expect(
      metadata("<svg><title>a drawing</title></svg><title>甲 &amp; 乙</title><title>丙</title>").documentTitle == "甲 & 乙")
    #expect(metadata("<p>").documentTitle == nil)
    #expect(metadata("<title>" + String(repeating: "长", count: 600) + "</title>").documentTitle?.count == 500)
  }

  @Test func sitesAreSafeLines() {
    let found = metadata(
      "<meta property=og:site_name content=' Harbor\u{1b}[1m  Wire '>"
        + json(#"{"@type":"Article","publisher":{"name":"南湾网"}}"#))
    #expect(found.sites == ["Harbor[1m Wire", "南湾网"])
    #expect(metadata("<p>").sites.isEmpty)
  }

  // MARK: - Feeds

  @Test func feedsAreAlternatesOfTheirType() {
    let found = metadata(
      "<link rel=alternate type=application/rss+xml href=/a title='全部 &amp; 更多'><link rel='ALTERNATE home' type='application/atom+xml; charset=utf-8' href=/b>"
        + "<link rel=alternate type=text/html href=/c><link rel=alternate href=/d><link rel=stylesheet type=application/rss+xml href=/e><link rel=alternate type=application/rss+xml>"
    )
    #expect(
      found.feeds == [
        FeedLink(title: "全部 & 更多", address: "/a", type: "application/rss+xml"),
        FeedLink(title: "", address: "/b", type: "application/atom+xml"),
      ])
  }

  @Test func fiftyFeedsAreEnough() {
    #expect(
      metadata(String(repeating: "<link rel=alternate type=application/rss+xml href=/a>", count: 60)).feeds.count == 50)
  }

  // MARK: - JSON-LD

  private func json(_ text: String) -> String { "<script type=\"application/ld+json\">\(text)</script>" }

  @Test func anArticleSaysAllOfItself() {
    let found = metadata(
      "<meta property=og:title content=open><meta name=author content=meta><meta name=pubdate content=d0><meta name=lastmod content=u0>"
        + json(
          #"{"@type":"NewsArticle","headline":"甲 &amp; 乙","datePublished":"d1","dateModified":"u1","author":[{"name":"Ann Poe"},"陈一"],"creator":{"name":"Tom Roe"},"#
            + #""publisher":{"name":"南湾网"},"keywords":["金价"," 油价"],"description":"提要","articleBody":"正文"}"#))
    #expect(found.titles == ["甲 & 乙", "open"])
    #expect(found.published == ["d1", "d0"] && found.updated == ["u1", "u0"])
    #expect(found.authors == ["Ann Poe", "陈一", "Tom Roe"])
    #expect(
      found.publishers == ["南湾网"] && found.tags == ["金价", " 油价"] && found.summaries == ["提要"] && found.body == "正文")
  }

  @Test(arguments: [
    #""NewsArticle""#, #""BlogPosting""#, #""Article""#, #""Report""#, #""Review""#, #""ClaimReview""#,
    #"["Thing","Article"]"#, #""SocialMediaPosting""#,
  ])
  func kindsOfArticles(type: String) { #expect(metadata(json(#"{"@type":\#(type),"name":"甲"}"#)).titles == ["甲"]) }

  @Test(arguments: [#""WebPage""#, #""Organization""#, #""ArticleList""#, #""Reports""#, "[]", "1", "null"])
  func otherKindsAreNone(type: String) {
    #expect(metadata(json(#"{"@type":\#(type),"headline":"甲"}"#)).titles.isEmpty)
  }

  @Test(arguments: [
    #"[{"@type":"WebSite"},{"@type":"Article","headline":"甲"}]"#, #"{"@graph":[{"@type":"Article","headline":"甲"}]}"#,
    #"{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"甲"}}"#,
    #"{"@type":"WebPage","mainEntityOfPage":{"@type":"Article","headline":"甲"}}"#,
    #"{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"甲"}]}"#,
  ])
  func anArticleMayStandWithinOthers(text: String) { #expect(metadata(json(text)).titles == ["甲"]) }

  @Test func notEveryPlaceIsLookedAt() {
    #expect(metadata(json(#"{"about":{"@type":"Article","headline":"甲"}}"#)).titles.isEmpty)
    let deep =
      String(repeating: #"{"@graph":"#, count: 6) + #"{"@type":"Article","headline":"甲"}"#
      + String(repeating: "}", count: 6)
    #expect(metadata(json(deep)).titles.isEmpty)
  }

  @Test func theFirstArticleIsThePagesOwn() {
    let found = metadata(
      json(#"[{"@type":"Article","headline":"甲"},{"@type":"Article","headline":"乙","author":"陈一"}]"#)
        + json(#"{"@type":"Article","headline":"丙"}"#))
    #expect(found.titles == ["甲"] && found.authors.isEmpty)
  }

  @Test func ofAKeywordsFieldThePagesOwnTagsGoFirst() {
    let article = json(#"{"@type":"Article","headline":"甲","keywords":"金价,油价"}"#)
    #expect(metadata(article).tags == ["金价", "油价"])
    #expect(metadata("<meta name=keywords content=银价>" + article).tags == ["银价"])
  }

  @Test func anArticleWithoutAuthorsLeavesThoseOfThePage() {
    #expect(
      metadata(
        "<meta name=author content='Ann Poe'>" + json(#"{"@type":"Article","headline":"a","author":{"name":" "}}"#)
      ).authors == ["Ann Poe"])
    #expect(metadata(json(#"{"@type":"Article","author":["https://a.example/u/1","陈一"]}"#)).authors == ["陈一"])
  }

  @Test func valuesOfOtherKindsAreNone() {
    let found = metadata(
      json(
        #"{"@type":"Article","headline":1,"name":"甲","datePublished":["a"],"description":null,"articleBody":{"a":"b"}}"#
      ))
    #expect(found.titles == ["甲"] && found.published.isEmpty && found.summaries.isEmpty && found.body == nil)
  }

  @Test(arguments: ["<script>", "<script type=text/javascript>", "<script type=application/json>"])
  func otherScriptsAreNone(tag: String) {
    #expect(metadata("\(tag){\"@type\":\"Article\",\"headline\":\"甲\"}</script>").titles.isEmpty)
  }

  @Test func damagedDataIsNoneAndHurtsNoOther() {
    #expect(metadata(json("{\"@type\":\"Article\"") + json(#"{"@type":"Article","headline":"甲"}"#)).titles == ["甲"])
  }
}

@Suite struct PageLanguageTests {
  @Test(
    arguments: [
      ("de", true), ("fr-FR", true), ("es_419", true), ("EN-GB", true), ("en_AU", true), ("en-Latn-IE", true),
      ("en-US", false), ("en_us", false), ("en-PH", false), ("en", nil), ("en-Latn", nil), ("zh-CN", nil),
      ("ja", nil), ("hu", nil), ("", nil), ("-", nil),
    ] as [(String, Bool?)])
  func theLanguageTellsTheOrderOfDates(tag: String, isDayFirst: Bool?) {
    #expect(PageLanguage.isDayFirst(tag) == isDayFirst)
  }
}
