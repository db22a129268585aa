/// Who wrote something, as far as several elements say it: those of the lowest rank count.
struct AuthorList {
  private static let most = 16
  private var names: [String] = []
  private var rank = Int.max

  var isEmpty: Bool { names.isEmpty }
  /// The names with commas between them; empty where there are none.
  var joined: String { names.joined(separator: ", ") }

  /// Takes a name in, each once.
  mutating func add(_ name: String, rank newRank: Int) {
    guard !name.isEmpty, newRank <= rank, !names.contains(name) || newRank < rank else { return }
    if newRank < rank { names = [] }
    rank = newRank
    if names.count < Self.most { names.append(name) }
  }
}
