/// What a phrase leaves open, to be filled anew wherever the phrase is used.
enum Slot: String, CaseIterable {
  case percent, amount, number, price, date, month, year, company, code, tag, mixed, person, place
}

/// One part of a phrase.
enum PhrasePart {
  case text(String)
  case slot(Slot)

  /// Takes `同比增长{percent}` apart; a name that is no slot stays text.
  static func parse(_ template: some StringProtocol) -> [PhrasePart] {
    template.split(separator: "{").enumerated().flatMap { index, piece -> [PhrasePart] in
      guard let end = piece.firstIndex(of: "}"), let slot = Slot(rawValue: String(piece[..<end])) else {
        return [.text(String(piece))]
      }
      let rest = piece[piece.index(after: end)...]
      return rest.isEmpty ? [.slot(slot)] : [.slot(slot), .text(String(rest))]
    }
  }
}
