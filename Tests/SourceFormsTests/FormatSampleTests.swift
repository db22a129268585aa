import Testing

@testable import SourceForms

@Suite struct FormatSampleTests {
  private func sample(_ text: String) -> FormatSample { FormatSample(text) }

  @Test func blanksAndAMarkBeforeTheTextDoNotCount() {
    #expect(sample("\u{feff} \r\n\t　<RSS>").text == "<RSS>")
    #expect(sample("\u{feff} \r\n\t　<RSS>").lowercased == "<rss>")
    #expect(sample("").text.isEmpty && !sample("").isMarkup && !sample("甲 <p>").isMarkup)
    #expect(sample("A <P>").lowercased.isEmpty)
  }

  @Test func wordsAreLookedForAsTheyAreWrittenAndInSmallLetters() {
    #expect(sample("<A HREF>").contains(["href"]) && sample("<A HREF>").contains(["HREF"]))
    #expect(!sample("A HREF").contains(["href"]))
    #expect(
      sample("abc").begins(with: ["x", "ab"]) && !sample("abc").begins(with: ["bc"]) && !sample("abc").begins(with: []))
  }

  @Test(
    arguments: [
      ("<rss version='2.0'>", "rss"), ("<?xml version='1.0'?><!DOCTYPE a><feed>", "feed"),
      ("<!-- <rss> --><html>", "html"),
      ("<RDF:RDF xmlns>", "rdf"), ("<atom:feed>", "feed"), ("<my-tag.x_1>", "my-tag.x_1"), ("<云杉><p>", "p"),
      ("<a:>", "a"), ("<p", "p"),
      ("<!-- <rss>", nil), ("<", nil), ("< >", nil), ("<!doctype html", nil), ("甲", nil),
    ] as [(String, String?)])
  func theRootIsTheFirstElement(text: String, name: String?) {
    #expect(sample(text).rootElement.map(String.init) == name)
  }

  @Test(arguments: ["<rss>", "<feed xmlns='a'>", "<rdf:RDF>", "<?xml version='1.0'?><rss>", "<channel>"])
  func feedsHaveFewRoots(text: String) {
    #expect(sample(text).isFeed && !sample(text + "</a>").isUnknownMarkup)
  }

  @Test(arguments: ["<html>", "<rssfeed>", "<x:html>", "rss", ""]) func otherRootsAreNoFeeds(text: String) {
    #expect(!sample(text).isFeed)
  }

  @Test(arguments: [
    "<!DOCTYPE HTML>", "<html lang=zh>", "<HEAD>", "<meta charset=utf-8>", "<!-- a -->", "<div>", "<p>", "<h1>",
    "<text>", "<article>", "<?xml version='1.0'?>",
  ])
  func pagesBeginWithOneOfManyTags(text: String) { #expect(sample(text).isWebPage) }

  @Test(arguments: ["<b>", "<rss>", "<云杉>", "html", "", "<!doctype a>", "a <p>"]) func otherTextsAreNoPages(
    text: String
  ) { #expect(!sample(text).isWebPage) }

  // MARK: - Markup of others

  @Test(arguments: ["<prices><a/></prices>", "<?xml version='1.0'?><prices/>", "<!DOCTYPE prices><prices>"])
  func elementsThatNobodyKnowsAreUnknownMarkup(text: String) { #expect(sample(text).isUnknownMarkup) }

  @Test(arguments: [
    "<prices>", "<p>a</p>", "<text>a</text>", "<feed></feed>", "<x-a></x-a>", "<云杉></云杉>", "甲</a>",
    "<br/><prices></prices>",
  ])
  func otherMarkupIsKnown(text: String) { #expect(!sample(text).isUnknownMarkup) }

  @Test(arguments: [
    ("<DOC>", true), ("<doc>", false), ("<!-- a --><doc> sgml </doc>", true), ("<!doctype a><doc>", true),
    ("<?xml version='1.0'?><!doctype a><doc>", false), ("<?xml?><Doc>", false),
  ])
  func capitalsAndTypesTellSGML(text: String, isSGML: Bool) { #expect(sample(text).isSGML == isSGML) }

  @Test(
    arguments: [
      ("<table border=1 class=\"dataframe\"><tr><td>", true), ("<div><table class=dataframe>", true),
      ("<p>甲</p><table class=dataframe>", false),
      ("<article><table class=dataframe>", false), ("<table><tr><th>标题</th></tr><tr><td>甲</td></tr></table>", true),
      ("<table><tr><td>甲", false),
      ("<table><th>标题<td><p>甲", false), ("<div><table><th>标题", false), ("<p>dataframe", false), ("dataframe", false),
    ] as [(String, Bool)])
  func tablesOfRecordsAreToldFromPages(text: String, isTable: Bool) { #expect(sample(text).isTable == isTable) }

  // MARK: - Mail

  @Test(arguments: [
    "From: a@b.example\nSubject: 行情\n\n甲", "Return-Path: <a>\r\nReceived: by x\r\n\r\n甲",
    "Message-ID: <1>\nDate: today\n\n", "From a@b.example Mon\nFrom: a\nSubject: b\n\n",
    "Subject: a\n b\n c\nFrom: x\n\n", "newsgroups: a\npath: b\n\n", "Subject: a\nFrom: b",
  ])
  func mailsBeginWithTheirFields(text: String) {
    #expect(sample(text).mailHeaders != nil)
    #expect(sample(text).mailHeaders?.isWebArchive == false)
  }

  @Test(arguments: [
    "From: a@b.example\nDate: today\n\n", "Subject: 行情\n\nFrom: a", "Message-ID: <1>\n\n甲",
    "From: a\nSubject: b\n行情走高\n\n", "来源: a\nSubject: b\nFrom: c\n\n", "",
    "<p>From: a\nSubject: b", "\n\n甲", "title: a\nurl: b\n\n", "a b: c\nFrom: d\nSubject: e\n\n",
  ])
  func otherTextsAreNoMails(text: String) { #expect(sample(text).mailHeaders == nil) }

  @Test(arguments: [
    "From: a\nSubject: b\nSnapshot-Content-Location: https://a.example/\n\n",
    "From: a\nSubject: b\nContent-Type: multipart/related; type=\"text/html\"\n\n",
    "From: a\nSubject: b\nContent-Type:\n\tmultipart/related;\n\n",
  ])
  func aPageInAMailIsAnArchive(text: String) { #expect(sample(text).mailHeaders?.isWebArchive == true) }

  @Test func whatStandsBehindTheFieldsIsNoField() {
    #expect(sample("From: a\nSubject: b\n\nmultipart/related").mailHeaders?.isWebArchive == false)
  }

  // MARK: - Data written as code

  @Test(arguments: [
    "INSERT INTO news VALUES (1);", "insert into `news` values (1)",
    "-- a dump\n/* of */\n# today\nCREATE TABLE news (\n", "SET NAMES utf8;", "SET @a='b';", "PRAGMA foreign_keys=OFF;",
    "BEGIN TRANSACTION;", "COPY public.news (id, title) FROM stdin;", "USE `news`;", "DROP TABLE IF EXISTS `news`;",
  ])
  func statementsAreSQL(text: String) { #expect(sample(text).isSQL) }

  @Test(arguments: [
    "Set names aside and read on", "COPY that", "Insert into the slot", "-- a note alone", "",
    "甲\nINSERT INTO news VALUES (1);", "<p>INSERT INTO a (b);", "SELECT 1;", "Create table salt",
  ])
  func sentencesAreNot(text: String) { #expect(!sample(text).isSQL) }

  @Test(arguments: [
    "['a', 1]", "('a', 'b')", "[('a', 1), ('b', 2)]", "[(\"a\", 1)]", "(\"a\", 1)", "{'a': 'b', 'c': 1}", "[ 'a' , 1]",
  ])
  func literalsOfPythonAreTold(text: String) { #expect(sample(text).isPythonLiteral) }

  @Test(arguments: ["[\"a\", \"b\"]", "['a']", "{\"a\": 'b',}", "(a, b)", "'a', 'b'", "{'a': 1}", ""])
  func otherListsAreNot(text: String) {
    #expect(!sample(text).isPythonLiteral)
  }

  @Test(arguments: [
    "{title: \"a\"}", "[{title: 'a'}]", "callback({\"a\": 1})", "cb([{\"a\":1}])", "var news = [{",
    "window.data = {\"a\": 1}", "$.x=[{\"a\":1}]", "{ $a_1 : 1}",
  ])
  func objectsOfJavaScriptAreTold(text: String) { #expect(sample(text).isJavaScriptObject) }

  @Test(arguments: ["{\"title\": 1}", "[title: 1]", "title: a", "f(x)", "{}", "[1,2]", "", "{'a': 1}", "a = b"])
  func otherObjectsAreNot(text: String) {
    #expect(!sample(text).isJavaScriptObject)
  }

  @Test(arguments: [
    ("{\"a\": 1}", true), (" {\n \"a\"", true), ("{}", true), ("[{\"a\": 1}]", true), ("[]", true), ("[1]", false),
    ("[[", false), ("{a", false), ("\"a\"", false), ("{", false), ("", false),
  ])
  func twoSignsTellJSON(text: String, isJSON: Bool) { #expect(sample(text).isJSON == isJSON) }

  @Test(arguments: [
    ("{\"version\": \"https://jsonfeed.org/version/1.1\"}", true),
    ("{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", true), ("{\"version\": \"1.1\"}", false),
    ("{\"a\": \"jsonfeed.org/version\"}", false),
  ])
  func aJSONFeedNamesItsVersion(text: String, isFeed: Bool) { #expect(sample(text).isJSONFeed == isFeed) }

  @Test(arguments: [
    ("WEBVTT", true), ("1\n00:00:01,000 --> 00:00:02,000\n甲", true), ("12\r\n\r\n00:01 --> 00:02", true),
    ("1\n甲", false), ("a\n00:01 --> 00:02", false), ("1", false), ("<p>\n1 --> 2", false),
  ])
  func aNumberAndASpanOfTimeAreSubtitles(text: String, areSubtitles: Bool) {
    #expect(sample(text).isSubtitles == areSubtitles)
  }
}
