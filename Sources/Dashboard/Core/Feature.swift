import NewsModel
import Terminal

/// A part of the dashboard that owns its state: others read it, and change it by sending an event.
protocol Feature: Sendable {
  associatedtype Event: Sendable

  /// Takes in what happened; what has to happen outside of the feature is returned, in order.
  mutating func update(_ event: Event, in environment: Environment) -> [Outcome]
}

/// What happens to a feature.
enum FeatureEvent: Sendable {
  case reader(Reader.Event)
  case charts(Charts.Event)
  case saved(Saved.Event)
  case sources(Sources.Event)
  case refresh(Refresh.Event)
  case bulk(Bulk.Event)
  case export(Export.Event)
}

/// What features see of the dashboard around them.
struct Environment: Sendable {
  let presentation: Presentation
  let now: Timestamp
  let size: Size
  let page: Page
  /// What the list shows.
  let filter: Query
  /// Whether a list, a line or a question lies over the panes.
  let hasOverlay: Bool

  var words: Words { presentation.words }
  var notation: QueryNotation { QueryNotation(now: now, zone: presentation.zone) }
}
