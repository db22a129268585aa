public import Archives
public import Foundation
public import NewsModel
public import NewsParsing

/// Names of the reader's own for columns and keys.
public typealias ImportFieldMap = FieldMap
/// What is wrong with such names.
public typealias ImportFieldMapProblem = FieldMapProblem
/// What a record can say of an article.
public typealias ImportField = ArticleField

/// How inputs are read, whatever becomes of their articles.
public struct ReadingOptions: Sendable {
  /// The zone of times that carry none.
  public var zone: TimeZone
  public var fieldMap: ImportFieldMap
  /// Whether the texts of records are cleaned as saved pages are.
  public var cleansRecords: Bool
  /// Where a web page was fetched from: its links are relative to it.
  public var address: String?
  /// The header of the answer that carried it, for its character set.
  public var contentType: String?
  /// The present, after which nothing is dated by guessing; nil for the clock's.
  public var now: Timestamp?

  /// What may come out of archives.
  public var archiveLimits = ArchiveLimits()

  public init(
    zone: TimeZone, fieldMap: ImportFieldMap = ImportFieldMap(), cleansRecords: Bool = false, address: String? = nil,
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
