import Terminal

/// The columns of the list of sources, from left to right. The name has the first claim on the row; the others come where
/// room is left for them, in a fixed order.
enum SourceColumn: Hashable, Sendable, CaseIterable {
  case name
  case folder
  case articlesADay
  case unread
  case lastSuccess
  case nextTry

  /// Blank columns between two of them.
  static let gap = 2
  private static let narrowestName = 14

  /// Columns that it takes where its width is fixed.
  private var width: Int? {
    switch self {
    case .name, .folder: nil
    case .articlesADay, .unread: 6
    case .lastSuccess, .nextTry: 5
    }
  }

  /// Which come first when there is little room.
  private static let claims: [SourceColumn] = [.unread, .lastSuccess, .articlesADay, .nextTry]

  /// The places of those that fit into a row, by column.
  static func places(in row: Rect) -> [SourceColumn: Rect] {
    var room = row.width - narrowestName
    var shown: Set<SourceColumn> = [.name]
    for column in claims {
      guard let width = column.width, room >= width + gap else { break }
      room -= width + gap
      shown.insert(column)
    }
    // What is left goes to the names, and from some width on to folders.
    let spare = narrowestName + room
    let folder = spare >= 34 ? min(20, spare * 2 / 5) : 0
    if folder > 0 { shown.insert(.folder) }
    var places: [SourceColumn: Rect] = [:]
    var rest = row
    for column in allCases where shown.contains(column) {
      let width = column.width ?? (column == .folder ? folder : spare - (folder > 0 ? folder + gap : 0))
      places[column] = rest.splitLeft(width).left
      rest = rest.inset(left: width + gap)
    }
    return places
  }
}
