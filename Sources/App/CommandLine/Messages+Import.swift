import NewsLibrary
import NewsParsing

// MARK: - What an import passed over or guessed

extension Messages {
  /// One line for each kind of thing that was passed over or guessed; columns and keys stand together.
  func notes(_ report: ImportReport, named map: FieldMap) -> [String] {
    var lines = notes(report.notes, named: map)
    if report.estimated > 0 { lines.append(estimated(report.estimated)) }
    return lines
  }

  func notes(_ notes: ImportNotes, named map: FieldMap) -> [String] {
    var lines: [String] = []
    let unknown = notes.entries.compactMap { entry in
      if case .unknownField(let name) = entry.kind { (name, entry.count) } else { nil }
    }
    let surplus = notes.entries.compactMap { entry in
      if case .surplusField(let name) = entry.kind { (name, entry.count) } else { nil }
    }
    if !unknown.isEmpty { lines.append(passedOver(list(unknown))) }
    if !surplus.isEmpty { lines.append(leftOut(list(surplus))) }
    lines += notes.entries.compactMap(describe)
    let unused = notes.unused(of: map)
    if !unused.isEmpty { lines.append(notFound(unused)) }
    return lines
  }

  /// So many names are shown; the rest is counted.
  private static let shownNames = 30

  private func list(_ names: [(name: String, count: Int)]) -> String {
    let shown = names.prefix(Self.shownNames).map { name, count in
      let name = name.isEmpty ? text("（无名）", "(no name)") : name
      return text("\(name)（\(count) 条）", "\(name) (\(Self.records(count)))")
    }
    let rest = names.count - shown.count
    let all = shown.joined(separator: text("、", ", "))
    return rest > 0 ? all + text("，另有 \(rest) 个", ", and \(rest) more") : all
  }

  private static func records(_ count: Int) -> String { count == 1 ? "1 record" : "\(count) records" }

  private func passedOver(_ names: String) -> String {
    text(
      "略过未识别的列或键：\(names)；可用 --map 字段=列名 指定",
      "passed over columns or keys that are not known: \(names); say what they mean with --map field=name")
  }

  private func leftOut(_ names: String) -> String {
    text(
      "略过的列或键，同一字段已取自别处：\(names)；可用 --map 字段=列名 改选",
      "left out, as another column or key gave the same field: \(names); choose with --map field=name")
  }

  private func notFound(_ names: [String]) -> String {
    let list = names.joined(separator: text("、", ", "))
    return text("--map 中的列或键没有出现：\(list)；请检查拼写", "--map names what is nowhere: \(list); check the spelling")
  }

  private func estimated(_ count: Int) -> String {
    text(
      "日期为估计的 \(count) 篇（没有日期、没有年份或日月不明）；导出时注明",
      "dates that are estimated: \(count) (none given, no year, or day and month unclear); exports say so")
  }

  /// Nil for what is told together with others.
  private func describe(_ entry: ImportNotes.Entry) -> String? {
    let count = entry.count
    let example = entry.example.map { text("，如“\($0)”", ", such as '\($0)'") } ?? ""
    let place = entry.line.map { text("，最早在 \(entry.path):\($0)", ", first at \(entry.path):\($0)") } ?? ""
    switch entry.kind {
    case .unknownField, .surplusField, .mappedName: return nil
    case .skippedTable(let name):
      return text(
        "略过没有标题和正文列的表 \(name)（\(count) 行）",
        "passed over the table \(name), which names no headline or text (\(count) rows)")
    case .skippedEntry:
      return text("略过归档中不是网页的内容 \(count) 项\(example)", "entries of an archive that are no pages: \(count)\(example)")
    case .furtherFields:
      return text("另有更多未识别的键（\(count) 处）", "still more keys that are not known (\(count) times)")
    case .surplusTags(let limit):
      return text(
        "标签多于 \(limit) 个的记录 \(count) 条；只取前 \(limit) 个",
        "records with more than \(limit) tags: \(count); the first \(limit) count")
    case .unreadableDate:
      return text(
        "无法识别的日期 \(count) 个\(example)；改用文件时间",
        "dates that cannot be read: \(count)\(example); the file's time stands instead")
    case .futureDate:
      return text(
        "将来的日期 \(count) 个\(example)；改用文件时间",
        "dates of the future: \(count)\(example); the file's time stands instead")
    case .exchangeableDate:
      return text(
        "日和月可能互换的日期 \(count) 个\(example)", "dates whose day and month may be exchanged: \(count)\(example)")
    case .impossibleTime:
      return text(
        "时刻或时区不存在的日期 \(count) 个\(example)；只取日期，标为估计",
        "dates with a time of day or a zone that does not exist: \(count)\(example); the day counts, as estimated")
    case .missingCells:
      return text("单元格少于列数的行 \(count) 行\(place)", "rows with fewer cells than columns: \(count)\(place)")
    case .surplusCells:
      return text(
        "单元格多于列数的行 \(count) 行\(place)；多出的并入正文",
        "rows with more cells than columns: \(count)\(place); the surplus went into the text")
    case .openQuote:
      return text(
        "没有结束的引号 \(count) 个\(place)；按普通字符处理", "quotation marks that never end: \(count)\(place); they count as text")
    case .innerQuote:
      return text(
        "跨行的引号内有未成对的引号 \(count) 行\(place)；请看是否并入了别的行",
        "rows over several lines whose quoted text holds marks that are not doubled: \(count)\(place); see whether they took in others"
      )
    }
  }

  func describe(_ problem: FieldMapProblem, in place: String) -> String {
    let fields = ArticleField.allCases.map(\.rawValue).joined(separator: ", ")
    return switch problem {
    case .incomplete(let pair):
      text(
        "\(place) 的“\(pair)”不完整；请写成 字段=列名，如 title=Article_title",
        "\(place) '\(pair)' is not complete; write field=name, such as title=Article_title")
    case .unknownField(let word):
      text("\(place)：没有字段“\(word)”；可用：\(fields)", "\(place): there is no field '\(word)'; choose one of \(fields)")
    case .repeatedName(let name):
      text("\(place) 中“\(name)”出现两次；请只保留一个", "\(place) names '\(name)' twice; keep one of them")
    }
  }
}
