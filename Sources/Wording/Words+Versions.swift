package import NewsModel

// MARK: - Versions of an article

extension Words {
  package var neverChanged: String { text("没有修改记录。", "It was never changed.") }

  package func versionNumber(_ number: Int) -> String { text("第\(number)版", "Version \(number)") }

  package var changedWording: String { text("只改了文字", "wording changed") }
  package var changedSense: String { text("意思变了", "sense changed") }
  package var publishTime: String { text("发布时间", "published") }

  /// The part of an article that changed.
  package func name(of part: SenseChange.Part) -> String {
    switch part {
    case .title: text("标题", "title")
    case .summary: text("摘要", "summary")
    case .text: text("正文", "text")
    }
  }

  /// What of an article's sense changed.
  package func name(of kind: SenseChange.Kind) -> String {
    switch kind {
    case .figure: text("数字", "figure")
    case .unit: text("单位", "unit")
    case .date: text("时间", "time")
    case .name: text("名称", "name")
    case .direction: text("方向", "direction")
    case .stage: text("进展", "stage")
    case .certainty: text("确定程度", "certainty")
    case .denial: text("证实或否认", "confirmation or denial")
    case .negation: text("肯定或否定", "negation")
    case .bound: text("上下限", "bound")
    case .correction: text("更正", "correction")
    case .subject: text("所指", "subject")
    }
  }
}
