import ArticleFields
import Foundation
import Log
package import NewsModel
package import NewsStore
import SubscriptionLists

/// What became of a list of feeds.
package struct FollowReport: Hashable, Sendable {
  package var new: [Subscription] = []
  /// How many were followed before.
  package var known = 0
  /// Lines and outlines that were passed over; of very many the first.
  package var problems: [ImportProblem] = []
  /// How many more were refused than `problems` tells.
  package var untoldProblems = 0
  /// How many feeds are beyond what one list may hold.
  package var leftOut = 0
}

extension NewsLibrary {
  /// The most bytes of a list; a longer file is no list.
  private static let longestList = 16 << 20

  /// Whether a file is a list of feeds: OPML, or newsboat's `urls`.
  package static func isSubscriptionList(atPath path: String) -> Bool {
    guard let start = read(path, upTo: SubscriptionList.telltaleSize) else { return false }
    return start.withUnsafeBytes { SubscriptionList.isList($0, fileName: path) }
  }

  /// Follows the feeds of a list; nothing is fetched. Those that are followed already stay as they are.
  package func followFeeds(listedIn path: String) throws(StoreError) -> FollowReport {
    var report = FollowReport()
    let list = Self.read(path, upTo: Self.longestList)?.withUnsafeBytes {
      SubscriptionList.read($0, context: ParsingContext(fileName: path))
    }
    guard let list else { return report }
    report.problems = list.refusals.map { ImportProblem($0, path: path) }
    report.leftOut = list.leftOut
    report.untoldProblems = list.untoldRefusals
    var names = FreeNames(try store.subscriptions())
    let entries = list.subscriptions.map { entry in
      // Its own name, or one like it where that is taken.
      var new = entry
      new.name = names.name(for: FoundFeed(title: entry.name, address: entry.address))
      names.reserve(new.name)
      return new
    }
    report.new = try store.subscribe(all: entries)
    report.known = entries.count - report.new.count
    return report
  }

  /// The first bytes of a file; nil for what is no file or cannot be read.
  private static func read(_ path: String, upTo limit: Int) -> Data? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return nil }
    return Log.attempt("read \(path)", .info) { try file.read(upToCount: limit) }.flatMap(\.self)
  }
}
