import NewsLibrary
import NewsStore

// MARK: - The store: damage, check, repair

extension Messages {
  func storeIsSound(_ path: String, articles: Int, muted: Int) -> String {
    let rest = muted == 0 ? "" : text("，其中 \(muted) 篇已静音", ", \(muted) of them muted")
    return text("\(path)：完好，\(articles) 篇", "\(path): sound, \(articles) articles") + rest
  }

  /// What whoever reads wants to know of the reason why nothing can be written; nil where that is no concern of theirs.
  func onlyRead(_ obstacle: StoreError) -> String? {
    guard obstacle == .diskFull else { return nil }
    return text("磁盘已满，只能阅读，不能写入", "the disk is full: the store can be read, but not written")
  }

  func othersMayUse(_ path: String, rights: UInt16) -> String {
    let mode = "0" + String(rights, radix: 8)
    return text(
      "其他用户可以访问 \(path)（权限 \(mode)）；如不愿意，请运行 chmod 600",
      "others can get at \(path) (mode \(mode)); chmod 600 keeps them out")
  }

  func storeIsUnsound(_ path: String, findings: Int) -> String {
    text(
      "\(path) 有 \(findings) 种损坏；请运行 newstape store repair",
      "\(path) has \(findings) kinds of damage; run newstape store repair")
  }

  func describe(_ finding: StoreFinding) -> String {
    let examples = finding.examples.isEmpty ? "" : text("（如 ", " (such as ") + finding.examples.joined(separator: ", ")
    let rest = examples.isEmpty ? "" : examples + text("）", ")")
    return "\(name(finding.kind))：".replacing("：", with: text("：", ": ")) + "\(finding.count)" + rest
  }

  private func name(_ kind: StoreFinding.Kind) -> String {
    switch kind {
    case .file: text("数据库文件的结构", "structure of the database file")
    case .tables: text("缺少或改动过的表", "tables that are missing or declared in another way")
    case .rows(let table): text("表 \(table) 中无法读取的行", "rows of table \(table) that cannot be read")
    case .references: text("指向不存在内容的行", "rows that refer to nothing")
    case .articles: text("无法读取的文章", "articles that cannot be read")
    case .bodies: text("正文无法读取的文章", "articles whose text cannot be read")
    case .places: text("排序位置有误的文章", "articles that stand at another time's place")
    case .postings: text("标签、来源、栏目的文章列表", "lists of the articles of a tag, source or label")
    case .counts: text("计数", "counts")
    case .identities: text("识别重复新闻的记录", "records by which articles are recognised when they come again")
    case .folded: text("供查找的标题和名称", "titles and names in the form in which they are found")
    case .index: text("搜索索引中无法读取的部分", "parts of the search index that cannot be read")
    case .notIndexed: text("搜索索引中缺少的文章", "articles that the search index does not know")
    case .fetchStates: text("无法读取的抓取记录", "sources whose record of fetches cannot be read")
    case .undo: text("无法撤销的更改", "changes that cannot be undone")
    }
  }

  func checking(_ part: CheckProgress.Part) -> String {
    switch part {
    case .file: text("检查文件", "checking the file")
    case .rows: text("检查各表", "checking tables")
    case .counts: text("检查计数", "checking counts")
    case .articles: text("检查文章", "checking articles")
    case .index: text("检查搜索索引", "checking the search index")
    }
  }

  func damageMet(_ damage: StoreDamage) -> String {
    var parts: [String] = []
    if damage.articles > 0 {
      parts.append(
        text(
          "\(damage.articles) 篇文章无法读取，已略过",
          damage.articles == 1
            ? "1 article cannot be read and was left out"
            : "\(damage.articles) articles cannot be read and were left out"))
    }
    if damage.hasUnreachableArticles {
      parts.append(text("有些文章无法到达，数目不明", "some articles cannot be reached, nobody knows how many"))
    }
    if damage.isInLists {
      parts.append(
        text(
          "计数、列表等有损坏，改为逐篇查看，慢些",
          "counts, lists and the like are damaged, so articles were looked through, more slowly"))
    }
    if damage.isInIndex {
      parts.append(
        text(
          "搜索索引有损坏，改为逐篇查看：结果不变，只是慢些",
          "the search index is damaged, so texts were looked through: the results are the same, only slower"))
    }
    if damage.fetchStates > 0 {
      parts.append(
        text(
          "\(damage.fetchStates) 个来源的抓取记录无法读取，将重新抓取",
          "what is remembered of fetching \(damage.fetchStates) sources cannot be read, so they are fetched anew"))
    }
    return parts.joined(separator: text("；", "; ")) + text("；请运行 newstape store repair", "; run newstape store repair")
  }
}

