import TextScanning

/// Recognises the line that names who wrote an article, and gives the names alone.
package enum Byline {
  /// `《投资时报》记者 章敬宇` → `章敬宇`; `文/张三 编辑/李四` → `张三`; `By Jane Doe, Staff Writer` → `Jane Doe`.
  /// Nil where the line is something else.
  package static func names(in line: Substring) -> String? {
    let line = (line.enclosed(by: Punctuation.allBrackets) ?? line).trimmed(of: decoration)
    guard (4...200).contains(line.utf8.count), line.fits(90) else { return nil }
    return english(line) ?? chinese(line)
  }

  /// The names in the value of an author field: without roles where there are any.
  package static func names(inValue value: Substring) -> String? {
    let value = value.trimmed
    guard !value.isEmpty, value.fits(120), !AbsentValue.isMeant(by: value) else { return nil }
    let isChinese = value.unicodeScalars.contains(where: \.isIdeograph)
    return (isChinese ? chinese("记者 " + value) : english(value) ?? english("By " + value)) ?? names(in: value)
      ?? value.words.joined(separator: " ")
  }

  /// The paper whose staff a byline names: `澎湃新闻记者 林一帆` → `澎湃新闻`; nil for `本报记者`.
  static func employer(in line: Substring) -> String? {
    let line = (line.enclosed(by: Punctuation.allBrackets) ?? line).trimmed(of: decoration)
    for token in tokens(of: line) {
      guard let role = token.range(ofBytes: "记者") ?? token.range(ofBytes: "記者") else { continue }
      var paper = token[..<role.lowerBound]
      for rank in ["首席", "特派", "见习", "实习"] { paper = paper.dropping(suffix: rank) ?? paper }
      guard !paper.starts(with: "本"), paper.unicodeScalars.count > 2, isHouse(paper) else { return nil }
      return PaperName.cleaned(paper)
    }
    return nil
  }

  private static let decoration: ScalarSet = [
    "◎", "●", "■", "□", "◆", "◇", "○", "★", "☆", "※", "▲", "△", "▌", "▍", "♦", "⊙",
  ]
}

// MARK: - Chinese

extension Byline {
  /// Words that may name a writer with nothing before them.
  private static let authors = [
    "记者", "作者", "撰文", "采写", "撰稿", "撰稿人", "图文", "整理", "编译", "文", "實習記者", "記者", "实习生", "通讯员",
  ]
  /// Words that name a writer after a paper or an agency (`《投资时报》研究员`).
  private static let staff = authors + ["研究员", "评论员", "分析师", "特约撰稿人", "首席", "主笔"]
  /// Words whose names are not the author's.
  private static let others = [
    "编辑", "责编", "責編", "編輯", "摄影", "摄", "图", "视频", "制图", "校对", "审核", "监制", "主编", "统筹", "设计", "排版", "美编", "视觉",
    "见习编辑", "摄像",
  ]
  /// What follows "记者" in running text.
  private static let verbs: Set<Substring> = [
    "获悉", "获得", "了解", "了解到", "从", "注意到", "发现", "观察", "观察到", "手记", "调查", "采访", "采访时", "报道", "表示", "看到", "梳理", "统计",
    "节", "证", "会", "问", "日前", "近日", "今日", "今天", "昨日", "致电", "联系", "走访", "实地", "探访", "说", "称", "专访",
  ]
  /// How the names of papers and houses end; such a word is no person's name.
  private static let houses = [
    "财经", "日报", "时报", "晚报", "早报", "商报", "周刊", "周报", "新闻", "证券", "网", "报", "社", "研究院", "研究所", "研究中心", "传媒", "观察", "频道",
    "编辑部", "公司", "银行", "基金", "财经網", "時報", "日報", "新聞",
  ]
  private static let separators: ScalarSet = [
    "/", "／", "|", "｜", "丨", ":", "：", "、", ",", "，", ";", "；", "·",
  ]

  private static func chinese(_ line: Substring) -> String? {
    guard line.utf8.contains(where: { $0 >= 0xe4 }), !line.contains(anyOf: sentenceMarks) else { return nil }
    // "文" is a common character: as a role it needs a mark behind it.
    if let rest = line.dropping(prefix: "文"), !(rest.trimmed.unicodeScalars.first.map(separators.contains) ?? false) {
      if !line.starts(with: "文字") { return nil }
    }
    let tokens = tokens(of: line)
    if let name = nameBeforeRole(tokens) { return name }
    var names: [Substring] = []
    var leadCount = 0
    var mode = Mode.before
    for token in tokens {
      if let role = role(endingWith: token) {
        mode = role
        continue
      }
      switch mode {
      case .before:
        if let name = gluedName(in: token) {
          names.append(name)
          mode = .author
        } else {
          leadCount += 1
          guard leadCount <= 2, token.unicodeScalars.count <= 14 else { return nil }
        }
      case .author:
        if isName(token) {
          names.append(token)
        } else if !isDateline(token), !isHouse(token) {
          return nil
        }
      case .other:
        guard isName(token) || isDateline(token) || isHouse(token) else { return nil }
      }
    }
    guard !names.isEmpty, names.count <= 8 else { return nil }
    return names.joined(separator: " ")
  }

