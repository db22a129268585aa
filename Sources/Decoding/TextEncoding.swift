import TextScanning

/// The character sets in which Chinese and English news text is found.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Stands for GB2312 and GBK as well: both labels are used for text that needs the larger set.
  case gb18030 = "GB18030"
  /// With the Hong Kong supplement.
  case big5 = "BIG5-HKSCS"

  /// The set that a label in a header or a page means; nil where it is none of these.
  package init?(label: String) {
    switch label.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8": self = .utf8
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb2312", "gbk", "gb18030", "xgbk", "cp936", "euccn": self = .gb18030
    case "big5", "big5hkscs", "xxbig5", "cp950": self = .big5
    default: return nil
    }
  }

  /// The set that a byte order mark announces, with the mark's length.
  package static func byteOrderMark(of bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
    if bytes.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
