/// Lines that were typed before, newest last, for ↑ and ↓ in the prompts; kept for the next start.
struct TypedHistory: Codable, Hashable, Sendable {
  /// Lines of one kind that are kept.
  static let limit = 50

  enum Kind: String, CodingKey, CaseIterable {
    case search
    case filter
    case command
  }

  private var lines: [Kind: [String]] = [:]

  init() {}

  func lines(_ kind: Kind) -> [String] { lines[kind] ?? [] }

  /// Takes a line in as the newest; one that was typed before moves there.
  mutating func remember(_ line: String, as kind: Kind) {
    guard !line.isEmpty else { return }
    var kept = lines(kind).filter { $0 != line }
    kept.append(line)
    lines[kind] = Array(kept.suffix(Self.limit))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    for kind in Kind.allCases { lines[kind] = try container.decodeIfPresent([String].self, forKey: kind) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    for (kind, lines) in lines { try container.encode(lines, forKey: kind) }
  }
}

/// Where in the history a prompt stands while ↑ and ↓ step through it.
struct HistoryPlace: Hashable, Sendable {
  /// What was typed before the first step: ↓ comes back to it.
  var draft: String
  /// Steps back from the draft, from 1.
  var steps: Int
}
