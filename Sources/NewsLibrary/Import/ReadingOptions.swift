package import Archives
package import ArticleFields
package import Foundation
package import NewsModel

/// How inputs are read, whatever becomes of their articles.
package struct ReadingOptions: Sendable {
  /// The zone of times that carry none.
  package var zone: TimeZone
  package var fieldMap: FieldMap
  /// Whether the texts of records are cleaned as saved pages are.
  package var cleansRecords: Bool
  /// Where a web page was fetched from: its links are relative to it.
  package var address: String?
  /// The header of the answer that carried it, for its character set.
  package var contentType: String?
  /// The present, after which nothing is dated by guessing; nil for the clock's.
  package var now: Timestamp?

  /// Whether every article counts as having arrived when it was published, for back-tests.
  package var arrivesAsPublished = false

  /// What may come out of archives.
  package var archiveLimits = ArchiveLimits()

  package init(
    zone: TimeZone, fieldMap: FieldMap = FieldMap(), cleansRecords: Bool = false, address: String? = nil,
    contentType: String? = nil
  ) {
    self.zone = zone
    self.fieldMap = fieldMap
    self.cleansRecords = cleansRecords
    self.address = address
    self.contentType = contentType
  }

  func context(fileTime: Timestamp?, fileName: String?) -> ParsingContext {
    ParsingContext(
      zone: zone, fileTime: fileTime, now: now ?? .now, fileName: fileName, address: address, contentType: contentType,
      fieldMap: fieldMap, cleansRecords: cleansRecords)
  }
}
