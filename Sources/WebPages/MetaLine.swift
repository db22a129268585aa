import ArticleFields
import TextScanning

/// A line of the head of a page, made ready for `PageHeader`: without addresses, numbers of readers, buttons and what other
/// languages write before a date, and with strokes behind keys as colons.
struct MetaLine {
  private(set) var text: Substring
  /// Who wrote the article, where the line says it in another language than Chinese and English.
  private(set) var byline: String?

  init(_ line: Substring) {
    var pieces: [Substring] = []
    var isChanged = false
    for piece in Self.pieces(of: line) {
      let bare = Self.withoutOpening(Self.withoutNoise(piece))
      isChanged = isChanged || bare != piece
      if let (rest, names) = Self.cutForeignByline(bare) {
        byline = byline ?? names
        isChanged = true
        if !rest.isEmpty { pieces.append(rest) }
      } else if !bare.isEmpty {
        pieces.append(bare)
      }
    }
    text = isChanged ? pieces.joined(separator: " | ")[...] : line
  }

  private static func pieces(of line: Substring) -> [Substring] {
    line.pieces(between: ["|", "｜", "·", "•", "»", "—"])
  }
}

// MARK: - What says nothing

extension MetaLine {
  /// The words of a piece that are no addresses, counts or buttons; keys with a stroke get a colon.
  private static func withoutNoise(_ piece: Substring) -> Substring {
    let words = piece.words
    guard !isCount(words), !noComments.contains(piece), !isSection(piece) else { return "" }
    var kept: [Substring] = []
    for word in words {
      let isWeekday = weekdays.contains(word.lowercased().trimmingMark)
      if word.holds("://") || word.starts(with: "www.") || isCount(word) || isWeekday { continue }
      kept.append(marked(word))
    }
    return kept == words ? piece : kept.joined(separator: " ")[...]
  }

  private static let weekdays: Set<String> = {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return Set(names + names.map { String($0.prefix(3)) } + ["tues", "thur", "thurs"])
  }()

  /// `分类:行情`
  private static func isSection(_ piece: Substring) -> Bool {
    guard let (_, rest) = sections.match(piece), let mark = rest.trimmed.unicodeScalars.first else { return false }
    return Punctuation.colons.contains(mark)
  }

  private static let sections = KeywordTable<Void>([
    ((), "分类,分類,栏目,欄目,频道,所属分类,所属栏目,Category,Categories,Section,Posted in,Filed in,Kategorie,Rubrique,Categoría,Рубрика")
  ])

  /// `11 comments`, `4 min read`
  private static func isCount(_ words: [Substring]) -> Bool {
    guard (2...4).contains(words.count), let number = words.first,
      number.utf8.allSatisfy({ !$0.isLetter && $0 < 0x80 }),
      number.utf8.contains(where: \.isDigit)
    else { return false }
    return words.dropFirst().allSatisfy { counted.contains($0.lowercased()) }
  }

  private static let noComments: Set<Substring> = [
    "没有评论", "暂无评论", "暂无留言", "No Comments", "No comments", "Leave a comment",
  ]

  private static let counted: Set<String> = [
    "comment", "comments", "view", "views", "read", "reads", "reply", "replies", "share", "shares", "like", "likes",
    "min",
    "mins", "minute", "minutes", "responses", "response", "claps", "commentaires", "comentarios", "kommentare",
    "commenti",
    "комментариев", "комментария",
  ]

  /// `阅读(1660)`, `评论（5）`, `[12]`, `#1`
  private static func isCount(_ word: Substring) -> Bool {
    if let number = word.dropping(prefix: "#") { return !number.isEmpty && number.utf8.allSatisfy(\.isDigit) }
    guard let open = word.unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" || $0 == "[" }) else {
      return false
    }
    let inner = word[open...].trimmed(of: ["(", ")", "（", "）", "[", "]"])
    let name = word[..<open]
    return !inner.isEmpty && inner.utf8.allSatisfy(\.isDigit) && (name.isEmpty || Boilerplate.matches(name, at: .edge))
  }

  /// `来源/某报` as `来源:某报`.
  private static func marked(_ word: Substring) -> Substring {
    guard let stroke = word.unicodeScalars.firstIndex(where: { $0 == "/" || $0 == "／" }), stroke > word.startIndex
    else {
      return word
    }
    let (key, value) = (word[..<stroke], word[word.unicodeScalars.index(after: stroke)...])
    guard !value.isEmpty, key == "文" || FieldKey.table.match(key).map({ $0.rest.isEmpty && $0.value.isStrong }) ?? false
    else {
      return word
    }
    return "\(key == "文" ? "作者" : key):\(value)"[...]
  }

  /// `Publié le …`, `giovedì 9 novembre …`
  private static func withoutOpening(_ piece: Substring) -> Substring {
    var rest = piece
    while let (_, next) = openings.match(rest),
      next.unicodeScalars.first.map({ $0.isBlank || $0 == "," || $0 == ":" }) ?? false
    {
      rest = next.trimmed(of: [",", ":"])
    }
    return rest
  }

  private static let openings = KeywordTable<Void>([
    (
      (),
      "Publié le,Publié,Mis en ligne le,Pubblicato il,Pubblicato,Publicado el,Publicado,Publicada el,Veröffentlicht am,"
        + "Veröffentlicht,Erschienen am,Опубликовано,Дата,Submitted,Posted,"
        + "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica,lunes,"
        + "martes,miércoles,jueves,viernes,sábado,domingo,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag,"
        + "Mo.,Di.,Mi.,Do.,Fr.,Sa.,So.,понедельник,вторник,среда,четверг,пятница,суббота,воскресенье"
    )
  ])
}

// MARK: - Names

extension MetaLine {
  /// `12.09.2023 von Karsten Ohlendorf`, `Автор: Ирина Соколова`: two to four words with capitals behind such a word.
  private static func cutForeignByline(_ piece: Substring) -> (rest: Substring, names: String)? {
    let words = piece.words
    for (index, word) in words.enumerated() where prepositions.contains(word.lowercased().trimmingMark) {
      let names = words[(index + 1)...]
      guard (2...4).contains(names.count), names.allSatisfy(isNameWord) else { continue }
      let before = piece[..<word.startIndex].trimmed(of: [",", "-", "–"])
      guard before.isEmpty || DateParsing.first(in: before) != nil else { continue }
      return (before, names.joined(separator: " "))
    }
    return nil
  }

  private static let prepositions: Set<String> = [
    "von", "par", "por", "di", "da", "av", "door", "автор", "текст", "autor", "autora", "auteur", "autore", "redattore",
  ]

  private static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase && !first.isIdeograph && word.utf8.allSatisfy { !$0.isDigit }
      || ["de", "von", "van", "der", "del", "di", "la", "le"].contains(word)
  }
}

extension String {
  /// Without a mark at the end.
  fileprivate var trimmingMark: String {
    hasSuffix(":") || hasSuffix(",") || hasSuffix(".") ? String(dropLast()) : self
  }
}
