/// What may come out of one archive with all archives within it. What people have stays far below; what is made to do harm does not.
package struct ArchiveLimits: Hashable, Sendable {
  /// The most bytes. Nothing keeps them: the limit bounds time, not memory.
  package var bytes: Int
  /// The most bytes that come out of one. News in JSON gives 3 to 60; a bomb a thousand and more.
  package var ratio: Int
  /// So many bytes may come out before `ratio` counts: a small table of equal rows is no bomb.
  package var denseBytes: Int
  /// The most entries. A large corpus has a file for each of a million articles.
  package var entries: Int
  /// How many archives may lie within each other.
  package var depth: Int

  package init(
    bytes: Int = 256 << 30, ratio: Int = 400, denseBytes: Int = 64 << 20, entries: Int = 5_000_000, depth: Int = 3
  ) {
    self.bytes = bytes
    self.ratio = ratio
    self.denseBytes = denseBytes
    self.entries = entries
    self.depth = depth
  }
}

/// Why an archive could not be read, or not to its end.
package enum ArchiveFailure: Error, Hashable, Sendable {
  /// libarchive is not installed.
  case noLibrary
  case noMemory
  /// Damaged, cut off, or of a form that is not known.
  case damaged
  /// The file cannot be read on.
  case unreadable
  case tooLarge(limit: Int)
  case tooDense(limit: Int)
  case tooManyEntries(limit: Int)
  case tooDeep(limit: Int)
  case encrypted
}
