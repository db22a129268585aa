/// Finds out in which character set bytes are written and makes text of them.
package enum TextDecoding {
  /// Text with what was found out about its bytes.
  package struct Result: Hashable, Sendable {
    package var text: String
    package var encoding: TextEncoding
    /// How many invalid sequences became U+FFFD.
    package var invalidCount: Int
  }

  /// Decodes in this order: byte order mark, valid UTF-8, the declared set, UTF-8 with a few damaged places, and at
  /// last GB18030 or Big5, whichever gives the larger share of common characters.
  ///
  /// - Parameter declared: the label that a header or the text itself gives; only a hint.
  package static func decode(_ bytes: UnsafeRawBufferPointer, declared: String? = nil) -> Result {
    if let mark = TextEncoding.byteOrderMark(of: bytes) {
      return decode(UnsafeRawBufferPointer(rebasing: bytes[mark.length...]), as: mark.encoding)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Result(text: text, encoding: .utf8, invalidCount: 0)
    }
    if let label = declared.flatMap(TextEncoding.init(label:)), label != .utf8 { return decode(bytes, as: label) }
    return decode(bytes, as: guess(bytes))
  }

  /// Decodes in the given set; an invalid sequence becomes U+FFFD.
  package static func decode(_ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding) -> Result {
    if encoding == .utf8 {
      if let text = String(validating: bytes, as: UTF8.self) {
        return Result(text: text, encoding: .utf8, invalidCount: 0)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let invalid = text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{fffd}" ? 1 : 0) }
      return Result(text: text, encoding: .utf8, invalidCount: invalid)
    }
    guard let converter = CharacterConverter(from: encoding) else {
      return Result(text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, invalidCount: bytes.count)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2 + 64)
    let invalid = converter.convert(bytes, into: &output)
    return Result(text: String(decoding: output, as: UTF8.self), encoding: encoding, invalidCount: invalid)
  }

  /// How many bytes a guess looks at.
  private static let sampleSize = 64 << 10

  /// The likeliest set of bytes that are not valid UTF-8.
  package static func guess(_ bytes: UnsafeRawBufferPointer) -> TextEncoding {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleSize))
    if isDamagedUTF8(sample) { return .utf8 }
    let simplified = commonShare(of: sample, as: .gb18030, CommonCharacters.simplified)
    let traditional = commonShare(of: sample, as: .big5, CommonCharacters.traditional)
    return traditional > simplified ? .big5 : .gb18030
  }

  /// Whether nearly all of what is not ASCII forms valid UTF-8 sequences. In GBK and Big5 hardly any three bytes do.
  private static func isDamagedUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var valid = 0
    var invalid = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): valid += scalar.value > 0x7f ? 1 : 0
      case .error: invalid += 1
      case .emptyInput: return valid > invalid * 10
      }
    }
  }

  /// The share of common characters among what is not ASCII once decoded.
  private static func commonShare(
    of bytes: UnsafeRawBufferPointer, as encoding: TextEncoding, _ common: Set<Unicode.Scalar>
  ) -> Double {
    var hits = 0
    var total = 1
    for scalar in decode(bytes, as: encoding).text.unicodeScalars where scalar.value > 0x7f {
      total += 1
      if common.contains(scalar) { hits += 1 }
    }
    return Double(hits) / Double(total)
  }
}

/// The commonest characters of running Chinese text, by which a character set shows that it is the right one.
enum CommonCharacters {
  static let simplified = Set((shared + onlySimplified + punctuation).unicodeScalars)
  static let traditional = Set((shared + onlyTraditional + punctuation).unicodeScalars)

  private static let punctuation = "，。、：；！？“”《》（）「」"

  /// Written alike in both.
  private static let shared =
    "的一是不了在人有我他大中上和地出年得就那要下以生自之家可里小而能好都然日起成事只作当想看文手十用主行方又如前"
    + "所本面公同三已老分外但身些高意法此二理美月明其全心向道正名定女力等很位先海口使教西再平信北少更由加化工市金"
    + "元股司利收入期至今及各比百千八六七九五四不均股市日最目前新安政治去服告表示部委社保持投支付求去增交易率格"
    + "合果北京上海南投行央行指升跌值相回用者受需未任何立法制度管科技近子打在立直接去取消息"
  private static let onlySimplified =
    "这来国个说们为时会过学对后么发无开长经头问气数据业务费场显证券资产银报义动进实从体现样亿万债点关两单让军东车"
    + "线边话语当专总员导变极难决运认论题应该规则价购买卖涨营约较积监审战与团队协议结构级龙网络环节预计达标准创亏损"
    + "额财务际汇贷赋级"
  private static let onlyTraditional =
    "這來國個說們為時會過學對後麼發無開長經頭問氣數據業務費場顯證券資產銀報義動進實從體現樣億萬債點關兩單讓軍東車"
    + "線邊話語當專總員導變極難決運認論題應該規則價購買賣漲營約較積監審戰與團隊協議結構級龍網絡環節預計達標準創虧損"
    + "額財務際匯貸賦級"
}

/// Tells text from anything else.
package enum BinaryDetection {
  private static let head = 1_024

  /// Whether the bytes hold what text does not: a NUL near the start, or many control characters. NULs that only fill up
  /// the end do not count.
  package static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if let mark = TextEncoding.byteOrderMark(of: bytes), mark.encoding != .utf8 { return false }
    let text = bytes[..<(bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]
    if bytes.first == 0 || text.prefix(head).contains(0) { return true }
    let sample = text.prefix(64 << 10)
    return sample.count(where: isControl) * 50 > sample.count
  }

  /// Escape counts as text: it is part of texts copied from terminals, and goes when they are made safe.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d && byte != 0x0c && byte != 0x1b
  }
}
