import Corpus
import Measuring

/// Everything that is measured, in the order of the table.
enum Subject: CaseIterable {
  case start, startMemory
  case listFrame, scrollingFrame, sixtyAtOnce, preview, pageDown, endAndHome, open, close
  case tagList, tagCount, statisticsPage, memoryInUse
  case searchOneCharacter, searchTwoCharacters, searchThreeToFour, searchFiveToEight, searchEnglishWord
  case searchCompanyName, searchMixed, searchWithoutHits, stopSearch
  case typing, typingResults, typingWithoutHits
  case shellSearch, shellList
  case statisticsOfDay, statisticsOfAll, statisticsOfTagDay, statisticsOfTag
  case facetList, facetCount, facetStatisticsOfMonth, facetStatisticsOfAll
  case seenList, asOfList, asOfCount, changedList, fieldList, fieldCount
  case importSpeed, importReady, importProcessor, importMemory, storeSize
  case indexProcessor, indexSize
  case feedSpeed, feedMemory, refreshUnchanged, refreshChanged, refreshMixed, refreshMemory, keyWhileFetching

  static func search(_ kind: QueryClass) -> Subject {
    switch kind {
    case .oneCharacter: .searchOneCharacter
    case .twoCharacters: .searchTwoCharacters
    case .threeToFour: .searchThreeToFour
    case .fiveToEight: .searchFiveToEight
    case .englishWord: .searchEnglishWord
    case .companyName: .searchCompanyName
    case .mixed: .searchMixed
    }
  }

  /// An empty line of the table.
  var figure: Figure {
    switch self {
    case .start, .startMemory, .listFrame, .scrollingFrame, .sixtyAtOnce, .preview, .pageDown, .endAndHome, .open,
      .close, .tagList, .tagCount, .statisticsPage, .memoryInUse:
      screenFigure
    case .importSpeed, .importReady, .importProcessor, .importMemory, .storeSize, .indexProcessor, .indexSize:
      importFigure
    case .feedSpeed, .feedMemory, .refreshUnchanged, .refreshChanged, .refreshMixed, .refreshMemory, .keyWhileFetching:
      fetchFigure
    case .facetList, .facetCount, .facetStatisticsOfMonth, .facetStatisticsOfAll: facetFigure
    case .seenList, .asOfList, .asOfCount, .changedList, .fieldList, .fieldCount: timeFigure
    default: searchFigure
    }
  }

  private var screenFigure: Figure {
    switch self {
    case .start: Figure(name: "process start → headlines drawn", bar: Bar(median: 30, staysLevel: true))
    case .startMemory: Figure(name: "private memory then", unit: .megabytes, bar: Bar(median: 30))
    case .listFrame:
      Figure(name: "`j`, `k`: the list's frame", bar: Bar(median: 0.5, p99: 8, bytes: 450, staysLevel: true))
    case .scrollingFrame:
      Figure(name: "`j` that scrolls the list by a row", bar: Bar(median: 0.5, p99: 8, staysLevel: true))
    case .sixtyAtOnce: Figure(name: "60 × `j` at once, settled", bar: Bar(median: 10))
    case .preview: Figure(name: "the preview after it, with its rest of 150 ms")
    case .pageDown: Figure(name: "page down", bar: Bar(median: 2, staysLevel: true))
    case .endAndHome: Figure(name: "End, Home", bar: Bar(median: 2, staysLevel: true))
    case .open: Figure(name: "open an article", bar: Bar(median: 3, staysLevel: true))
    case .close: Figure(name: "close it", bar: Bar(median: 3, staysLevel: true))
    case .tagList: Figure(name: "tag filter: from the key to the list", bar: Bar(median: 3))
    case .tagCount: Figure(name: "tag filter: its count", bar: Bar(median: 20))
    case .statisticsPage: Figure(name: "statistics page, all charts filled in")
    default: Figure(name: "private memory after all these keys", unit: .megabytes)
    }
  }

