package import NewsModel

// MARK: - Why the store cannot be used

extension Words {
  package func storeNotFound(_ path: String) -> String {
    text("没有新闻库文件 \(path)；请先用 newstape import 导入新闻", "there is no store at \(path); fill one with newstape import")
  }

  package func storeNotAStore(_ path: String) -> String {
    text(
      "\(path) 不是 newstape 的新闻库文件，未作更改；请用 --store 指定别的文件",
      "\(path) is not a newstape store and was left as it is; name another file with --store")
  }

  package func storeNewerVersion(_ found: Int, _ supported: Int) -> String {
    text(
      "新闻库由更新版本的 newstape 写成（格式 \(found)，本程序支持 \(supported)），未作更改；请升级 newstape",
      "the store was written by a newer newstape (format \(found), this program knows \(supported)) and was left as it "
        + "is; update newstape")
  }

  package func storeOlderVersion(_ path: String) -> String {
    text(
      "\(path) 由旧版 newstape 写成，在这里不可写，无法更新；请复制到可写的目录，再打开副本",
      "\(path) was written by an older newstape and cannot be written here to bring it up to date; copy it to a folder "
        + "that you can write, and open the copy")
  }

  package func storeCannotOpen(_ path: String, _ problem: SystemProblem) -> String {
    text(
      "无法打开或创建 \(path)（\(describe(problem))）；请检查路径和权限",
      "cannot open or create \(path) (\(describe(problem))); check the path and its permissions")
  }

  package func storeReadOnly(_ path: String) -> String {
    text(
      "\(path) 只能阅读，不能写入；请检查文件、目录和磁盘的权限，或用 --store 指定别的文件",
      "\(path) can be read, but not written; check the permissions of file, folder and disk, or name another file with "
        + "--store")
  }

  package func storeLogUnreadable(_ path: String) -> String {
    text(
      "最近写入的内容在 \(path) 中，在这里无法读取；请把新闻库文件连同它一起复制到可写的目录",
      "what was written last is in \(path), which cannot be read here; copy the store together with it to a folder that "
        + "you can write")
  }

  package func storeUsedByAnotherName(_ path: String) -> String {
    text(
      "\(path) 有多个名称（硬链接），另一个程序正在使用它；请先关闭那个程序，或复制一份",
      "\(path) has several names (hard links), and another program uses it; close that one first, or make a copy")
  }

  package func storeDamaged(_ path: String, _ detail: String) -> String {
    text(
      "\(path) 已损坏\(parenthesised(reason(detail)))；请运行 newstape store repair",
      "\(path) is damaged\(parenthesised(detail)); run newstape store repair")
  }

  package var storeBusy: String {
    text("另一个程序正占用新闻库；请稍后再试", "another program keeps the store locked; try again later")
  }

  package func storeInputOutput(_ path: String) -> String {
    text("磁盘无法读写 \(path)；请检查磁盘", "the disk failed to read or write \(path); check the disk")
  }

  package var storeDiskFull: String { text("磁盘已满；请腾出空间后重试", "the disk is full; make room and try again") }
  package var storeCancelled: String { text("已取消", "cancelled") }

  package func storeFailed(_ detail: String) -> String {
    text("操作失败（\(reason(detail))）；请用 newstape store check 检查", "this failed: \(detail); try newstape store check")
  }

  package func stays(_ count: Int) -> String {
    text("此前完成的\(number(count))条仍然有效", "what was done to \(self.count(count, "article")) before that stays")
  }

  package func storeMissing(_ path: String) -> String {
    text(
      "新闻库已被移走或删除，不再读写；请放回 \(path) 并重新启动",
      "the store was moved away or removed, and is no longer read or written; put it back to \(path), and start again")
  }

  package func storeReplaced(_ path: String) -> String {
    text(
      "新闻库已被另一个文件取代，不再读写；请重新启动（\(path)）",
      "another file lies in the place of the store, which is no longer read or written; start again (\(path))")
  }

  package func storeCut(_ path: String) -> String {
    text(
      "新闻库已被截短，或磁盘不再给出其中一部分，不再读写；请从备份恢复并重新启动（\(path)）",
      "the store was cut short, or the disk no longer gives a part of it, and is no longer read or written; restore it "
        + "from a backup, and start again (\(path))")
  }
}

// MARK: - Damage, check, repair

