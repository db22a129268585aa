package import Foundation
package import NewsModel

// MARK: - Versions of an article

extension Words {
  package var neverChanged: String { text("没有修改记录。", "It was never changed.") }
  package var notChangedByThen: String { text("到这一时点还没有修改。", "It had not been changed by then.") }

  package func versionNumber(_ number: Int) -> String { text("第\(number)版", "Version \(number)") }

  /// Which version it is, when it arrived, what brought it, and whether it changed what the article says.
  package func heading(of version: KeptVersion, in zone: TimeZone) -> String {
    let verdict: String? =
      switch version.change {
      case .none: nil
      case .wording: text("只改了文字", "wording changed")
      case .sense: text("意思变了", "sense changed")
      }
    let arrived = version.arrived.map { time($0, in: zone) } ?? text("收到时间不详", "arrival not known")
    return [versionNumber(version.number), arrived, version.broughtBy, verdict].compactMap(\.self)
      .joined(separator: " · ")
  }

  package var publishTime: String { text("发布时间", "published") }

  /// That the page of an article was found gone.
  package func withdrawn(_ moment: Timestamp, in zone: TimeZone) -> String { withdrawn(at: time(moment, in: zone)) }

  package func time(_ moment: Timestamp, in zone: TimeZone) -> String {
    let time = CivilTime(moment, in: zone)
    return "\(time.isoDate) \(time.clock)"
  }

  /// A version that changed no text.
  package var otherThingsChanged: String { text("文字未改，只改了标签等", "no text changed, only tags and the like") }

  /// Below a history that is too long to be shown.
  package func historyCut(_ key: ArticleKey) -> String {
    text("内容过长，未全部列出；全部内容：", "Too long to be listed in full; all of it: ") + "newstape show \(key) --history"
  }

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
