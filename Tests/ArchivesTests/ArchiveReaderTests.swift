import Archives
import Foundation
import Testing

/// Archives are made here byte by byte: no program and no library is asked for them.
@Suite(.enabled(if: ArchiveReader.isAvailable, "libarchive is not installed"))
struct ArchiveReaderTests {
  /// A reader of bytes that are all there.
  private func reader(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFailure)
    -> ArchiveReader
  {
    let reader: Result<ArchiveReader, ArchiveFailure> = bytes.withUnsafeBytes { bytes in
      Result { () throws(ArchiveFailure) in
        try ArchiveReader(descriptor: -1, start: bytes, seeks: false, limits: limits)
      }
    }
    return try reader.get()
  }

  /// The names and texts of all entries.
  private func contents(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveFailure) -> [String]
  {
    let reader = try reader(bytes, limits)
    var found: [String] = []
    while let entry = try reader.nextEntry() {
      var text: [UInt8] = []
      while let piece = try reader.nextPiece() { text += piece }
      found.append(entry.name + "=" + String(decoding: text, as: UTF8.self))
    }
    return found
  }

  @Test func aTarGivesItsEntriesInOrder() throws {
    let tar = TarFile([("a.jsonl", "甲"), ("b/c.csv", "乙")]).bytes
    #expect(try contents(tar) == ["a.jsonl=甲", "b/c.csv=乙"])
  }

  @Test func aZipGivesItsEntriesInOrder() throws {
    let zip = ZipFile([("a.jsonl", "甲"), ("b/c.csv", "乙")]).bytes
    #expect(try contents(zip) == ["a.jsonl=甲", "b/c.csv=乙"])
  }

  @Test func namesThatLeadOutsideAreNamesOnly() throws {
    let names = ["/etc/passwd", "../../up.txt", "a/../../b.txt"]
    let tar = TarFile(names.map { ($0, "x") }).bytes
    #expect(try contents(tar) == names.map { $0 + "=x" })
    #expect(!FileManager.default.fileExists(atPath: "../../up.txt"))
  }

  @Test func moreEntriesThanAllowedEndTheReading() throws {
    let tar = TarFile((0..<3_000).map { ("\($0)", "x") }).bytes
    #expect(try contents(tar).count == 3_000)
    #expect(throws: ArchiveFailure.tooManyEntries(limit: 2_999)) {
      try contents(tar, ArchiveLimits(entries: 2_999))
    }
  }

  @Test func moreBytesThanAllowedEndTheReading() throws {
    let tar = TarFile([("a", String(repeating: "x", count: 5_000)), ("b", String(repeating: "y", count: 5_000))]).bytes
    #expect(throws: ArchiveFailure.tooLarge(limit: 9_000)) { try contents(tar, ArchiveLimits(bytes: 9_000)) }
  }

  /// What bzip2 makes of a million equal letters.
  private static let bomb: [UInt8] = [
    0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 0x97, 0xbe, 0xdc, 0x38, 0x00, 0x07, 0xa8, 0x81, 0x40,
    0xa0,
    0x00, 0x00, 0x02, 0x00, 0x08, 0x20, 0x00, 0x30, 0xcc, 0x09, 0xaa, 0x69, 0x95, 0x24, 0x36, 0xa9, 0x49, 0x0f, 0x17,
    0x72,
    0x45, 0x38, 0x50, 0x90, 0x97, 0xbe, 0xdc, 0x38,
  ]

  @Test func anArchiveOfOneByteRepeatedIsStopped() throws {
    let limits = ArchiveLimits(ratio: 100, denseBytes: 10_000)
    #expect(throws: ArchiveFailure.tooDense(limit: 100)) { try contents(Self.bomb, limits) }
    #expect(try contents(Self.bomb).first?.hasPrefix("data=aaa") ?? false)
  }

  @Test func archivesWithinArchivesAreReadToALimit() throws {
    let inner = TarFile([("news.txt", "甲")]).bytes
    let outer = TarFile(raw: [("inner.tar", inner)]).bytes
    let reader = try reader(outer, ArchiveLimits(depth: 2))
    _ = try reader.nextEntry()
    let nested = try ArchiveReader(within: reader, start: [])
    #expect(try nested.nextEntry()?.name == "news.txt")
    #expect(throws: ArchiveFailure.tooDeep(limit: 2)) { try ArchiveReader(within: nested, start: []) }
  }

  @Test func anArchiveThatEndsEarlyGivesWhatIsWholeAndSaysSo() throws {
    let tar = TarFile([("a", "甲"), ("b", String(repeating: "乙", count: 2_000))]).bytes
    let reader = try reader(Array(tar.prefix(3_000)))
    #expect(try reader.nextEntry()?.name == "a")
    #expect(try reader.nextEntry()?.name == "b")
    #expect(throws: ArchiveFailure.damaged) { while try reader.nextPiece() != nil {} }
  }

  @Test func bytesThatAreNoArchiveAreToldByTheirForm() {
    #expect(PackedForm(TarFile([("a", "甲")]).bytes) == .tar)
    #expect(PackedForm(ZipFile([("a", "甲")]).bytes) == .zip)
    #expect(PackedForm(Self.bomb) == .bzip2)
    #expect(PackedForm(Array("BZh is no sign of bzip2".utf8)) == nil)
    #expect(PackedForm([UInt8]()) == nil)
  }
}

