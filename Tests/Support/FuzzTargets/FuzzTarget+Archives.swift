import Archives

/// Whatever may be packed.
extension FuzzTarget {
  /// No archive gives more than it may, whatever it says of itself, and each ends. Without libarchive there is nothing to try.
  static let archives = FuzzTarget("archives") { bytes throws(FuzzFinding) in
    _ = PackedForm(bytes)
    guard ArchiveReader.isAvailable else { return }
    let limits = ArchiveLimits(bytes: 1 << 20, ratio: 200, denseBytes: 64 << 10, entries: 100, depth: 3)
    var count = 0
    var entries = 0
    do throws(ArchiveFailure) {
      let reader: Result<ArchiveReader, ArchiveFailure> = bytes.withUnsafeBytes { bytes in
        Result { () throws(ArchiveFailure) in
          try ArchiveReader(descriptor: -1, start: bytes, seeks: false, limits: limits)
        }
      }
      try readAll(try reader.get(), &count, &entries)
    } catch {
      // What is damaged, or too much, is told.
    }
    try expect(count <= limits.bytes, "\(count) bytes came out of \(bytes.count)")
    try expect(entries <= limits.entries, "\(entries) entries came out")
  }

  private static func readAll(_ reader: ArchiveReader, _ count: inout Int, _ entries: inout Int) throws(ArchiveFailure)
  {
    while try reader.nextEntry() != nil {
      entries += 1
      var start: [UInt8] = []
      while start.count < PackedForm.sampleSize, let piece = try reader.nextPiece() { start += piece }
      count += start.count
      if PackedForm(start) != nil {
        try readAll(try ArchiveReader(within: reader, start: start), &count, &entries)
      }
      while let piece = try reader.nextPiece() { count += piece.count }
    }
  }
}