// MARK: - Backup, repair, compacting

extension Messages {
  var upgrading: String {
    text("数据文件由旧版本写成，正在更新格式", "the store was written by an older newstape and is brought up to date")
  }
  var backingUp: String { text("备份", "copying") }
  var writingAnew: String { text("写回", "writing") }
  var compacting: String { text("压缩", "compacting") }

  func rescuing(_ articles: Int) -> String { text("读出  \(articles) 篇", "reading  \(articles) articles") }

  func backedUp(to path: String, bytes: Int) -> String {
    text("已备份到 \(path)（\(Self.size(bytes))）", "copied to \(path) (\(Self.size(bytes)))")
  }

  func compacted(from before: Int, to after: Int) -> String {
    text(
      "\(Self.size(before)) → \(Self.size(after))，释放 \(Self.size(max(0, before - after)))",
      "\(Self.size(before)) → \(Self.size(after)), \(Self.size(max(0, before - after))) given back")
  }

  func backup(_ path: String) -> String { text("修复前的备份：\(path)", "the store as it was: \(path)") }

  func found(_ finding: StoreFinding) -> String { text("发现 ", "found ") + describe(finding) }

  func repaired(articles: Int) -> String {
    text("已修复，共 \(articles) 篇；搜索索引重新编制", "repaired, \(articles) articles; the search index is made anew")
  }

  var newsIsLost: String {
    text(
      "部分内容未能恢复，见上；修复前的备份仍在",
      "some of it could not be brought back, as said above; the store as it was lies beside it")
  }

  func damageIsLeft(_ count: Int) -> String {
    text(
      "仍有 \(count) 种损坏；请用备份恢复，或把新闻导入新的数据文件（--store）",
      "\(count) kinds of damage are left; put a backup back, or import your news into a new store (--store)")
  }

  func describe(_ loss: RepairLoss) -> String {
    let examples =
      loss.examples.isEmpty ? "" : text("（", " (") + loss.examples.joined(separator: text("；", "; ")) + text("）", ")")
    return text("\(name(loss.kind))：\(loss.count)", "\(name(loss.kind)): \(loss.count)") + examples
  }

  private func name(_ kind: RepairLoss.Kind) -> String {
    switch kind {
    case .articles: text("无法恢复的文章", "articles that could not be brought back")
    case .headlineRows:
      text(
        "只剩正文的文章，标题取自正文，时间为估计",
        "articles of which only the text is left: headlines are taken from it, times are estimated")
    case .headlines:
      text("标题无法读取，代以正文开头或检索用的标题", "headlines replaced by the start of the text, or as they are searched")
    case .times: text("时间无法读取，按排序位置估计", "times estimated by the place in the list")
    case .texts: text("正文缺失或只剩开头", "texts that are missing or cut short")
    case .details: text("编号、网址、作者等无法读取", "ids, addresses, bylines and the like that are missing")
    case .terms: text("来源、栏目或标签无法读取", "sources, labels or tags that are missing")
    case .marks: text("已读、星标、屏蔽标记无法读取", "marks that could not be read")
    case .rows(let table): text("表 \(table) 中未能恢复的行", "rows of table \(table) that could not be brought back")
    case .values(let table): text("表 \(table) 中未能恢复的值", "values in table \(table) that could not be brought back")
    case .parts(let table): text("表 \(table) 中有无法到达的部分", "parts of table \(table) that cannot be reached")
    case .fetchStates: text("抓取记录无法读取，将重新抓取", "sources that are fetched anew")
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1_023) >> 10) KB" : "\(bytes >> 20).\((bytes % (1 << 20)) * 10 >> 20) MB"
  }
}
