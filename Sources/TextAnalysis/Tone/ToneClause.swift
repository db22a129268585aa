/// A word of a clause that may count for or against a company, and what it counts by now.
struct ToneCue: Sendable {
  var range: Range<Int>
  var value: Int
  let meaning: ToneMeaning
  var reason: Reason

  /// What made its value, as evidence says it.
  enum Reason: String, Sendable {
    case word
    case ended
    case ends
    case denied
    case granted
    case notGranted = "not granted"
    case signed
    case notSigned = "not signed"
    case sized = "with its size"
    case stated = "has an amount"
    case compared
    case rises
    case falls
  }

  var isFactOrPlan: Bool { meaning.weight != nil }
  func has(_ mark: ToneMeaning.Marks) -> Bool { meaning.marks.contains(mark) }
}

/// The words of one clause, weighed against each other: what ends a plan, what denies, what grants.
struct ToneClause: Sendable {
  private(set) var cues: [ToneCue]
  /// Whether an amount of money or a share of a company stands in it.
  private let isSized: Bool
  private let language: ToneLanguage

  init(_ cues: [ToneCue], isSized: Bool, language: ToneLanguage) {
    self.cues = cues
    self.isSized = isSized
    self.language = language
    weigh()
  }

  private mutating func weigh() {
    let ends = cues.contains { $0.has(.ends) }
    if ends {
      endPlans()
    } else {
      if isSized { raiseFirstPlan() }
      join(.gets, .permits, weight: 3, reason: .granted, denied: .notGranted)
      join(.signs, .contracts, weight: 2, reason: .signed, denied: .notSigned)
    }
    for index in cues.indices where cues[index].has(.denies) { denyNext(after: index, sparesPlans: ends) }
    for index in cues.indices where cues[index].has(.deniesBefore) {
      if let last = cues[..<index].lastIndex(where: \.isFactOrPlan) { cues[last].value = 0 }
    }
    if cues.contains(where: { $0.has(.markets) }) {
      for index in cues.indices { cues[index].value = 0 }
    }
    if cues.contains(where: { $0.has(.offices) }) {
      for index in cues.indices where abs(cues[index].value) < 3 { cues[index].value = 0 }
    }
  }

  private mutating func endPlans() {
    var found = false
    for index in cues.indices where cues[index].meaning.isPlan {
      cues[index].value = (cues[index].meaning.weight ?? 0) < 0 ? 3 : -3
      cues[index].reason = .ended
      found = true
    }
    guard !found else { return }
    for index in cues.indices where cues[index].has(.ends) && cues[index].value == 0 {
      cues[index].value = -1
      cues[index].reason = .ends
    }
  }

  /// A plan that names its size is more than an intention.
  private mutating func raiseFirstPlan() {
    guard let index = cues.firstIndex(where: { $0.meaning.isPlan && $0.value == 1 }) else { return }
    cues[index].value = 2
    cues[index].reason = .sized
  }

  /// A word of one list and, further on, one of another count together, once.
  private mutating func join(
    _ first: ToneMeaning.Marks, _ second: ToneMeaning.Marks, weight: Int, reason: ToneCue.Reason, denied: ToneCue.Reason
  ) {
    guard let start = cues.firstIndex(where: { $0.has(first) }),
      let end = cues[(start + 1)...].firstIndex(where: { $0.has(second) })
    else { return }
    let isDenied = cues[..<end].contains { $0.has(.denies) }
    cues[start].value = isDenied ? -2 : max(weight, cues[start].value)
    cues[start].reason = isDenied ? denied : reason
    cues[start].range = cues[start].range.lowerBound..<cues[end].range.upperBound
    if cues[end].isFactOrPlan { cues[end].value = 0 }
    for index in (start + 1)..<end where cues[index].meaning.isPlan && cues[index].value > 0 { cues[index].value = 0 }
  }

  private mutating func denyNext(after index: Int, sparesPlans: Bool) {
    let reach = cues[index].range.upperBound + language.reachOfDenial
    guard let next = cues[(index + 1)...].firstIndex(where: { $0.range.lowerBound > reach || $0.isFactOrPlan }),
      cues[next].range.lowerBound <= reach, !(sparesPlans && cues[next].meaning.isPlan)
    else { return }
    cues[next].value = cues[next].value > 0 ? -2 : cues[next].meaning.isPlan ? 2 : 1
    cues[next].range = cues[index].range.lowerBound..<cues[next].range.upperBound
    cues[next].reason = .denied
  }
}

/// Which table reads a title or text, and how its clauses are made.
enum ToneLanguage: Sendable {
  case chinese
  case english

  var table: ToneTable { self == .chinese ? .chinese : .english }

  /// Bytes between a denial and what it denies.
  var reachOfDenial: Int { self == .chinese ? 30 : 40 }
}
