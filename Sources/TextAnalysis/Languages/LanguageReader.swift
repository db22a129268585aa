package import NewsModel
import TextBasics

/// Tells in which language most of a text is written, by its scripts and the commonest words.
///
/// An ideograph, a kana, a Korean syllable and a word in letters weigh the same, so that names in letters do not make a Chinese text
/// English. Only the beginning of a text is looked at: some microseconds.
package struct LanguageReader {
  private var ideographs = 0
  private var kana = 0
  private var traditional = 0
  private var simplified = 0
  private var hangul = 0
  private var words = 0
  private var englishWords = 0
  private var foreignWords = 0
  private var cyrillic = CyrillicCounts()
  private var others = 0
  private var word = LatinWord()
  private var bytesLeft = 1_536

  package init() {}

  package static func language(of texts: [String]) -> TextLanguage {
    var reader = LanguageReader()
    for text in texts { text.withBytes { reader.read($0) } }
    return reader.language
  }

  /// Whether what comes further on is not looked at.
  package var isSatisfied: Bool { bytesLeft <= 0 }

  /// Reads another text, which must be UTF-8; of other bytes the answer means nothing.
  package mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let end = min(text.count, bytesLeft)
    while index < end {
      let first = text[index]
      if first < 0x80 {
        readASCII(first)
        index += 1
      } else {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else { break }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for byte in text[index + 1..<index + length] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
        read(scalar)
        index += length
      }
    }
    endWord()
    bytesLeft -= index
  }

  @inline(__always)
  private mutating func readASCII(_ byte: UInt8) {
    let small = byte | 0x20
    if UInt8(ascii: "a")...UInt8(ascii: "z") ~= small { word.append(small) } else { endWord() }
  }

  private mutating func read(_ scalar: UInt32) {
    switch scalar {
    case 0x3400...0x9FFF, 0x20000...0x3FFFF:
      endWord()
      ideographs += 1
      switch ChineseScript(scalar) {
      case .either: break
      case .simplified: simplified += 1
      case .traditional: traditional += 1
      }
    case 0xC0...0x24F, 0x1E00...0x1EFF: word.appendAccented()
    // The middle dot between foreign names in Chinese and the mark of a long vowel are no evidence.
    case 0x3041...0x3096, 0x30A1...0x30FA, 0xFF66...0xFF9D:
      endWord()
      kana += 1
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F:
      endWord()
      hangul += 1
    case 0x400...0x52F:
      endLatinWord()
      cyrillic.append(scalar)
    case 0x80..<0xC0, 0x2000...0x2BFF, 0x3000...0x3040, 0x3097...0x312F, 0xFE00...0xFFEF, 0x1F000...0x1FFFF: endWord()
    default:
      endWord()
      others += 1
    }
  }

  private mutating func endWord() {
    cyrillic.endWord()
    endLatinWord()
  }

  private mutating func endLatinWord() {
    guard word.count > 1 else { return word = LatinWord() }
    words += 1
    if word.isAccented || CommonWords.foreign.contains(word.letters) { foreignWords += 1 }
    if CommonWords.english.contains(word.letters) { englishWords += 1 }
    word = LatinWord()
  }

  package var language: TextLanguage {
    let asian = ideographs + kana
    // Of other scripts some four letters make a word.
    let most = max(asian, hangul, words, cyrillic.words, others / 4)
    if most == 0 { return .other }
    if asian == most {
      return kana > 1 && kana * 6 >= asian ? .japanese : traditional > simplified ? .traditionalChinese : .chinese
    }
    if hangul == most { return .korean }
    if words == most { return isEnglish ? .english : .other }
    return cyrillic.words == most && cyrillic.isRussian ? .russian : .other
  }

  /// What has no sign of another language, such as most headlines, is English.
  private var isEnglish: Bool {
    if words < 20 { return foreignWords < 2 || foreignWords <= englishWords || foreignWords * 3 < words }
    return englishWords * 25 >= words && (foreignWords <= englishWords || foreignWords * 8 < words)
  }
}

/// A word in Latin letters that is being read.
private struct LatinWord {
  private(set) var count = 0
  private(set) var isAccented = false
  /// Its small letters, five bits each; all bits for a word of more than twelve.
  private(set) var letters: UInt64 = 0

  @inline(__always)
  mutating func append(_ letter: UInt8) {
    count += 1
    letters = count > 12 ? .max : letters << 5 | UInt64(letter & 31)
  }

  mutating func appendAccented() {
    count += 1
    isAccented = true
    letters = .max
  }

  static func letters(of word: Substring) -> UInt64 { word.utf8.reduce(0) { $0 << 5 | UInt64($1 & 31) } }
}

/// Words that are common in one language and mean nothing in others that news is written in.
private enum CommonWords {
  static let english = words(
    """
    the of and to is are was were for with that this from by at as it its has have had will would after over into than more not but be \
    been on or says said their they which about could new in an
    """)

  static let foreign = words(
    """
    der das und von mit auf dem den ein eine ist nicht sich zu im wird bei nach zum zur \
    le la les des du et dans pour sur une qui que par avec aux ses sont \
    el del una por con para su como esta entre sobre \
    il di che della sono gli nel alla dei delle \
    dos das uma com mais foi pela pelo \
    de het een voor niet zijn aan ook \
    och att som det av till inte og til ikke som har \
    yang dan untuk dengan dari pada tidak ini akan oleh \
    ve bir ile bu olarak daha nie jest na dla oraz przez
    """)

  private static func words(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map(LatinWord.letters(of:)))
  }
}

/// What is counted of Cyrillic letters, to tell Russian from its neighbours.
private struct CyrillicCounts {
  private(set) var words = 0
  private var letters = 0
  private var foreignLetters = 0
  /// ы and э, which Bulgarian and Serbian lack.
  private var russianLetters = 0
  private var isInWord = false

  mutating func append(_ scalar: UInt32) {
    if !isInWord { words += 1 }
    isInWord = true
    letters += 1
    switch scalar {
    case 0x44B, 0x44D, 0x42B, 0x42D: russianLetters += 1
    case 0x410...0x44F, 0x401, 0x451: break
    default: foreignLetters += 1
    }
  }

  mutating func endWord() { isInWord = false }

  var isRussian: Bool { foreignLetters * 50 <= letters && (letters < 200 || russianLetters > 0) }
}
