package import Foundation
package import NewsModel

/// What a parser must know beside the text itself.
package struct ParsingContext: Sendable {
  /// The zone of times that carry none.
  package var zone: TimeZone
  /// When the file was last changed: the time of what cannot be dated.
  package var fileTime: Timestamp?
  /// The present: nothing is dated after it by guessing.
  package var now: Timestamp
  /// The file as it was named, for refusals and for a date in its name.
  package var fileName: String?
  /// The largest page dump or record that is read, in bytes.
  package var sizeLimit: Int
  /// Where a web page was fetched from: its links are relative to it.
  package var address: String?
  /// The `Content-Type` of the answer that carried the input, for its character set.
  package var contentType: String?
  /// Names of the reader's own for columns and keys, beside those that are known.
  package var fieldMap: FieldMap
  /// Whether the texts of records are cleaned as saved pages are. Without it they are data: line by line they stay as they are.
  package var cleansRecords: Bool

  package init(
    zone: TimeZone = ParsingContext.defaultZone, fileTime: Timestamp? = nil, now: Timestamp = .now,
    fileName: String? = nil, sizeLimit: Int = 16 << 20, address: String? = nil, contentType: String? = nil,
    fieldMap: FieldMap = FieldMap(), cleansRecords: Bool = false
  ) {
    self.zone = zone
    self.fileTime = fileTime
    self.now = now
    self.fileName = fileName
    self.sizeLimit = sizeLimit
    self.address = address
    self.contentType = contentType
    self.fieldMap = fieldMap
    self.cleansRecords = cleansRecords
  }

  /// Asia/Shanghai: saved Chinese pages give their times in it and name no zone.
  package static let defaultZone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
}
