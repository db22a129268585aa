import Foundation
import Testing

/// Holds the texts of the program to its rules of style, as they stand in the sources.
@Suite struct CatalogueTests {
  private let texts: [SourceText]

  init() throws { texts = try SourceText.all() }

  @Test func theCatalogueIsRead() {
    #expect(texts.count { $0.isChinese } > 900)
    #expect(texts.contains { $0.text == "加载中…" })
  }

  // MARK: - Chinese

  @Test func chineseHasPunctuationOfFullWidth() {
    for text in texts where text.isChinese {
      #expect(text.first(of: #/\p{Han}[,:;?!()]|[,;?!()]\p{Han}|[，。；：？！（）][ ,:;?!]/#) == nil, "\(text)")
    }
  }

  @Test func noBlankStandsBeforeChineseBracketsAndQuotes() {
    for text in texts where text.isChinese { #expect(text.first(of: #/[^ ] [（“]/#) == nil, "\(text)") }
  }

  @Test func noBlankStandsBetweenANumberAndItsUnit() {
    let unit = #/[0-9\u{FFFC}] (条|篇|家|个|分钟|小时|天|次|处|项|行|种|秒|字|层|倍)/#
    for text in texts where text.isChinese { #expect(text.first(of: unit) == nil, "\(text)") }
  }

  @Test func oneConceptHasOneWord() {
    let forbidden = #/静音|去星标|打标签|去标签|自选|要闻|待补全|转址|换栏|专注阅读|连接不上|答复|数据文件|主题|不认识/#
    let articles = #/[0-9\u{FFFC}] ?篇|文章编号/#
    // Feeds are refreshed; only the full text is fetched.
    let fetchedTexts = ["抓取全文", "抓取网页全文", "网页全文待抓取", "全文抓取"]
    for text in texts where text.isChinese {
      #expect(text.first(of: forbidden) == nil, "\(text)")
      #expect(text.first(of: articles) == nil, "\(text)")
      #expect(!fetchedTexts.reduce(text.text) { $0.replacing($1, with: "") }.contains("抓取"), "\(text)")
    }
  }

  // MARK: - Both languages

  /// A key can be bound otherwise: a sentence takes it from the keymap. The keys of questions, lists and lines that are typed are fixed.
  @Test func noSentenceNamesAFixedKey() {
    let key = #/按 [^\u{FFFC}Ch]|(^|[ ，；。])[a-zA-Z?] ?(撤销|查看|退出|停止|返回|清除|打开)|[Pp]ress [^\u{FFFC}]|; [a-zA-Z] [a-z]+s /#
    for text in texts where text.isSentence { #expect(text.first(of: key) == nil, "\(text)") }
  }

  @Test func everyEnglishCountHasAPluralForm() {
    let plural =
      #/\u{FFFC} (articles|sources|feeds|items|problems|addresses|records|rows|lines|times|days|characters|levels|keys|mistakes|kinds|files|bytes|entries|contradictions|changes|tags)\b/#
    for text in texts where !text.isChinese { #expect(text.first(of: plural) == nil, "\(text)") }
  }
}

/// A text of the sources, with what is put into it left out.
private struct SourceText: CustomTestStringConvertible {
  let place: String
  let text: String
  /// Whether it is of the catalogue, and no list of words or example.
  let isSentence: Bool

  var isChinese: Bool { text.contains(#/\p{Han}/#) }
  var testDescription: String { "\(place): \(text)" }

  func first(of pattern: Regex<some Any>) -> String? { text.firstMatch(of: pattern).map { String(text[$0.range]) } }

  /// All texts for people.
  static func all() throws -> [SourceText] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let places = ["Wording", "Dashboard/Commands", "Dashboard/State", "App/CommandLine", "Configuration/Settings"]
    return try places.flatMap { place in
      let folder = sources.appending(path: place)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      return try names.sorted().flatMap { name in
        let source = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return texts(of: source).map {
          SourceText(
            place: "\(name):\($0.line)", text: $0.text, isSentence: ["Wording", "Dashboard/Commands"].contains(place))
        }
      }
    }
  }

  /// The string literals of a source, but for comments, generated pages and words that are only understood.
  private static func texts(of source: String) -> [(line: Int, text: String)] {
    var scanner = LiteralScanner(source)
    return scanner.literals().filter { !$0.isPassedOver }.map { ($0.line, $0.text) }
  }
}

/// Finds string literals in Swift. What is put into them counts as one object character.
private struct LiteralScanner {
  struct Literal {
    let line: Int
    let text: String
    /// Names that earlier versions used, pages of documentation and command lines.
    let isPassedOver: Bool
  }

  private let characters: [Character]
  private var index = 0
  private var line = 1

  init(_ source: String) { characters = Array(source) }

  mutating func literals() -> [Literal] {
    var found: [Literal] = []
    var lineStart = 0
    while index < characters.count {
      switch characters[index] {
      case "\n":
        advance()
        lineStart = index
      case "/" where next == "/": while index < characters.count, characters[index] != "\n" { index += 1 }
      case "\"":
        let begin = String(characters[lineStart..<index])
        let start = line
        let text = literal()
        let isFormer = begin.contains("aliases:") || begin.contains("case .stub: \"") || begin.contains("former")
        found.append(
          Literal(line: start, text: text, isPassedOver: isFormer || text.hasPrefix("#") || text.hasPrefix("newstape "))
        )
      default: advance()
      }
    }
    return found
  }

  private var next: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

  private mutating func advance() {
    if characters[index] == "\n" { line += 1 }
    index += 1
  }

  private func isAt(_ text: String) -> Bool { characters[index...].starts(with: text) }

  /// Reads from a quotation mark to the one that closes it.
  private mutating func literal() -> String {
    let mark = isAt("\"\"\"") ? "\"\"\"" : "\""
    index += mark.count
    var text = ""
    while index < characters.count, !isAt(mark) {
      guard characters[index] == "\\" else {
        text.append(characters[index])
        advance()
        continue
      }
      if next == "(" {
        skipInterpolation()
        text.append("\u{FFFC}")
      } else {
        let isLineBreak = next == "\n"
        advance()
        if !isLineBreak, characters[index] == "n" { text.append("\n") }
        advance()
        if isLineBreak { while index < characters.count, characters[index] == " " { index += 1 } }
      }
    }
    index += mark.count
    return text
  }

  private mutating func skipInterpolation() {
    var depth = 0
    while index < characters.count {
      switch characters[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        _ = literal()
        continue
      default: break
      }
      advance()
      if depth == 0, characters[index - 1] == ")" { return }
    }
  }
}
