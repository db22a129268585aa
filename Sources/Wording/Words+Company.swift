package import NewsModel

// MARK: - Companies

extension Words {
  package var company: String { text("公司", "Company") }
  package var companyPage: String { text("公司页", "Company page") }
  package var companions: String { text("同时提到的公司", "Named with it") }
  package var weeksOfCompany: String { text("每周新闻量与倾向", "Articles and tone by week") }
  package var weeksBriefly: String { text("每周", "Weeks") }
  package var nothingInPart: String { text("没有", "nothing") }

  /// Nil for what is listed nowhere.
  package func name(of exchange: StockExchange) -> String? {
    switch exchange {
    case .shanghai: text("上交所", "Shanghai")
    case .shenzhen: text("深交所", "Shenzhen")
    case .beijing: text("北交所", "Beijing")
    case .hongKong: text("港交所", "Hong Kong")
    case .nasdaq: text("纳斯达克", "Nasdaq")
    case .newYork: text("纽交所", "NYSE")
    case .american: text("美交所", "NYSE American")
    case .none: nil
    }
  }

  /// Further codes and names of a company in a line.
  package func alsoCalled(_ names: [String]) -> String { labelled(text("又名", "also"), enumeration(names)) }

  package func newsOfCompany(_ articles: Int, unread: Int) -> String {
    text(
      "新闻\(number(articles))条，未读\(number(unread))条",
      count(articles, "article") + ", \(number(unread)) unread")
  }

  /// The row that leads from some articles of a company to all of them.
  package func allNewsOfCompany(_ articles: Int?) -> String {
    guard let articles else { return text("列出全部新闻", "list all articles") }
    return text("列出全部\(number(articles))条新闻", "list all \(count(articles, "article"))")
  }

  package func articles(of tone: Tone, _ count: Int) -> String {
    switch tone {
    case .positive: text("正面\(number(count))条", "\(number(count)) positive")
    case .negative: text("负面\(number(count))条", "\(number(count)) negative")
    }
  }

  /// That only the newest articles were looked at.
  package func ofNewest(_ articles: Int) -> String {
    text("最新\(number(articles))条新闻", "newest \(count(articles, "article"))")
  }

  package func waitForAnalysis(_ articles: Int) -> String {
    text("待分析\(number(articles))条", "\(number(articles)) to analyse")
  }

  package func noNewsOfCompany(_ name: String) -> String {
    text("没有提到\(name)的新闻。", "No article names \(name).")
  }

  package func unknownCompany(_ code: String) -> String {
    text("公司表中没有“\(code)”，也没有提到它的新闻。", "No table knows “\(code)”, and no article names it.")
  }

  package func mayComeWithAnalysis(_ articles: Int) -> String {
    text(
      "还有\(number(articles))条新闻等待分析，提到它的会陆续出现。",
      count(articles, "article still waits", "articles still wait") + " to be analysed; those that name it will appear."
    )
  }

  /// - Parameter hasOthers: whether companies of a similar name are listed below.
  package func noCompany(_ name: String, hasOthers: Bool) -> String {
    hasOthers
      ? text("没有公司“\(name)”；相近的有：", "no company is called '\(name)'; similar ones are:")
      : text("没有公司“\(name)”", "no company is called '\(name)'")
  }

  package func severalCompanies(_ name: String, _ companies: Int) -> String {
    text(
      "“\(name)”可指\(companies)家公司，请写代码：", "'\(name)' may be one of \(companies) companies; give a code:")
  }

  package var namesNoCompany: String { text("这条新闻没有提到上市公司", "the article names no listed company") }

  package func unknownCommandOrCompany(_ name: String) -> String {
    text(
      "没有命令或公司“\(name)”，按 \(key(.help)) 查看全部命令",
      "no command or company “\(name)”; press \(key(.help)) to see all commands")
  }
}