  private var searchFigure: Figure {
    let search = Bar(median: 2, p99: 25)
    return switch self {
    case .searchOneCharacter: Figure(name: "search, newest 50: 1 character", bar: search)
    case .searchTwoCharacters: Figure(name: "2 characters", bar: search)
    case .searchThreeToFour: Figure(name: "3–4 characters", bar: search)
    case .searchFiveToEight: Figure(name: "5–8 characters", bar: search)
    case .searchEnglishWord: Figure(name: "English words", bar: search)
    case .searchCompanyName: Figure(name: "company names", bar: search)
    case .searchMixed: Figure(name: "mixed: A股, 6月15日, 5G手机", bar: search)
    case .searchWithoutHits: Figure(name: "no hit made of common pairs, such as 中央视网: complete", bar: Bar(p99: 400))
    case .stopSearch: Figure(name: "the same, stopped: until it has ended")
    case .typing: Figure(name: "a key in the `/` prompt: first frame", bar: Bar(p99: 25))
    case .typingResults: Figure(name: "a key in the `/` prompt: list of results")
    case .typingWithoutHits: Figure(name: "the last key of 中央视网 and its like: first frame", bar: Bar(p99: 25))
    case .shellSearch: Figure(name: "`newstape search`, cold process", bar: Bar(median: 40))
    case .shellList: Figure(name: "`newstape list --limit 50`, cold process")
    case .statisticsOfDay: Figure(name: "statistics of the whole store: its last day", bar: Bar(median: 5))
    case .statisticsOfAll: Figure(name: "… all its time", bar: Bar(median: 5))
    case .statisticsOfTagDay: Figure(name: "statistics of a tag: the last day", bar: Bar(median: 30))
    default: Figure(name: "… all its time", bar: Bar(median: 30))
    }
  }

  private var facetFigure: Figure {
    switch self {
    case .facetList: Figure(name: "list by company, event, topic, tone: newest 50", bar: Bar(median: 3))
    case .facetCount: Figure(name: "its count", bar: Bar(median: 20))
    case .facetStatisticsOfMonth:
      Figure(name: "statistics by company, event, topic or tone: 30 days", bar: Bar(median: 30))
    default: Figure(name: "… all its time", bar: Bar(median: 150))
    }
  }

  private var timeFigure: Figure {
    switch self {
    case .seenList: Figure(name: "list by arrival (`seen:`): newest 50", bar: Bar(median: 3))
    case .asOfList: Figure(name: "list as of a moment, 5 % of the articles edited: newest 50", bar: Bar(median: 5))
    case .asOfCount: Figure(name: "its count")
    case .changedList: Figure(name: "list of changed articles: newest 50", bar: Bar(median: 5))
    case .fieldList: Figure(name: "list by `lang:`, `kind:`, `has:`, `url:`, `folder:`: newest 50", bar: Bar(median: 5))
    default: Figure(name: "its count", bar: Bar(median: 50))
    }
  }

  private var importFigure: Figure {
    switch self {
    case .importSpeed:
      Figure(name: "import: articles readable in the list", unit: .perSecond, bar: Bar(atLeast: 20_000))
    case .importReady: Figure(name: "import: articles searchable too", unit: .perSecond)
    case .importProcessor:
      Figure(name: "import: processor time, FTS5 alone = 1", unit: .plain, bar: Bar(median: 1.3))
    case .importMemory: Figure(name: "import: peak memory", unit: .megabytes, bar: Bar(median: 150))
    case .storeSize: Figure(name: "size of the store, its text = 1", unit: .plain, bar: Bar(median: 2.1))
    case .indexProcessor: Figure(name: "FTS5 alone: documents in a second of processor time", unit: .perSecond)
    default: Figure(name: "FTS5 alone: size of its index, its text = 1", unit: .plain)
    }
  }

  private var fetchFigure: Figure {
    switch self {
    case .feedSpeed:
      Figure(name: "`parse` of a feed of 12,000 items: megabytes", unit: .perSecond, bar: Bar(atLeast: 60))
    case .feedMemory: Figure(name: "the same: peak memory", unit: .megabytes, bar: Bar(median: 100))
    case .refreshUnchanged: Figure(name: "refresh of 50 feeds, 10,000 items: unchanged", bar: Bar(median: 150))
    case .refreshChanged: Figure(name: "the same, each body changed by a byte", bar: Bar(median: 500))
    case .refreshMixed: Figure(name: "refresh of feeds of every kind, slow, broken and hostile ones among them")
    case .refreshMemory: Figure(name: "the same: peak memory", unit: .megabytes, bar: Bar(median: 120))
    default: Figure(name: "a key in the list meanwhile", bar: Bar(p99: 8))
    }
  }
}
