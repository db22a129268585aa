package import NewsModel

// MARK: - The reader's own tables

extension Words {
  package var ownTables: String { text("自己的词表", "your tables") }

  package func unknownKindOfRow(_ name: String, _ kinds: [String]) -> String {
    text(
      "没有“\(name)”这类，可用：\(enumeration(kinds))", "there is no kind \(name); there are \(kinds.joined(separator: ", "))")
  }

  package var columnMissing: String {
    text("这里缺少一列；各列之间用制表符分开", "a column is missing here; tabs stand between columns")
  }

  package var tooManyColumns: String { text("多出一列", "one column too many") }

  package func columnTooLong(_ limit: Int) -> String {
    text("超过\(limit)个字符", "longer than \(count(limit, "character"))")
  }

  package func unknownCompanyInTables(_ name: String) -> String {
    text("没有公司“\(name)”，请写代码或全名", "there is no company \(name); write its code or a name of it")
  }

  package func unknownEventInTables(_ name: String, _ kinds: [String]) -> String {
    text(
      "没有事件“\(name)”，可用：\(enumeration(kinds))", "there is no event \(name); there are \(kinds.joined(separator: ", "))")
  }

  package func unknownTopicInTables(_ name: String, _ topics: [String]) -> String {
    text(
      "没有分类“\(name)”，可用：\(enumeration(topics))",
      "there is no topic \(name); there are \(topics.joined(separator: ", "))"
    )
  }

  package var emptyPattern: String { text("没有要出现的词", "no word that must stand there") }
  package var blankInDetail: String { text("细类中不能有空格", "the finer kind cannot hold a blank") }

  package func badDirection(_ found: String) -> String {
    text("“\(found)”不是方向，可用：+、-、0", "\(found) is no direction; there are +, - and 0")
  }

  package func badToneInTables(_ found: String) -> String {
    text(
      "“\(found)”不是倾向，可用：正面、负面、中性，或 -3 至 3",
      "\(found) is no tone; there are positive, negative, neutral, and numbers from -3 to 3")
  }

  package func tooManyRows(_ limit: Int) -> String {
    text("超过\(number(limit))行，其后未读", "more than \(count(limit, "row")); the rest was not read")
  }

  package func tablesTooLarge(_ limit: Int) -> String {
    text("文件超过 \(limit >> 20) MB，其后未读", "the file is larger than \(limit >> 20) MB; the rest was not read")
  }

  package var tablesNotUTF8: String { text("不是 UTF-8 编码，未读", "this is not UTF-8; nothing was read") }
}

extension Words {
  /// Of a store that can only be read.
  package func notAnalysed(_ count: Int) -> String {
    text(
      "\(number(count))条新闻未分析，没有公司、事件、分类和倾向",
      self.count(count, "article is", "articles are")
        + " not analysed, and \(count == 1 ? "has" : "have") no companies, "
        + "events, topics or tone")
  }
}

// MARK: - What was read of an article

extension Words {
  package func facetsTitle(_ title: String) -> String {
    let name = text("分析", "Analysis")
    return title.isEmpty ? name : name + " · " + title
  }

  package var nothingRead: String { text("没有读出什么", "nothing was read of it") }
  package var figures: String { text("数字", "Figures") }
  package var automatic: String { text("自动", "automatic") }
  package var ownMark: String { text("自己的", "yours") }
  package var wrongMark: String { text("本条不算", "not here") }
  package var close: String { text("关闭", "close") }
  package var wrong: String { text("不对", "wrong") }
  package var rightAgain: String { text("恢复", "restore") }
  package var wrongHere: String { text("仅本条不算", "wrong here only") }
  package var wrongAlways: String { text("以后都不算", "never for these words") }
  package var teach: String { text("添加", "add") }

  package func quoted(_ words: String) -> String { "“" + words + "”" }

  package func orAlso(_ names: [String]) -> String { text("或 ", "or ") + enumeration(names) }

  /// Kind, finer kind, direction, figures and who acts.
  package func summary(of event: NewsEvent) -> String {
    var parts = [name(event.kind.rawValue, of: .event)]
    if let detail = event.detail { parts.append(name(detail, of: .event)) }
    if let tone = event.direction { parts.append(name(tone.rawValue, of: .tone)) }
    if let amount = event.amount { parts.append(self.amount(amount)) }
    if let percentage = event.percentage { parts.append(self.percentage(percentage)) }
    if let actor = event.actor { parts.append(actor) }
    return parts.joined(separator: " ")
  }