extension Words {
  package var diskFullForWriting: String {
    text("磁盘已满，只能阅读，不能写入", "the disk is full: the store can be read, but not written")
  }

  package func finding(_ name: String, count: Int, examples: [String]) -> String {
    let list = examples.isEmpty ? "" : text("（如 ", " (such as ") + examples.joined(separator: ", ") + text("）", ")")
    return name + text("：", ": ") + "\(count)" + list
  }

  package func found(_ finding: String) -> String { text("发现 ", "found ") + finding }

  package func loss(_ name: String, count: Int, examples: [String]) -> String {
    let list =
      examples.isEmpty ? "" : text("（", " (") + examples.joined(separator: text("；", "; ")) + text("）", ")")
    return name + text("：", ": ") + "\(count)" + list
  }

  package var damagedFile: String { text("数据库文件的结构", "structure of the database file") }
  package var damagedTables: String { text("缺少或改动过的表", "tables that are missing or declared in another way") }
  package func damagedRows(_ table: String) -> String {
    text("表 \(table) 中无法读取的行", "rows of table \(table) that cannot be read")
  }
  package var damagedReferences: String { text("指向不存在内容的行", "rows that refer to nothing") }
  package var damagedArticles: String { text("无法读取的新闻", "articles that cannot be read") }
  package var damagedBodies: String { text("正文无法读取的新闻", "articles whose text cannot be read") }
  package var damagedPlaces: String { text("排序位置有误的新闻", "articles that stand at another time's place") }
  package var damagedPostings: String { text("标签、来源、栏目的新闻列表", "lists of the articles of a tag, source or label") }
  package var damagedCounts: String { text("计数", "counts") }
  package var damagedIdentities: String {
    text("识别重复新闻的记录", "records by which articles are recognised when they come again")
  }
  package var damagedFolded: String { text("供查找的标题和名称", "titles and names in the form in which they are found") }
  package var damagedIndex: String { text("搜索索引中无法读取的部分", "parts of the search index that cannot be read") }
  package var damagedNotIndexed: String { text("搜索索引中缺少的新闻", "articles that the search index does not know") }
  package var damagedFetchStates: String { text("无法读取的刷新记录", "feeds whose record of fetches cannot be read") }
  package var damagedUndo: String { text("无法撤销的更改", "changes that cannot be undone") }
  package var checkingFile: String { text("检查文件", "checking the file") }
  package var checkingRows: String { text("检查各表", "checking tables") }
  package var checkingCounts: String { text("检查计数", "checking counts") }
  package var checkingArticles: String { text("检查新闻", "checking articles") }
  package var checkingIndex: String { text("检查搜索索引", "checking the search index") }
  package var lostArticles: String { text("无法恢复的新闻", "articles that could not be brought back") }

  package var lostHeadlineRows: String {
    text(
      "只剩正文的新闻，标题取自正文，时间为推定",
      "articles of which only the text is left: headlines are taken from it, times are estimated")
  }

  package var lostHeadlines: String {
    text("标题无法读取，代以正文开头或检索用的标题", "headlines replaced by the start of the text, or as they are searched")
  }
  package var lostTimes: String { text("时间无法读取，按排序位置推定", "times estimated by the place in the list") }
  package var lostTexts: String { text("正文缺失或只剩开头", "texts that are missing or cut short") }
  package var lostDetails: String { text("编号、网址、作者等无法读取", "ids, addresses, bylines and the like that are missing") }
  package var lostTerms: String { text("来源、栏目或标签无法读取", "sources, labels or tags that are missing") }
  package var lostMarks: String { text("已读、星标、屏蔽标记无法读取", "marks that could not be read") }
  package func lostRows(_ table: String) -> String {
    text("表 \(table) 中未能恢复的行", "rows of table \(table) that could not be brought back")
  }

  package func lostValues(_ table: String) -> String {
    text("表 \(table) 中未能恢复的值", "values in table \(table) that could not be brought back")
  }

  package func lostParts(_ table: String) -> String {
    text("表 \(table) 中有无法到达的部分", "parts of table \(table) that cannot be reached")
  }
  package var lostFetchStates: String { text("刷新记录无法读取，将重新取回", "feeds that are fetched anew") }