  private static let sentenceMarks: ScalarSet = ["。", "！", "？", "!", "?"]

  private enum Mode { case before, author, other }

  /// Pieces between blanks and marks; a point within a foreign name does not split it, one behind a role does.
  private static func tokens(of line: Substring) -> [Substring] {
    line.unicodeScalars.split { $0.isBlank || (separators.contains($0) && $0 != "·") }.map { Substring($0) }
      .flatMap { token -> [Substring] in
        guard let point = token.unicodeScalars.firstIndex(of: "·"), role(endingWith: token[..<point]) != nil else {
          return [token]
        }
        return [token[..<point], token[token.unicodeScalars.index(after: point)...]]
      }
      .filter { !$0.isEmpty && $0 != "·" }
  }

  /// `某报 张三/文`
  private static func nameBeforeRole(_ tokens: [Substring]) -> String? {
    guard (2...3).contains(tokens.count), let role = tokens.last, role == "文" || role == "撰文",
      let name = tokens.dropLast().last, isName(name), Self.role(endingWith: tokens[0]) == nil
    else { return nil }
    return String(name)
  }

  private static func isHouse(_ token: Substring) -> Bool {
    token.unicodeScalars.count <= 14 && houses.contains { token.dropping(suffix: $0) != nil }
  }

  /// The role that the token names, alone or after a paper's name.
  private static func role(endingWith token: Substring) -> Mode? {
    guard token.unicodeScalars.count <= 20 else { return nil }
    if authors.contains(where: { token == $0 }) { return .author }
    if others.contains(where: { token.dropping(suffix: $0) != nil }) { return .other }
    return staff.contains { word in
      guard word.utf8.count > 3, let paper = token.dropping(suffix: word) else { return false }
      return paper.unicodeScalars.count >= 2
    } ? .author : nil
  }

  /// The name that a crawler glued to its role: `《投资时报》记者章敬宇`.
  private static func gluedName(in token: Substring) -> Substring? {
    guard token.unicodeScalars.count <= 24 else { return nil }
    for word in ["记者", "研究员", "記者"] {
      guard let role = token.range(ofBytes: word) else { continue }
      let name = token[role.upperBound...]
      // "记者" and four characters more begin a text, not a name.
      if role.lowerBound == token.startIndex, name.unicodeScalars.count > 3 { continue }
      return isName(name) ? name : nil
    }
    return nil
  }

  /// Two to four Chinese characters, a foreign name with a point, or Latin letters.
  package static func isName(_ token: Substring) -> Bool {
    let scalars = token.unicodeScalars
    guard !isHouse(token), !verbs.contains(token),
      !verbs.contains(where: { $0.utf8.count >= 6 && token.starts(with: String($0)) }),
      !isDateline(token)
    else { return false }
    if scalars.allSatisfy(\.isIdeograph) { return (2...4).contains(scalars.count) }
    if scalars.contains("·") {
      return scalars.count <= 16 && scalars.allSatisfy { $0.isIdeograph || $0.isASCIILetter || $0 == "·" }
    }
    return scalars.count <= 20 && scalars.allSatisfy { $0.isASCIILetter || $0 == "." || $0 == "'" || $0 == "-" }
  }

  /// `北京报道`, `发自上海`.
  private static func isDateline(_ token: Substring) -> Bool {
    token.unicodeScalars.count <= 8
      && (token.dropping(suffix: "报道") != nil || token.dropping(suffix: "報導") != nil
        || token.dropping(suffix: "電") != nil
        || token.dropping(suffix: "电") != nil || token.starts(with: "发自"))
  }
}

// MARK: - English

extension Byline {
  /// What may stand before "by".
  private static let openings = ["posted ", "written ", "published ", "reporting "]
  /// A comma before one of these words ends the names too.
  private static let englishHouses: Set<String> = [
    "wire", "news", "times", "post", "press", "journal", "daily", "herald", "tribune", "agency", "media", "business",
  ]
  private static let particles: Set<Substring> = [
    "and", "&", "de", "van", "von", "der", "del", "la", "bin", "al", "with",
  ]
  /// A comma before one of these ends the names.
  private static let englishRoles = [
    "staff", "reporter", "writer", "correspondent", "editor", "special to", "contributor", "bureau", "columnist",
    "analyst", "senior", "chief",
  ]