  /// The number that the words of an article mean.
  package func value(of figure: Figure) -> String {
    switch figure.measure {
    case .amount(let unit): amount(Amount(range: figure.range, unit: unit))
    case .percent: percentage(figure.range)
    case .percentagePoints: percentagePoints(figure.range)
    }
  }

  /// The rule that decided, with what it weighed: a row of a table is shown as it stands there.
  package func rule(_ evidence: Evidence) -> String {
    let rule = evidence.rule
    guard language != .en, let end = rule.lastIndex(of: " ") else { return Self.rules[rule] ?? rule }
    let weight = rule[end...].dropFirst()
    guard weight.first == "+" || weight.first == "-", let name = Self.rules[String(rule[..<end])] else {
      return Self.rules[rule] ?? rule
    }
    return name + " " + weight
  }

  /// The rules that have a name and no row.
  private static let rules = [
    CompanyMention.byName: "公司名称", CompanyMention.byCode: "公司代码", "listed company": "上市公司",
    "several companies and moves of prices": "多家公司及股价", "speaker of no office": "发言者不是机关",
    "house of analysts": "研究机构", TopicReading.onlyChinese: "中文，未提他国", TopicReading.noWord: "没有分类词",
    "word": "词", "ended": "被终止", "ends": "终止", "denied": "被否定", "granted": "获准", "not granted": "未获准",
    "signed": "签订", "not signed": "未签订", "with its size": "有金额或比例", "has an amount": "有金额", "compared": "同比",
    "rises": "上升", "falls": "下降",
  ]
}

// MARK: - What the reader teaches

extension Words {
  package var teachTitle: String { text("添加到自己的词表", "Add to your tables") }
  package var lessonAlias: String { text("公司的别名", "another name of a company") }
  package var lessonCompany: String { text("自己的公司", "a company of your own") }
  package var lessonEvent: String { text("事件", "an event") }
  package var lessonGoodWord: String { text("正面词", "a word of good news") }
  package var lessonBadWord: String { text("负面词", "a word of bad news") }
  package var exampleOfAlias: String { text("宁王：300750", "Big Blue: IBM") }
  package var exampleOfCompany: String { text("未上市的公司", "one that is listed nowhere") }
  package var exampleOfEvent: String { text("终止|撤回 要约", "withdraw*|drop* bid") }
  package var exampleOfGoodWord: String { text("爆单", "sold out") }
  package var exampleOfBadWord: String { text("断供", "walkout") }
  package var eventKind: String { text("是哪类事件", "Which kind of event") }
  package var lessonWordLabel: String { text("词：", "word: ") }
  package var lessonNameLabel: String { text("公司名称：", "name: ") }
  package var lessonPatternLabel: String { text("要出现的词：", "words: ") }
  package var lessonCompanyLabel: String { text("是哪家公司：", "of which company: ") }
  package var lessonCodeLabel: String { text("代码：", "code: ") }
  package var exampleOfCompanyName: String { text("代码或名称，如 300750、宁德时代", "a code or a name, such as AAPL") }
  package var exampleOfCode: String { text("如 688999.SH；没有就留空", "such as 688999.SH; nothing where it has none") }
  package var exampleOfPattern: String {
    text("空格隔开的词要依次出现，“|”表示任一，“!”表示不能有", "words in this order, | for either, ! for none of them")
  }

  package func rowAdded(_ row: String) -> String { text("已写入词表：\(row)", "added to your tables: \(row)") }
  package func rowRemoved(_ row: String) -> String { text("已从词表删去：\(row)", "removed from your tables: \(row)") }
  package var renameTag: String { text("标签改名或合并", "rename or merge a tag") }
  package var hideTag: String { text("隐藏标签", "hide a tag") }
  package var mergesTags: String { text("写已有的标签即并入其中", "the name of another tag merges the two") }
  package var tablesUnchanged: String { text("词表没有变化", "nothing to change in your tables") }

  package func calledWrong(_ value: String) -> String { text("“\(value)”在本条中不算", "“\(value)” does not count here") }
  package func calledRight(_ value: String) -> String { text("“\(value)”在本条中恢复", "“\(value)” counts here again") }
}