/// A tar archive as POSIX describes it.
private struct TarFile {
  private(set) var bytes: [UInt8] = []

  init(_ files: [(String, String)]) { self.init(raw: files.map { ($0.0, Array($0.1.utf8)) }) }

  init(raw files: [(String, [UInt8])]) {
    for (name, content) in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) { for (i, byte) in text.utf8.enumerated() { header[offset + i] = byte } }
      put(name, at: 0)
      put("0000644", at: 100)
      put("0000000", at: 108)
      put("0000000", at: 116)
      put(Self.octal(content.count, 11), at: 124)
      put(Self.octal(1_900_000_000, 11), at: 136)
      put("        0", at: 148)
      put("ustar\u{0}00", at: 257)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(Self.octal(sum, 6) + "\u{0} ", at: 148)
      bytes += header
      bytes += content
      bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    bytes += [UInt8](repeating: 0, count: 1_024)
  }

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

/// A zip archive whose files are stored as they are.
private struct ZipFile {
  private(set) var bytes: [UInt8] = []

  init(_ files: [(String, String)]) {
    var list: [UInt8] = []
    for (name, text) in files {
      let content = Array(text.utf8)
      let sum = Int(Self.checksum(content))
      let shared: [UInt8] = Self.numbers([
        (20, 2), (0x800, 2), (0, 2), (0, 4), (sum, 4), (content.count, 4), (content.count, 4), (name.utf8.count, 2),
        (0, 2),
      ])
      list += Self.numbers([(0x0201_4b50, 4), (20, 2)])
      list += shared
      list += Self.numbers([(0, 2), (0, 2), (0, 2), (0, 4), (bytes.count, 4)])
      list += Array(name.utf8)
      bytes += Self.numbers([(0x0403_4b50, 4)])
      bytes += shared
      bytes += Array(name.utf8)
      bytes += content
    }
    let start = bytes.count
    bytes += list
    bytes += Self.numbers([
      (0x0605_4b50, 4), (0, 4), (files.count, 2), (files.count, 2), (list.count, 4), (start, 4), (0, 2),
    ])
  }

  /// Values in so many bytes each, the smallest byte first.
  private static func numbers(_ fields: [(value: Int, size: Int)]) -> [UInt8] {
    fields.flatMap { field in number(field.value, field.size) }
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (place * 8))) }
    return bytes
  }

  /// CRC-32 of IEEE 802.3.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xedb8_8320 }
      }
    }
    return ~sum
  }
}
