import Archives
import Decoding
import Foundation
import NewsModel
import NewsParsing
import SourceForms

/// Parses the files in an archive, those of archives within it, too. Nothing is unpacked to a place: bytes go from the archive to the
/// parser.
struct ArchiveInput {
  private let input: FileInput
  private let reading: ReadingOptions
  private let format: SourceFormat?

  init(_ input: FileInput, _ reading: ReadingOptions, _ format: SourceFormat?) {
    self.input = input
    self.reading = reading
    self.format = format
  }

  /// Whether bytes are the start of an archive, or packed in another way than by gzip alone, which is read without libarchive.
  static func isArchive(_ start: UnsafeRawBufferPointer) -> Bool {
    PackedForm(start) == .gzip ? holdsTar(start) : isPacked(start)
  }

  /// Whether the start of what gzip packed is that of a tar archive.
  private static func holdsTar(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard var inflater = GzipInflater(bufferSize: PackedForm.sampleSize) else { return false }
    var start: [UInt8] = []
    struct Enough: Error {}
    do {
      try inflater.feed(UnsafeRawBufferPointer(rebasing: bytes.prefix(64 << 10))) { piece in
        start += piece
        if start.count >= PackedForm.sampleSize { throw Enough() }
      }
    } catch {  // Enough was seen, or it is damaged, which is told when it is read.
    }
    return PackedForm(start) == .tar
  }

  /// - Parameter start: what was read of the file already.
  func read(
    start: UnsafeRawBufferPointer, onBytes: (Int) -> Bool, emit: (ParsedRecord) -> Void,
    onEnd: ([ParseNote], String) -> Void
  ) throws(FileInput.Failure) {
    do throws(ArchiveFailure) {
      // Of a file the list of a zip archive is read at its end, which knows more than its entries do.
      let seeks = lseek(input.descriptor, 0, SEEK_SET) == 0
      let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
      let archive = try ArchiveReader(
        descriptor: input.descriptor, start: seeks ? nothing : start, seeks: seeks, limits: reading.archiveLimits)
      var packed = 0
      // Told are the bytes of the file, not those that come out of it.
      _ = try readEntries(
        of: archive, named: input.path,
        goesOn: {
          defer { packed = archive.packedBytes }
          return onBytes(archive.packedBytes - packed)
        }, emit: emit, onEnd: onEnd)
    } catch {
      throw .archive(error)
    }
  }

  /// Reads all files; false where the reading was ended.
  private func readEntries(
    of archive: ArchiveReader, named path: String, goesOn: () -> Bool, emit: (ParsedRecord) -> Void,
    onEnd: ([ParseNote], String) -> Void
  ) throws(ArchiveFailure) -> Bool {
    while let entry = try archive.nextEntry() {
      let name = archive.isBare ? path : "\(path)/\(entry.name)"
      guard entry.isFile, archive.isBare || !Self.isHidden(entry.name) else { continue }
      guard !entry.isEncrypted else { throw .encrypted }
      var start: [UInt8] = []
      while start.count < PackedForm.sampleSize, let piece = try archive.nextPiece() { start += piece }
      guard goesOn() else { return false }
      if start.withUnsafeBytes({ Self.isPacked($0) }) {
        let inner = try ArchiveReader(within: archive, start: start)
        guard try readEntries(of: inner, named: name, goesOn: goesOn, emit: emit, onEnd: onEnd) else { return false }
      } else {
        let time = archive.isBare ? nil : entry.modified.map { Timestamp($0) }
        let context = reading.context(fileTime: time ?? input.fileTime, fileName: name == "-" ? nil : name)
        let stream = RecordStream(format: format, context: context)
        guard let notes = try readFile(of: archive, start, stream, goesOn: goesOn, emit: emit) else { return false }
        onEnd(notes, name)
      }
    }
    return true
  }

  /// Reads one file whose start was read already; nil where the reading was ended.
  private func readFile(
    of archive: ArchiveReader, _ start: [UInt8], _ parser: RecordStream, goesOn: () -> Bool,
    emit: (ParsedRecord) -> Void
  ) throws(ArchiveFailure) -> [ParseNote]? {
    var stream = parser
    start.withUnsafeBytes { stream.feed($0, isLast: false, emit: emit) }
    while !stream.isDone, let piece = try archive.nextPiece() {
      guard goesOn() else { return nil }
      stream.feed(piece, isLast: false, emit: emit)
    }
    stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, emit: emit)
    return stream.notes
  }

  private static func isPacked(_ start: UnsafeRawBufferPointer) -> Bool {
    switch PackedForm(start) {
    case nil: false
    // A document of an office is an archive of XML in which no news is read.
    case .zip: !ForeignFormat.isOfficeDocument(start)
    case .gzip, .xz, .bzip2, .zstandard, .tar: true
    }
  }

  /// Files that systems put beside those of people.
  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." || $0 == "__MACOSX" }
  }
}
