import ArticleFields
import Foundation
import Log
import NewsModel
import NewsParsing
import NewsStore
import PageDumps
import Records
import SourceForms
import TextBasics

/// The bundled sample: a store of its own, made from the news that comes with the program.
///
/// It is made anew when these files change and when it has become old; what was read or starred in it is lost then.
package struct SampleLibrary: Sendable {
  /// The folder of the sample's files.
  package let pages: String
  /// Where its store is to lie.
  package let storePath: String

  /// After so many days the sample begins anew at the present.
  package static let lifetimeInDays = 30

  /// With these the page of saved queries and rules shows what it is for.
  static let savedQuery = SavedQuery(name: "新股", text: "tag:IPO")
  static let rule = Rule(name: "广告", text: "title:推广", actions: [.mute])

  package init(pages: String, storePath: String) {
    self.pages = pages
    self.storePath = storePath
  }

  /// Opens the store, made where it is not there yet or out of date.
  ///
  /// Where its folder cannot be written it is made in a temporary one, to be removed at the end.
  /// - Parameter zone: the reader's, in which the files' times of day are meant.
  func open(now: Timestamp, zone: TimeZone) throws(StoreError) -> (store: NewsStore, temporaryFolder: String?) {
    let files = SampleFile.read(in: pages)
    guard !files.isEmpty else { throw .notFound(path: pages) }
    let fingerprint = Self.fingerprint(of: files)
    if let store = openExisting(fingerprint, now: now) { return (store, nil) }
    let items = Self.items(of: files, now: now, zone: zone)
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

  /// A digest of names and bytes.
  private static func fingerprint(of files: [SampleFile]) -> String {
    var digest = Digest()
    for file in files {
      digest.add(file.name.utf8)
      digest.add(file.bytes)
    }
    return String(digest.value, radix: 16)
  }

  /// The store that is there, where it was made of these files and not too long ago.
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

  /// What of the files' news has come by `now`, in the order in which it came.
  static func items(of files: [SampleFile], now: Timestamp, zone: TimeZone) -> [Item] {
    let items = files.flatMap { $0.items(now: now, zone: zone) }
    let shift = SampleShift(of: items.compactMap(\.published), to: now, zone: zone)
    // A headline comes with its source before an article lists it without.
    return items.compactMap { shift.moved($0) }.sorted { ($0.published ?? now) < ($1.published ?? now) }
  }

  /// Makes the store beside its place and moves it there, so that no program opens half of one.
  private func build(_ items: [Item], mark: String, at path: String) throws(StoreError) {
    let draft = "\(path).\(getpid())"
    Self.remove(draft)
    defer { Self.remove(draft) }
    let store = try NewsStore.open(at: draft)
    // Rules are followed by what comes after them.
    try store.save(Self.rule)
    try store.save(Self.savedQuery)
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

/// A file of the bundled sample: the text of a page, or flashes and headlines as JSON Lines.
struct SampleFile {
  let name: String
  let bytes: [UInt8]

  private static let ofPage = ".txt"
  private static let ofLines = ".jsonl"

  /// The files in a folder, by name.
  static func read(in folder: String) -> [SampleFile] {
    let names =
      Log.attempt("list the files of the sample") { try FileManager.default.contentsOfDirectory(atPath: folder) } ?? []
    return names.filter { $0.hasSuffix(ofPage) || $0.hasSuffix(ofLines) }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { SampleFile(name: name, bytes: [UInt8]($0)) }
    }
  }

  /// - Parameter zone: in which the times are meant.
  func items(now: Timestamp, zone: TimeZone) -> [Item] {
    let context = ParsingContext(zone: zone, now: now, fileName: name)
    let records =
      name.hasSuffix(Self.ofPage)
      ? [ParsedRecord(PageDumpParser.parsePage(bytes, context: context))]
      : NewsParser.parse(bytes, as: .jsonLines, context: context)
    return records.compactMap { record in
      switch record {
      case .item(let item): return item
      case .refused(let refusal):
        Log.warning("a file of the sample is refused: \(refusal)")
        return nil
      }
    }
  }
}

/// Moves the dates of the sample, so that it reads as if it were written for the reader's first look at it.
///
/// All dates move by the same whole weeks on the reader's clock: weekdays and times of day stay what they are, and no market closes
/// on a Sunday. The sample's last seven days become those from today on; what of them would lie in the future is left out.
struct SampleShift {
  private let days: Int
  private let now: Timestamp
  private let zone: TimeZone

  /// - Parameter times: all times that articles bear.
  init(of times: [Timestamp], to now: Timestamp, zone: TimeZone) {
    let today = CivilTime(now, in: zone).dayNumber
    let last = times.max().map { CivilTime($0, in: zone).dayNumber } ?? today
    days = 7 * Int(Int64(today - last + 6).flooredQuotient(by: 7))
    self.now = now
    self.zone = zone
  }

  /// The time by then; nil where it has not come yet.
  func moved(_ time: Timestamp) -> Timestamp? {
    let old = CivilTime(time, in: zone)
    let new = CivilTime(
      dayNumber: old.dayNumber + days, hour: old.hour, minute: old.minute, second: old.second)
    let moved = new.timestamp(in: zone)
    return moved <= now ? moved : nil
  }

  /// The article by then; nil where it has not come yet.
  func moved(_ item: Item) -> Item? {
    guard let published = item.published.flatMap({ moved($0) }) else { return nil }
    var item = item
    item.published = published
    item.related = item.related.compactMap { entry in
      guard let published = entry.published else { return entry }
      guard let published = moved(published) else { return nil }
      var entry = entry
      entry.published = published
      return entry
    }
    return item
  }
}
