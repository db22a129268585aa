import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing

struct FeedReaderTests {
  @Test func rss2() throws {
    let feed = try feed(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>晨星日报</title><link>https://news.example/</link><ttl>30</ttl><language>zh-CN</language>
      <image><title>Logo</title><link>https://logo.example/</link></image>
      <item><title>云岭电池公布新工厂计划</title><link>/2031/a.html</link><guid isPermaLink="false">a-17</guid>
      <pubDate>Wed, 18 Jun 2031 13:42:09 +0800</pubDate><dc:creator>林晓</dc:creator><category>新能源</category>
      <category>产能</category><category>产能</category><description>摘要。</description>
      <content:encoded><![CDATA[<p>全文 <a href="/b">链接</a></p>]]></content:encoded>
      <source url="https://other.example/rss">海湾通讯</source></item>
      </channel></rss>
      """)
    #expect(feed.title == "晨星日报")
    #expect(feed.link == "https://news.example/")
    #expect(feed.updateInterval == 1_800)
    #expect(feed.language == "zh-cn")
    #expect(feed.notes.isEmpty)
    #expect(
      feed.items == [
        FeedItem(
          id: "a-17", title: "云岭电池公布新工厂计划", link: "https://news.example/2031/a.html",
          published: utc(2031, 6, 18, 5, 42, 9),
          author: "林晓", summary: "摘要。", content: "<p>全文 <a href=\"https://news.example/b\">链接</a></p>",
          tags: ["新能源", "产能"], source: "海湾通讯")
      ])
  }

  @Test func atom() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><title type="html">A &amp;amp; B</title>
      <link rel="self" href="feed.atom"/><link href="./"/><link rel="hub" href="https://hub.example/"/>
      <entry><id>tag:base.example,2031:1</id><title>First &lt;b></title><link rel="enclosure" href="a.mp3"/>
      <link rel="alternate" type="text/html" href="1.html"/><published>2031-06-18T05:42:09Z</published>
      <updated>2031-06-19T05:42:09Z</updated><author><name>Lin Xiao</name><email>lin@base.example</email></author>
      <author><name>Mo Chen</name></author><category term="energy" label="Energy"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2<br/></p></div></content>
      <source><title>Origin</title><id>other</id><updated>2020-01-01T00:00:00Z</updated></source></entry></feed>
      """)
    #expect(feed.title == "A & B")
    #expect(feed.link == "https://base.example/x/")
    #expect(feed.selfLink == "https://base.example/x/feed.atom")
    #expect(feed.hub == "https://hub.example/")
    let item = try #require(feed.items.first)
    #expect(item.id == "tag:base.example,2031:1")
    #expect(item.title == "First <b>")
    #expect(item.link == "https://base.example/x/1.html")
    #expect(item.published == utc(2031, 6, 18, 5, 42, 9))
    #expect(item.updated == utc(2031, 6, 19, 5, 42, 9))
    #expect(item.author == "Lin Xiao, Mo Chen")
    #expect(item.tags == ["energy"])
    #expect(item.content?.contains("<p>1 &lt; 2<br></p>") == true)
    #expect(item.source == "Origin")
  }

  @Test func rdfAndChannelDefinitionFormat() throws {
    let rdf = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>Tape</title>
      <link>https://news.example/</link><items><rdf:Seq><rdf:li rdf:resource="x"/></rdf:Seq></items></channel>
      <item rdf:about="https://news.example/1"><title>One</title><dc:date>2031-06-18</dc:date></item></rdf:RDF>
      """)
    #expect(rdf.title == "Tape")
    #expect(
      rdf.items == [
        FeedItem(
          id: "https://news.example/1", title: "One", link: "https://news.example/1", published: utc(2031, 6, 18))
      ])
    let cdf = try feed(
      """
      <CHANNEL HREF="https://news.example/"><TITLE>Old</TITLE><ITEM HREF="/1" LASTMOD="2031-06-18"><TITLE>One</TITLE>
      <ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>
      """)
    #expect(cdf.link == "https://news.example/")
    #expect(cdf.items.first?.link == "https://news.example/1")
    #expect(cdf.items.first?.summary == "Short")
    #expect(cdf.items.first?.updated == utc(2031, 6, 18))
  }

  @Test func undeclaredEntitiesAndEscapingTwice() throws {
    #expect(try item("<title>Rain &mdash; &nosuch; &amp; sun</title>").title == "Rain — &nosuch; & sun")
    #expect(try item("<title>AT&amp;amp;T &amp;#8217;s</title>").title == "AT&T ’s")
    #expect(try item("<title>&lt;b&gt;Bold&lt;/b&gt; move</title>").title == "Bold move")
    #expect(try item("<title>5 &lt; 6 and &lt;Corp&gt;</title>").title == "5 < 6 and <Corp>")
    #expect(try item("<title>&#226;&#128;&#166;</title>").title == "…")
  }

  @Test func declaredEntitiesAreReadAndOthersAreNeverFetched() throws {
    let text = """
      <!DOCTYPE rss [<!ENTITY firm "远帆航运"><!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss><channel><title>&firm; &file;</title></channel></rss>
      """
    #expect(try feed(text).title == "远帆航运 &file;")
  }

  @Test func directElementsComeBeforeDeeperOnes() throws {
    let media = "xmlns:media=\"http://search.yahoo.com/mrss/\""
    #expect(try item("<media:title>Clip</media:title><title>Head</title>", attributes: media).title == "Head")
    #expect(try item("<media:group><media:title>Clip</media:title></media:group>", attributes: media).title == "Clip")
    #expect(try item("<image><title>Logo</title></image>").title == nil)
    #expect(try entry("<x><id>inner</id></x><id>own</id>").id == "own")
    #expect(try entry("<id>own</id><x><id>inner</id></x>").id == "own")
  }

  @Test func foreignVocabulariesSayNothing() throws {
    let strange = "xmlns:x=\"https://strange.example/\" xmlns:r=\"http://backend.userland.com/rss2\""
    #expect(try item("<x:title>No</x:title><r:title>Yes</r:title>", attributes: strange).title == "Yes")
    #expect(try item("<dc:creator>Undeclared</dc:creator>").author == "Undeclared")
  }

  @Test func peopleAreNames() throws {
    #expect(try item("<author>desk@news.example (Lin Xiao)</author>").author == "Lin Xiao")
    #expect(try item("<author>Lin Xiao &lt;desk@news.example&gt;</author>").author == "Lin Xiao")
    #expect(try item("<author>desk@news.example</author>").author == "desk@news.example")
  }

  @Test func aGuidIsALinkUnlessItSaysOtherwise() throws {
    #expect(try item("<guid>https://news.example/1</guid>").link == "https://news.example/1")
    #expect(try item("<guid isPermaLink=\"false\">https://news.example/1</guid>").link == nil)
    #expect(try item("<guid>https://news.example/1</guid><link>/2</link>").link == "https://news.example/2")
  }

  @Test func base64() throws {
    #expect(try entry("<title mode=\"base64\">\n UmF0ZXMgPGI+ZmFsbDwvYj4=\n</title>").title == "Rates fall")
  }

  @Test func datesWithoutZoneAreChinasInChineseFeeds() throws {
    func text(_ language: String) -> String {
      "<rss><channel><language>\(language)</language><item><pubDate>2031-06-18 08:00:00</pubDate></item></channel></rss>"
    }
    #expect(try feed(text("zh-cn")).items.first?.published == utc(2031, 6, 18))
    #expect(try feed(text("en")).items.first?.published == utc(2031, 6, 18, 8))
  }
}
