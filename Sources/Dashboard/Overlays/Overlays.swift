import NewsModel
import Terminal
import TextBasics
import Wording

/// What lies over the panes and gets the keys first: a list, a line that is typed, facets, or a question; one at a time.
struct Overlays: Feature {
  enum Event: Sendable {
    case present(Overlay)
    case key(Key)
    case paste(String)
    case mouse(MouseEvent)
    /// Everything else is up to date: a list scrolls to its selection.
    case settle
    /// So many articles a question is about.
    case counted(Int)
    /// The names that a list offers, by their fields.
    case offered([TermField: [TermCount]])
    /// The names that complete what is being typed.
    case completed([TermCount])
    /// What was read of an article; nil where there is no such article any more.
    case facetsRead(ReadFacets?)
    /// The companies that may be meant by what was typed after `:`, as lines that mean them.
    case companiesFound(KnownCompanies)
    /// The feeds at the address that was typed.
    case searched(FeedSearchResult)
    /// The library could not answer; the text says why.
    case failed(RequestSlot, SafeText)
  }

  /// What an overlay does about an event.
  struct Step {
    static let stay = Step()

    /// It gives way to what lies below.
    var isOver = false
    var outcomes: [Outcome] = []
  }

  private(set) var shown: Overlay?
  /// What was typed before, for ↑ and ↓.
  private(set) var history: TypedHistory

  init(history: TypedHistory) { self.history = history }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    if case .present(let overlay) = event {
      shown = overlay
      return []
    }
    let step: Step
    // Taken out while it changes, so that a long list is not copied.
    let overlay = shown.take()
    switch overlay {
    case .picker(var picker):
      step = picker.update(event, in: environment)
      if !step.isOver { shown = .picker(picker) }
    case .prompt(var prompt):
      step = prompt.update(event, in: environment, history: &history)
      if !step.isOver { shown = .prompt(prompt) }
    case .facets(var list):
      step = list.update(event, in: environment)
      if !step.isOver { shown = .facets(list) }
    case .confirmation(var confirmation):
      step = confirmation.update(event, in: environment)
      if !step.isOver { shown = .confirmation(confirmation) }
    case nil: step = .stay
    }
    return step.outcomes
  }

  /// The line that is being typed; nil where none is.
  var prompt: Prompt? { if case .prompt(let prompt)? = shown { prompt } else { nil } }

  /// The facets of an article that are shown; nil where none are.
  var facets: FacetList? { if case .facets(let list) = shown { list } else { nil } }

  /// Whether signs that are typed become part of a text.
  var takesText: Bool {
    switch shown {
    case .prompt, .picker: true
    case .confirmation, .facets, nil: false
    }
  }
}

enum Overlay: Sendable {
  case picker(Picker)
  case prompt(Prompt)
  case facets(FacetList)
  case confirmation(Confirmation)
}

/// What the reader does in an overlay: `State` tells it to the feature that it concerns.
enum Decision: Sendable {
  /// Another text stands in a line; of a query it comes with what it means.
  case typing(Prompt.Kind, String, means: Query?)
  /// A line is finished.
  case typed(Prompt.Kind, String)
  /// A line is given up.
  case cancelled(Prompt.Kind)
  /// One feed was found at the address that was typed.
  case found(FoundFeed)
  /// Another entry of a list is selected.
  case lookedAt(Picker.Value, in: Picker.Purpose)
  case chosen(Picker.Choice, in: Picker.Purpose)
  /// A list is closed without a choice.
  case closed(Picker.Purpose)
  case agreed(to: Confirmation.Subject)
  case facet(FacetList.Choice, of: ArticleKey)
}

/// A question that `y` answers; every other key says no.
struct Confirmation: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case bulk(BulkRequest)
    case undo(UndoStep)
    case replaceFile(ExportRequest)
    case stopExport
    case unsubscribe(Subscription)
  }

  let subject: Subject
  /// How many articles it concerns; nil until they are counted.
  private(set) var count: Int?

  init(_ subject: Subject, count: Int? = nil) {
    self.subject = subject
    self.count = count
  }

  mutating func update(_ event: Overlays.Event, in environment: Environment) -> Overlays.Step {
    switch event {
    case .key(let key):
      let isAgreed = key == .character("y") || key == .character("Y")
      let decision = isAgreed ? [Outcome.decided(.agreed(to: subject))] : []
      return Overlays.Step(isOver: true, outcomes: [.drop([.confirmation])] + decision)
    case .counted(let count):
      self.count = count
      guard count == 0 else { return .stay }
      // There is nothing to ask.
      let text = SafeText(environment.words.nothingToChange)
      return Overlays.Step(isOver: true, outcomes: [.notify(text, isError: false)])
    case .present, .paste, .mouse, .settle, .offered, .completed, .facetsRead, .companiesFound, .searched, .failed:
      return .stay
    }
  }
}
