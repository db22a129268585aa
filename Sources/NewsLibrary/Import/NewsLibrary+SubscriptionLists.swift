internal import Foundation
public import NewsModel
internal import NewsParsing
public import NewsStore

/// What became of a list of feeds.
public struct FollowReport: Hashable, Sendable {
  public var new: [Subscription] = []
  /// How many were followed before.
  public var known = 0
  /// Lines and outlines that were passed over.
  public var problems: [ImportProblem] = []
}

extension NewsLibrary {
  /// Lists longer than this many bytes are nobody's.
  private static let longestList = 16 << 20

  /// Whether a file is a list of feeds: OPML, or newsboat's `urls`.
  public static func isSubscriptionList(atPath path: String) -> Bool {
    guard let start = read(path, upTo: SubscriptionList.telltaleSize) else { return false }
    return start.withUnsafeBytes { SubscriptionList.isList($0, fileName: path) }
  }

  /// Follows the feeds of a list; nothing is fetched. Those that are followed already stay as they are.
  public func followFeeds(listedIn path: String) throws(LibraryError) -> FollowReport {
    var report = FollowReport()
    let list = Self.read(path, upTo: Self.longestList)?.withUnsafeBytes {
      SubscriptionList.read($0, context: ParsingContext(fileName: path))
    }
    guard let list else { return report }
    report.problems = list.refusals.map { ImportProblem($0, path: path) }
    for entry in list.subscriptions {
      do throws(LibraryError) {
        report.new.append(try follow(entry))
      } catch {
        guard case .subscription(.alreadyThere) = error else { throw error }
        report.known += 1
      }
    }
    return report
  }

  /// Follows a feed under its name, or one like it where that is taken.
  private func follow(_ entry: Subscription) throws(LibraryError) -> Subscription {
    do {
      return try subscribe(entry)
    } catch {
      guard case .name = error else { throw error }
      var renamed = entry
      renamed.name = try freeName(for: FoundFeed(title: entry.name, address: entry.address))
      return try subscribe(renamed)
    }
  }

  /// The first bytes of a file; nil for what is no file or cannot be read.
  private static func read(_ path: String, upTo limit: Int) -> Data? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return nil }
    defer { try? file.close() }
    return try? file.read(upToCount: limit)
  }
}
