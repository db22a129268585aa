/// Invented media, and the labels that portals put before headlines.
enum Media {
  static let sources = ["星海", "潮汐", "北辰", "远帆", "日晷", "芯潮", "云港", "岚江", "雁栖", "松屏", "长风", "明湖"].flatMap { name in
    ["财经", "周刊", "证券报", "观察", "时报", "商报", "网", "新闻社", "日报", "资讯"].map { name + $0 }
  }
  static let englishSources = ["Harbor Wire", "Meridian News", "Quillon Business", "Northreach Daily", "Egret Markets"]
  static let sourceChoice = WeightedChoice.zipf(count: sources.count, offset: 4)

  static let labels = ["今日热搜", "聚焦", "每日看点", "快讯", "全球快看", "今日热议", "环球观察", "独家", "最新资讯", "焦点速看", "世界快报", "天天热闻"]
}