  private static func english(_ line: Substring) -> String? {
    var scalars = line.unicodeScalars
    guard let first = scalars.first, first.isASCIILetter, scalars.count <= 90 else { return nil }
    let lowercased = line.lowercased()
    if let opening = openings.first(where: lowercased.hasPrefix) { scalars = scalars.dropFirst(opening.count) }
    guard scalars.prefix(3).map(\.lowercasedASCII) == ["b", "y", " "] else { return nil }
    var names = Substring(scalars.dropFirst(3)).trimmed
    for mark in ["|", " - ", " — ", " – ", " · ", ";"] {
      if let end = names.range(ofBytes: mark) { names = names[..<end.lowerBound].trimmed }
    }
    if let rest = names.dropping(suffix: " on") { names = rest.trimmed }
    let parts = names.pieces(between: [","])
    let kept = parts.enumerated().prefix { index, part in
      let lowercased = part.lowercased()
      return !englishRoles.contains { lowercased.contains($0) } && DateParsing.first(in: part) == nil
        && (index == 0 || !lowercased.split(separator: " ").contains { englishHouses.contains(String($0)) })
    }
    .map(\.element)
    guard !kept.isEmpty, kept.count <= 4 else { return nil }
    let isNames = kept.allSatisfy { part in
      part.words.count <= 9
        && part.words.allSatisfy { word in
          particles.contains(Substring(word.lowercased()))
            || (word.unicodeScalars.first.map { $0.properties.isUppercase || $0.isIdeograph } ?? false)
        }
    }
    // A full stop ends a sentence, unless it stands behind "Jr" or an initial.
    let isSentence = names.endsSentence && (names.words.last?.utf8.count ?? 0) > 3
    guard isNames, !isSentence else { return nil }
    return kept.joined(separator: ", ")
  }
}

// Bylines and sources that stand within running text: in brackets at its end, or in the dateline before its first sentence.
extension Byline {
  /// What the brackets at the end of a paragraph say beside the text.
  package struct Signature {
    /// The paragraph without the brackets.
    package var text: Substring
    package var byline: String?
    package var source: String?
  }

  /// `……较为稳定。（记者 张三）`, `……较为稳定。(来源:某报)`; nil where the paragraph ends otherwise.
  package static func signature(endOf paragraph: Substring) -> Signature? {
    let scalars = paragraph.unicodeScalars
    guard let last = scalars.last, last == ")" || last == "）" else { return nil }
    let tail = scalars.suffix(longestNote)
    guard let open = tail.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex else { return nil }
    let text = paragraph[..<open].trimmed
    let inner = paragraph[scalars.index(after: open)..<scalars.index(before: scalars.endIndex)].trimmed
    guard text.endsSentence else { return nil }
    if let (key, value) = FieldLine.key(at: inner), key == .source || key == .editor {
      let name = value.trimmed
      guard !name.isEmpty, PaperName.isName(name) else { return nil }
      return Signature(text: text, source: key == .source ? String(name) : nil)
    }
    return names(in: inner).map { Signature(text: text, byline: $0) }
  }

  private static let longestNote = 40

  /// `本报讯（记者 张三）……`, `某社6月15日电 记者张三报道:……`: the names in the dateline that opens a paragraph.
  package static func names(inDatelineOf paragraph: Substring) -> String? {
    let start = Substring(paragraph.unicodeScalars.prefix(reach))
    guard let role = start.range(ofBytes: "记者") ?? start.range(ofBytes: "記者") else { return nil }
    let before = start[..<role.lowerBound]
    let isAfterDateline = datelines.contains { before.holds($0) }
    let rest = start[role.upperBound...]
    if let open = before.unicodeScalars.last(where: { !$0.isBlank && !"本报台网社".unicodeScalars.contains($0) }),
      open == "(" || open == "（"
    {
      guard let end = rest.unicodeScalars.firstIndex(where: { $0 == ")" || $0 == "）" }) else { return nil }
      return names(in: "记者 " + rest[..<end])
    }
    guard isAfterDateline, let end = rest.range(ofBytes: "报道") ?? rest.range(ofBytes: "報道") else { return nil }
    return names(in: "记者 " + rest[..<end.lowerBound])
  }

  private static let reach = 40
  private static let datelines = ["讯", "电", "消息", "報訊", "電", "訊"]
}
