import TextBasics

/// The words that tell a tone in one language, and what each of them does. A reader's own words join it and win.
struct ToneTable: Sendable {
  private(set) var matcher = WordMatcher()
  /// By the matcher's number of the word.
  private var meanings: [ToneMeaning] = []

  init(_ lists: [(role: ToneRole, words: String)]) {
    for (role, words) in lists {
      for word in words.parts(",") { add(String(word), role) }
    }
  }

  func meaning(of word: Int) -> ToneMeaning { meanings[word] }

  /// Lets the words of a reader mean what their rows say alone, whatever they meant.
  mutating func join(_ own: OwnTables) {
    for row in own.rows {
      guard case .tone(let word, let weight) = row, let number = matcher.add(word) else { continue }
      reserve(number)
      meanings[number] = ToneMeaning()
      meanings[number].add(weight == 0 ? .mark(.silent) : .fact(weight))
      meanings[number].add(.mark(.own))
    }
  }

  private mutating func add(_ word: String, _ role: ToneRole) {
    guard let number = matcher.add(word) else { return }
    reserve(number)
    meanings[number].add(role)
  }

  private mutating func reserve(_ number: Int) {
    while meanings.count <= number { meanings.append(ToneMeaning()) }
  }
}

/// What a word of one list does to the tone.
enum ToneRole: Sendable {
  /// Something that happened: above zero where it is good for the company, from -3 to 3.
  case fact(Int)
  /// Something that may be ended: an ended good plan is bad news.
  case plan(Int)
  /// A figure of which more is good.
  case measure
  /// A figure of which less is good.
  case burden
  case rises
  case falls
  case mark(ToneMeaning.Marks)
}

/// All that a word does to the tone.
struct ToneMeaning: Sendable {
  /// The weight of a fact or plan.
  private(set) var weight: Int?
  private(set) var isPlan = false
  /// 1 for a word that says more or up, -1 for less or down, 0 for others.
  private(set) var direction = 0
  /// 1 for what is good when it rises, -1 for what is bad, 0 for others.
  private(set) var measure = 0
  private(set) var marks: Marks = []

  struct Marks: OptionSet, Sendable {
    let rawValue: UInt32
    /// Ends a plan of its clause.
    static let ends = Self(rawValue: 1)
    /// Turns the next fact or plan of its clause.
    static let denies = Self(rawValue: 1 << 1)
    /// Takes the weight of the fact before it.
    static let deniesBefore = Self(rawValue: 1 << 2)
    /// What stands behind it weighs twice.
    static let turns = Self(rawValue: 1 << 3)
    /// Holds another word and means nothing by it.
    static let silent = Self(rawValue: 1 << 4)
    /// A figure that tells nothing of the company's state.
    static let others = Self(rawValue: 1 << 5)
    /// A market, a state, the public: its clause is not about a company.
    static let markets = Self(rawValue: 1 << 6)
    /// A title that gathers news of many companies.
    static let roundups = Self(rawValue: 1 << 16)
    /// Who speaks of more than one company.
    static let offices = Self(rawValue: 1 << 7)
    static let gets = Self(rawValue: 1 << 8)
    static let permits = Self(rawValue: 1 << 9)
    static let signs = Self(rawValue: 1 << 10)
    static let contracts = Self(rawValue: 1 << 11)
    /// Its direction counts only before a figure.
    static let beforeFigure = Self(rawValue: 1 << 12)
    /// A figure of profit: its direction weighs more, and it is good news where it stands alone with an amount.
    static let profit = Self(rawValue: 1 << 13)
    /// A loss: also a figure of which less is good.
    static let loss = Self(rawValue: 1 << 14)
    /// Compares with the year before, so that its direction counts without a figure's name.
    static let compares = Self(rawValue: 1 << 15)
    /// A word of the reader's own.
    static let own = Self(rawValue: 1 << 17)
  }

  mutating func add(_ role: ToneRole) {
    switch role {
    case .fact(let weight): self.weight = weight
    case .plan(let weight):
      self.weight = weight
      isPlan = true
    case .measure: measure = 1
    case .burden: measure = -1
    case .rises: direction = 1
    case .falls: direction = -1
    case .mark(let mark): marks.insert(mark)
    }
  }
}

extension ToneTable {
  static let chinese = ToneTable([
    (.fact(3), ChineseToneWords.good3), (.fact(2), ChineseToneWords.good2), (.fact(1), ChineseToneWords.good1),
    (.fact(-3), ChineseToneWords.bad3), (.fact(-2), ChineseToneWords.bad2), (.fact(-1), ChineseToneWords.bad1),
    (.plan(3), ChineseToneWords.goodPlan3), (.plan(2), ChineseToneWords.goodPlan2),
    (.plan(1), ChineseToneWords.goodPlan1), (.plan(0), ChineseToneWords.plan),
    (.plan(-3), ChineseToneWords.badPlan3), (.plan(-2), ChineseToneWords.badPlan2),
    (.plan(-1), ChineseToneWords.badPlan1),
    (.mark(.ends), ChineseToneWords.ends), (.mark(.denies), ChineseToneWords.denies),
    (.mark(.deniesBefore), ChineseToneWords.deniesBefore), (.mark(.turns), ChineseToneWords.turns),
    (.measure, ChineseToneWords.measures), (.measure, ChineseToneWords.profits),
    (.mark(.profit), ChineseToneWords.profits), (.burden, ChineseToneWords.burdens),
    (.mark(.loss), ChineseToneWords.losses), (.rises, ChineseToneWords.rises), (.falls, ChineseToneWords.falls),
    (.rises, ChineseToneWords.risesBeforeFigure), (.falls, ChineseToneWords.fallsBeforeFigure),
    (.mark(.beforeFigure), ChineseToneWords.risesBeforeFigure),
    (.mark(.beforeFigure), ChineseToneWords.fallsBeforeFigure), (.mark(.compares), ChineseToneWords.comparisons),
    (.mark(.others), ChineseToneWords.others), (.mark(.markets), ChineseToneWords.markets),
    (.mark(.roundups), ChineseToneWords.roundups), (.mark(.offices), ChineseToneWords.offices),
    (.mark(.gets), ChineseToneWords.gets),
    (.mark(.permits), ChineseToneWords.permits), (.mark(.signs), ChineseToneWords.signs),
    (.mark(.contracts), ChineseToneWords.contracts), (.mark(.silent), ChineseToneWords.silent),
  ])

  static let english = ToneTable([
    (.fact(3), EnglishToneWords.good3), (.fact(2), EnglishToneWords.good2), (.fact(1), EnglishToneWords.good1),
    (.fact(-3), EnglishToneWords.bad3), (.fact(-2), EnglishToneWords.bad2), (.fact(-1), EnglishToneWords.bad1),
    (.plan(3), EnglishToneWords.goodPlan3), (.plan(2), EnglishToneWords.goodPlan2),
    (.mark(.ends), EnglishToneWords.ends), (.mark(.denies), EnglishToneWords.denies),
    (.mark(.turns), EnglishToneWords.turns), (.measure, EnglishToneWords.measures),
    (.measure, EnglishToneWords.profits), (.mark(.profit), EnglishToneWords.profits),
    (.burden, EnglishToneWords.burdens), (.mark(.loss), EnglishToneWords.losses),
    (.rises, EnglishToneWords.rises), (.falls, EnglishToneWords.falls),
    (.mark(.markets), EnglishToneWords.markets), (.mark(.silent), EnglishToneWords.silent),
  ])
}
