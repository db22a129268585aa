public import Foundation

/// The words of all articles: what the writers draw from.
public struct Vocabulary: Sendable {
  let words: Snippets
  let wordChoice: WeightedChoice
  public let companies: [String]
  let companySnippets: Snippets
  let companyChoice: WeightedChoice
  public let tags: [String]
  let tagSnippets: Snippets
  let tagChoice: WeightedChoice
  let mixedWords: Snippets
  let mixedChoice: WeightedChoice

  /// Reads `words.tsv` and `company-names.txt`.
  ///
  /// - Parameter folder: the project's `data`.
  public init(data folder: URL) throws {
    let list = try WordList(at: folder.appending(path: "words.tsv"))
    words = Snippets(list.words)
    wordChoice = WeightedChoice(list.frequencies)
    let names = try String(contentsOf: folder.appending(path: "company-names.txt"), encoding: .utf8)
    companies = names.split(separator: "\n").map(String.init)
    guard !companies.isEmpty else { throw CorpusError.badData("company-names.txt") }
    companySnippets = Snippets(companies)
    companyChoice = .zipf(count: companies.count, offset: 5)
    tags = Self.tags(from: list.words)
    tagSnippets = Snippets(tags)
    tagChoice = .zipf(count: tags.count, offset: 8)
    mixedWords = Snippets(Self.mixed)
    mixedChoice = .zipf(count: Self.mixed.count, offset: 3)
  }

  /// The project's own `data` folder, wherever the checkout lies.
  public static var dataFolder: URL {
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.appending(path: "data")
  }

  /// Some that every portal has, and behind them ordinary words of two to four characters.
  private static func tags(from words: [String]) -> [String] {
    var seen = Set(usualTags)
    let others = words.dropFirst(300).filter { (2...4).contains($0.unicodeScalars.count) && seen.insert($0).inserted }
    return usualTags + others.prefix(2_960)
  }

  private static let usualTags =
    """
    A股 港股 IPO 新能源 央行 房地产 消费金融 半导体 人工智能 券商 基金 银行 保险 光伏 锂电池 白酒 医药 美联储 人民币 黄金 原油 大宗商品 债券 \
    国企改革 科创板 创业板 北交所 可转债 分红 回购 减持 并购重组 财报 业绩预告 监管 消费者权益 数字经济 芯片 汽车 跨境电商
    """.split(separator: " ").map(String.init)

  /// Words in which Latin letters or digits meet Han characters.
  private static let mixed =
    """
    A股 5G手机 H股 AI芯片 GDP增速 IPO申请 ETF基金 CPI同比 LPR报价 PMI指数 SUV车型 B站 MLF操作 4S店 3D打印 K线 B股 5G基站 OLED面板 REITs产品 \
    QFII额度 4K电视 FOF基金 C919客机 PPP项目 ROE水平 P2P平台 T+1交易 5A景区 N95口罩 GPU服务器 3C产品 APP下载 ESG报告 M2余额 12306网站 IP授权 \
    VR设备 7纳米 100强 24小时 315晚会 618大促 双11 G20峰会 1号文件 2B业务 95后 U盘 Z世代
    """.split(separator: " ").map(String.init)
}
