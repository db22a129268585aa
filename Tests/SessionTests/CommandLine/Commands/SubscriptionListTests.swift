import Foundation
import Testing

/// Lists of feeds come in and go out on the command line.
struct SubscriptionListTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  private static let opml = """
    <opml version="1.0"><body><outline text="财经"><outline text="青禾快讯" type="rss" category="要闻" \
    xmlUrl="http://qinghe.example/rss"/></outline><outline text="坏" xmlUrl="javascript:alert(1)"/></body></opml>
    """

  @Test func whatAListNamesIsFollowedOnceAndTheRestIsNamed() throws {
    let file = try run.write(Self.opml, to: "feeds.opml")
    let first = try run("import", file)
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("subscribed to 1 feed, 0 known"))
    #expect(first.output.contains("javascript:alert(1)"), "what is passed over is said")
    #expect(try run("import", file).output.hasPrefix("subscribed to 0 feeds, 1 known"))
  }

  @Test func manyRefusedLinesAreCounted() throws {
    let lines = (0..<45).map { "query:\($0)\n" }.joined() + "http://qinghe.example/rss\n"
    let result = try run("import", try run.write(lines, to: "urls"))
    #expect(result.output.hasPrefix("subscribed to 1 feed, 0 known"))
    #expect(result.lines.count == 22 && result.lines.last == "… and 25 more")
  }

  @Test func whatIsFollowedGoesOutAndComesBackWithFoldersAndTags() throws {
    _ = try run("import", try run.write(Self.opml, to: "feeds.opml"))
    let file = run.home + "/out.opml"
    #expect(try run("export", "--output", file).status == 0)
    let other = ["--store", run.home + "/other.db"]
    #expect(try run.start(["import", file] + other).wait().output.hasPrefix("subscribed to 1 feed, 0 known"))
    let documents = try [[], other].map { try run.start(["export", "--format", "opml"] + $0).wait().output }
    #expect(documents[0] == documents[1])
    #expect(documents[0].contains("财经"))
    #expect(documents[0].contains("要闻"))
    #expect(documents[0].contains("http://qinghe.example/rss"))
  }

  @Test func linesOfNewsboatThatRunProgramsArePassedOver() throws {
    let list = "\"exec:touch owned\"\nhttp://qinghe.example/rss 要闻 \"~青禾\"\n"
    let result = try run("import", try run.write(list, to: "urls"))
    #expect(result.output.hasPrefix("subscribed to 1 feed, 0 known"))
    #expect(result.output.contains("exec:"))
    #expect(try run("export", "--format", "newsboat").output.contains("http://qinghe.example/rss"))
  }
}