  package func damageMet(
    articles: Int, versions: Int, unreachable: Bool, inLists: Bool, inIndex: Bool, fetchStates: Int
  ) -> String {
    var parts: [String] = []
    if articles > 0 {
      parts.append(
        text(
          "\(number(articles))条新闻无法读取，已略过",
          count(articles, "article cannot be read and was left out", "articles cannot be read and were left out")))
    }
    if versions > 0 {
      parts.append(
        text(
          "\(number(versions))个修改前的版本无法读取，已略过",
          count(
            versions, "former version cannot be read and was left out",
            "former versions cannot be read and were left out")))
    }
    if unreachable {
      parts.append(text("有些新闻无法到达，数目不明", "some articles cannot be reached, nobody knows how many"))
    }
    if inLists {
      parts.append(
        text(
          "计数、列表等有损坏，改为逐条查看，慢些",
          "counts, lists and the like are damaged, so articles were looked through, more slowly"))
    }
    if inIndex {
      parts.append(
        text(
          "搜索索引有损坏，改为逐条查看：结果不变，只是慢些",
          "the search index is damaged, so texts were looked through: the results are the same, only slower"))
    }
    if fetchStates > 0 {
      parts.append(
        text(
          "\(number(fetchStates))个订阅的刷新记录无法读取，将重新取回",
          "what is remembered of fetching \(count(fetchStates, "feed")) cannot be read; fetched anew"))
    }
    return parts.joined(separator: semicolon) + text("；请运行 newstape store repair", "; run newstape store repair")
  }
}

// MARK: - Backup, repair, compacting

extension Words {
  package func storeIsSound(_ path: String, articles: Int, muted: Int) -> String {
    let rest = muted == 0 ? "" : text("（其中\(number(muted))条已屏蔽）", ", \(number(muted)) of them hidden")
    return text("\(path)：检查通过，共\(number(articles))条", "\(path): sound, \(count(articles, "article"))") + rest
  }

  package func othersMayUse(_ path: String, rights: UInt16) -> String {
    let mode = "0" + String(rights, radix: 8)
    return text(
      "其他用户可以访问 \(path)（权限 \(mode)）；如不愿意，请运行 chmod 600",
      "others can get at \(path) (mode \(mode)); chmod 600 keeps them out")
  }

  package func storeIsUnsound(_ path: String, findings: Int) -> String {
    text(
      "\(path) 有\(findings)种损坏；请运行 newstape store repair",
      "\(path) has \(count(findings, "kind")) of damage; run newstape store repair")
  }

  package var upgrading: String {
    text("新闻库由旧版本写成，正在更新格式", "the store was written by an older newstape and is brought up to date")
  }

  package var backingUp: String { text("备份", "copying") }
  package var writingAnew: String { text("写回", "writing") }
  package var compacting: String { text("压缩", "compacting") }
  package func rescuing(_ articles: Int) -> String {
    text("读出  \(number(articles))条", "reading  \(count(articles, "article"))")
  }

  package func backedUp(to path: String, bytes: Int) -> String {
    text("已备份到 \(path)（\(Self.size(bytes))）", "copied to \(path) (\(Self.size(bytes)))")
  }

  package func compacted(from before: Int, to after: Int) -> String {
    text(
      "\(Self.size(before)) → \(Self.size(after))，释放 \(Self.size(max(0, before - after)))",
      "\(Self.size(before)) → \(Self.size(after)), \(Self.size(max(0, before - after))) given back")
  }

  package func backup(_ path: String) -> String { text("修复前的备份：\(path)", "the store as it was: \(path)") }

  package func repaired(articles: Int) -> String {
    text("已修复，共\(number(articles))条；搜索索引重新编制", "repaired, \(count(articles, "article")); the search index is made anew")
  }

  package var newsIsLost: String {
    text(
      "部分内容未能恢复，见上；修复前的备份仍在",
      "some of it could not be brought back, as said above; the store as it was lies beside it")
  }

  package func damageIsLeft(_ count: Int) -> String {
    text(
      "仍有\(count)种损坏；请用备份恢复，或把新闻导入新的新闻库（--store）",
      "\(self.count(count, "kind of damage is", "kinds of damage are")) left; put a backup back, or import your news into a new store (--store)"
    )
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1_023) >> 10) KB" : "\(bytes >> 20).\((bytes % (1 << 20)) * 10 >> 20) MB"
  }
}
