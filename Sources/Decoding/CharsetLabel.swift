import TextScanning

/// A character set by the name under which the system converts from it.
package struct CharsetLabel: Hashable {
  package static let utf8 = CharsetLabel(name: "UTF-8")
  static let windows1252 = CharsetLabel(name: "WINDOWS-1252")

  package let name: String

  private init(name: String) { self.name = name }

  /// The set that a label means. Labels of small sets mean the larger ones that their users need (WHATWG Encoding Standard, 4.2);
  /// nil for what says nothing and for what cannot be a label.
  package init?(_ label: String) {
    let key = label.lowercased().utf8.filter { $0.isLetter || $0.isDigit }
    guard !key.isEmpty else { return nil }
    if let known = Self.known[String(decoding: key, as: UTF8.self)] {
      guard !known.isEmpty else { return nil }
      name = known
    } else {
      // The name goes to the system: no slash with its options.
      guard label.utf8.count <= 40, label.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-_.:".utf8.contains($0) })
      else { return nil }
      name = label
    }
  }

  /// A mark at the start of the bytes, or the way in which `<` stands there.
  package init?(signatureOf bytes: UnsafeRawBufferPointer, markLength: inout Int) {
    let signatures: [([UInt8], String, Bool)] = [
      ([0x00, 0x00, 0xfe, 0xff], "UTF-32BE", true), ([0xff, 0xfe, 0x00, 0x00], "UTF-32LE", true),
      ([0xef, 0xbb, 0xbf], "UTF-8", true), ([0xfe, 0xff], "UTF-16BE", true), ([0xff, 0xfe], "UTF-16LE", true),
      ([0x00, 0x00, 0x00, 0x3c], "UTF-32BE", false), ([0x3c, 0x00, 0x00, 0x00], "UTF-32LE", false),
      ([0x00, 0x3c, 0x00], "UTF-16BE", false), ([0x3c, 0x00], "UTF-16LE", false),
      // <?xm of mainframes; which of their sets it is says the declaration.
      ([0x4c, 0x6f, 0xa7, 0x94], "IBM037", false),
    ]
    guard let (bytes, name, isMark) = signatures.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    markLength = isMark ? bytes.count : 0
    self.name = name
  }

  /// Bytes of the set as UTF-8, and how many had no meaning in it; nil where the system does not know the set.
  package func convert(_ bytes: UnsafeRawBufferPointer) -> (text: [UInt8], invalid: Int)? {
    guard let converter = CharacterConverter(fromName: name) else { return nil }
    var output: [UInt8] = []
    let invalid = converter.convert(bytes, into: &output)
    return (output, invalid)
  }

  /// Whether two bytes and more stand for a character, and ASCII for itself: such text may pass for UTF-8 by chance.
  package var isDoubleByte: Bool {
    ["GB18030", "BIG5-HKSCS", "CP949", "CP932", "EUC-JP", "EUC-TW"].contains(name)
  }

  /// Whether its bytes are those of ASCII even where they mean other characters.
  package var isSevenBit: Bool {
    let small = name.lowercased()
    return small.hasPrefix("iso-2022") || small == "utf-7" || small.hasPrefix("hz")
  }

  /// Whether ASCII does not stand for itself in it, so that it cannot be the set of a text whose `<` is that of ASCII.
  package var isWide: Bool {
    let small = name.lowercased()
    return ["utf-16", "utf16", "utf-32", "utf32", "ucs", "unicode", "iso-10646"].contains { small.hasPrefix($0) }
  }

  private static let known: [String: String] = {
    // ASCII is what is written where nobody thought about it.
    var table = ["usascii": "", "ascii": "", "ansix341968": "", "none": "", "utf8": "UTF-8", "xutf8": "UTF-8"]
    let lists: [(String, String)] = [
      ("WINDOWS-1252", "iso88591 latin1 l1 windows1252 cp1252 xcp1252 ansi"),
      ("ISO-8859-15", "iso885915 latin9"), ("WINDOWS-1254", "iso88599 latin5 windows1254"),
      ("GB18030", "gb2312 gbk gb18030 xgbk cp936 ms936 windows936 euccn gb231280 csgb2312"),
      ("BIG5-HKSCS", "big5 big5hkscs xxbig5 cp950 ms950 windows950 big5eten"),
      ("CP949", "euckr ksc56011987 ksc5601 ksc56011989 korean windows949 cp949 ms949 uhc"),
      ("CP932", "shiftjis sjis xsjis windows31j cp932 ms932 mskanji csshiftjis"),
      ("EUC-JP", "eucjp xeucjp"), ("CP874", "tis620 windows874 iso885911"),
      ("MACINTOSH", "macroman macintosh xmacroman"),
      ("KOI8-R", "koi8r koi8 cskoi8r"), ("WINDOWS-1251", "windows1251 cp1251 xcp1251"),
      ("UTF-16", "utf16 unicode ucs2 iso10646ucs2 csunicode u16"),
      ("UTF-32", "utf32 ucs4 iso10646ucs4 csucs4 u32"),
    ]
    for (name, labels) in lists { for label in labels.split(separator: " ") { table[String(label)] = name } }
    return table
  }()
}
