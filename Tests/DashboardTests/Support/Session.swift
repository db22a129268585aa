import Configuration
import FakeLibrary
import NewsModel
import Terminal
import Testing
import TextBasics
import Wording

@testable import Dashboard

/// A dashboard without terminal, store and clock: keys go in, frames come out, time passes when the test says so.
struct Session {
  private(set) var state: State
  var library: FakeLibrary
  /// Effects that concern the world outside, in order.
  private(set) var outside: [Effect] = []
  /// What the analysis was taught, in order.
  private(set) var lessons: [Lesson] = []
  /// Timers that are set, with the time at which they are due.
  private var timers: [(due: Int, tag: TimerTag)] = []
  private var milliseconds = 0
  /// While true, requests are kept instead of being answered.
  var isLibrarySlow = false
  /// Changes of many articles that were asked for while the library was slow.
  private(set) var waitingBulk: [Effect] = []
  private var waiting: [AskedRequest] = []

  init(
    width: Int = 120, height: Int = 40, articles: [Article] = SampleNews.articles(), theme: Theme = .plain,
    language: Language = .zhHans, isSample: Bool = false, hasFewColors: Bool = false,
    collection: SavedCollection = SavedCollection(),
    sources: [SubscriptionOverview] = [], refreshesByItself: Bool = false, programs: [ArticleProgram] = [],
    noticedQueries: [String] = [], lastVisit: Timestamp? = nil, restoring saved: SavedSession? = nil,
    settings: Settings = Settings(),
    widths: ColumnWidths = ColumnWidths()
  ) {
    let presentation = Presentation(
      language: language, zone: SampleNews.zone, widths: widths, theme: theme, settings: settings,
      themeNames: ["broken", "plain"],
      hasFewColors: hasFewColors, isSample: isSample)
    state = State(
      presentation: presentation, size: Size(width: width, height: height), now: SampleNews.now,
      refreshesByItself: refreshesByItself, programs: programs, noticedQueries: noticedQueries, lastVisit: lastVisit,
      restoring: saved)
    library = FakeLibrary(articles: articles, now: SampleNews.now, zone: SampleNews.zone)
    library.inventsTrends = true
    library.lastVisit = lastVisit
    library.companyNames = SampleFacets.companyNames
    library.companies = SampleCompany.tables
    library.kept = collection
    library.sources = sources
    perform(state.start())
  }

  /// Sends an action and carries out what follows from it.
  mutating func send(_ action: Action) { perform(state.update(action)) }

  /// Types keys, written as in the configuration and separated by blanks.
  mutating func type(_ keys: String) {
    for name in keys.split(separator: " ") {
      if let key = Key(parsing: String(name)) { send(.input(.key(key))) }
    }
  }

  /// Types text character by character.
  mutating func enter(_ text: String) {
    for character in text { send(.input(.key(.character(character)))) }
  }

  mutating func resize(width: Int, height: Int) { send(.input(.resize(Size(width: width, height: height)))) }

  /// Lets time pass; timers that become due fire in order.
  mutating func pass(milliseconds span: Int) {
    milliseconds += span
    while let next = timers.indices.filter({ timers[$0].due <= milliseconds }).min(by: {
      timers[$0].due < timers[$1].due
    }) {
      send(.timer(timers.remove(at: next).tag))
    }
  }

  var hasWaitingRequests: Bool { !waiting.isEmpty }

  /// The requests of a type that wait for their responses, in order.
  func waiting<Asked: Request>(_ type: Asked.Type) -> [Asked] { waiting.compactMap { $0.request as? Asked } }

  /// Answers what was asked while the library was slow.
  mutating func answerWaiting() {
    answer(takeWaiting())
  }

  /// Takes what was asked out of the queue, to be answered later than what follows.
  mutating func takeWaiting() -> [AskedRequest] {
    defer { waiting = [] }
    return waiting
  }

  /// Answers what was taken out of the queue.
  mutating func answer(_ requests: [AskedRequest]) {
    for request in requests { answer(request) }
  }

  private mutating func answer(_ request: AskedRequest) {
    do {
      send(.answered(try request.response(from: library)))
    } catch {
      send(.failed("\(error)", request.number))
    }
  }

  /// Answers a waiting request in another way than the library would.
  mutating func answer<Asked: Request>(_ request: Asked, with response: Asked.Response) throws {
    send(.answered(Response(response, to: request, try number(of: request))))
  }

  /// Tells that the library could not answer a waiting request.
  mutating func fail(_ request: some Request, _ reason: SafeText) throws {
    send(.failed(reason, try number(of: request)))
  }

  private func number<Asked: Request>(of request: Asked) throws -> RequestNumber {
    try #require(waiting.last { $0.request as? Asked == request }).number
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .ask(let request): if isLibrarySlow { waiting.append(request) } else { answer(request) }
      case .stop(let slot): waiting.removeAll { $0.slot == slot }
      case .change(let change, let purpose):
        do {
          send(.changed(inverse: try library.apply(change), purpose))
        } catch {
          send(.notice("\(error)", isError: true))
        }
      case .bulk(let request, let label):
        send(.progress(label, 0.5))
        if isLibrarySlow { waitingBulk.append(effect) } else { send(.bulkEnded(library.change(request))) }
      case .undoBulk(let step, _): send(.bulkEnded(library.undo(step)))
      case .changeSubscription(let change, let purpose):
        send(.subscriptionChanged(library.apply(change), purpose))
      case .changeSaved(let changes): for change in changes { library.kept.apply(change) }
      case .teach(let lesson, let key, let purpose):
        lessons.append(lesson)
        switch lesson {
        case .wrong(let term, let key): library.wrong[key, default: []].append(term)
        case .right(let term, let key): library.wrong[key]?.removeAll { $0 == term }
        case .add, .remove: break
        }
        send(.taught(lesson, about: key, purpose))
      case .wake(let tag, let delay): timers.append((milliseconds + delay, tag))
      default: outside.append(effect)
      }
    }
  }

  /// The refreshes that were asked for, in order.
  var refreshes: [RefreshRequest] { outside.compactMap { if case .refresh(let request) = $0 { request } else { nil } } }

  var frame: Buffer { state.render().buffer }
  var lines: [String] { frame.lines }
  var text: String { lines.joined(separator: "\n") }

  /// Whether a row begins with the first text and holds all of them.
  func line(_ texts: String...) -> Bool {
    lines.contains { line in line.hasPrefix(texts[0]) && texts.allSatisfy(line.contains) }
  }
}
