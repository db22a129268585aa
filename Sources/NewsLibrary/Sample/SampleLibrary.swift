import ArticleFields
import Foundation
import Log
import NewsModel
import NewsStore
import PageDumps

/// The bundled sample: a store of its own, made from the pages that come with the program.
///
/// It is made anew when these pages change and when it has become old; what was read or starred in it is lost then.
package struct SampleLibrary: Sendable {
  /// The folder of the sample's pages.
  package let pages: String
  /// Where its store is to lie.
  package let storePath: String

  /// After so many days the sample begins anew at the present.
  package static let lifetimeInDays = 30

  package init(pages: String, storePath: String) {
    self.pages = pages
    self.storePath = storePath
  }

  /// Opens the store, made where it is not there yet or out of date.
  ///
  /// Where its folder cannot be written it is made in a temporary one, to be removed at the end.
  /// - Parameter zone: the reader's, in which the pages' times of day are meant.
  func open(now: Timestamp, zone: TimeZone) throws(StoreError) -> (store: NewsStore, temporaryFolder: String?) {
    let texts = readPages()
    guard !texts.isEmpty else { throw .notFound(path: pages) }
    let fingerprint = Self.fingerprint(of: texts)
    if let store = openExisting(fingerprint, now: now) { return (store, nil) }
    let items = Self.items(of: texts, now: now, zone: zone)
    let mark = "\(fingerprint) \(now.rawValue)"
    do {
      try build(items, mark: mark, at: storePath)
      return (try NewsStore.open(at: storePath, .existing), nil)
    } catch {
      Log.info("the sample goes into a temporary folder", error)
      let folder = try Self.makeTemporaryFolder()
      let path = folder + "/sample.db"
      try build(items, mark: mark, at: path)
      return (try NewsStore.open(at: path, .existing), folder)
    }
  }

  private func readPages() -> [(name: String, bytes: [UInt8])] {
    let names =
      Log.attempt("list the pages of the sample") { try FileManager.default.contentsOfDirectory(atPath: pages) } ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(pages)/\(name)").map { (name, [UInt8]($0)) }
    }
  }

  /// FNV-1a (Fowler, Noll, Vo) over names and bytes.
  private static func fingerprint(of pages: [(name: String, bytes: [UInt8])]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for page in pages {
      for byte in page.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      for byte in page.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }

  /// The store that is there, where it was made of these pages and not too long ago.
  private func openExisting(_ fingerprint: String, now: Timestamp) -> NewsStore? {
    guard FileManager.default.fileExists(atPath: storePath),
      let store = Log.attempt("open the sample", .info, { try NewsStore.open(at: storePath, .existing) })
    else { return nil }
    guard store.obstacle == nil else {
      // What is read in it could not be marked.
      Self.close(store)
      return nil
    }
    let text = Log.attempt("read what the sample was made of", .info) { try store.setting(.sample) }
    let mark = text.flatMap(\.self)?.split(separator: " ") ?? []
    let lifetime = Int64(Self.lifetimeInDays) * 86_400
    if mark.count == 2, mark[0] == fingerprint, let made = Int64(mark[1]), (0...lifetime).contains(now.rawValue - made)
    {
      return store
    }
    Self.close(store)
    return nil
  }

  private static func close(_ store: NewsStore) { Log.attempt("close the sample", .info) { try store.close() } }

  private static func items(
    of pages: [(name: String, bytes: [UInt8])], now: Timestamp, zone: TimeZone
  ) -> [Item] {
    let items = pages.compactMap { page in
      let context = ParsingContext(zone: zone, now: now, fileName: page.name)
      return Log.attempt("read a page of the sample") {
        try PageDumpParser.parsePage(page.bytes, context: context).get()
      }
    }
    let shift = SampleShift(of: items.compactMap(\.published), to: now)
    return items.map { shift.moved($0) }
  }

  /// Makes the store beside its place and moves it there, so that no program opens half of one.
  private func build(_ items: [Item], mark: String, at path: String) throws(StoreError) {
    let draft = "\(path).\(getpid())"
    Self.remove(draft)
    defer { Self.remove(draft) }
    let store = try NewsStore.open(at: draft)
    _ = try store.save(items)
    _ = try store.indexNext()
    try store.set(.sample, to: mark)
    try store.close()
    Self.remove(path)
    guard rename(draft, path) == 0 else { throw .cannotOpen(path: path, SystemProblem(code: errno)) }
  }

  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
  }

  private static func makeTemporaryFolder() throws(StoreError) -> String {
    let pattern = FileManager.default.temporaryDirectory.path + "/newstape-XXXXXX"
    var template = Array(pattern.utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotOpen(path: pattern, SystemProblem(code: errno)) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Moves the dates of the sample, so that it reads as if it were written for the reader's first look at it.
///
/// All dates move by whole days, so that times of day stay natural, and then by the little that is left, so that the
/// newest article is a few minutes old. Where much would be left, as by noon with news that ends in the evening, the
/// last day is today: what of it would lie in the future stands on yesterday.
struct SampleShift {
  private let days: Int64
  /// What would come after this stands a day earlier; nil where nothing does.
  private let horizon: Timestamp?
  /// Seconds from the newest article to where it is to be.
  private var rest: Int64 = 0

  /// The age of the newest article, in seconds.
  static let age: Int64 = 3 * 60
  /// So many seconds less of a rest are worth a day that is divided.
  private static let worthDividing: Int64 = 2 * 3_600
  private static let day: Int64 = 86_400

  /// - Parameter times: all times that articles bear.
  init(of times: [Timestamp], to now: Timestamp) {
    let latest = now - Self.age
    let days = times.max().map { (latest - $0).flooredQuotient(by: Self.day) } ?? 0
    let whole = SampleShift(days: days, horizon: nil, times, latest)
    let divided = SampleShift(days: days + 1, horizon: latest, times, latest)
    self = whole.rest - divided.rest > Self.worthDividing ? divided : whole
  }

  private init(days: Int64, horizon: Timestamp?, _ times: [Timestamp], _ latest: Timestamp) {
    self.days = days
    self.horizon = horizon
    let newest = times.map { moved($0) }.max()
    rest = newest.map { (latest - $0) / 60 * 60 } ?? 0
  }

  func moved(_ time: Timestamp) -> Timestamp {
    let time = time + days * Self.day
    guard let horizon, time > horizon else { return time + rest }
    return time - Self.day + rest
  }

  func moved(_ item: Item) -> Item {
    var item = item
    item.published = item.published.map { moved($0) }
    for index in item.related.indices {
      item.related[index].published = item.related[index].published.map { moved($0) }
    }
    return item
  }
}
