import ArticleFields
import SourceForms
import TextScanning

/// What the columns or keys of one input mean: each spelling is looked up once, and counted from then on.
struct FieldResolver {
  /// A name as the input spells it.
  struct Name {
    var text: String
    var meaning: FieldNames.Meaning?
    /// What the key is in newstape's own export.
    var own: ExportedRecord.Field?
    /// Where names of the reader's own lead into its value.
    var nested: [FieldMap.Entry] = []
    /// Whether it only counts rows where its values are numbers.
    var isRowNumber = false

    /// Whether its value is of no use to anybody.
    var isUnknown: Bool { meaning == nil && own == nil && nested.isEmpty }
  }

  /// The place of all names beyond those that are kept.
  static let furtherPlace = 0
  /// Inputs with more names have made them up.
  private static let mostNames = 4_096

  private(set) var names = [Name(text: "")]
  private var places: [String: Int] = [:]
  private let map: FieldMap
  /// How often each name held content that nobody took, by place.
  private var unknown: [Int] = []
  /// How often another name said something else of the same field, by place.
  private var surplus: [Int] = []
  /// How often each name of the reader's own was found, by its place in the map; in columns it is enough that there is one.
  private var mapped: [Int]

  init(_ map: FieldMap) {
    self.map = map
    mapped = Array(repeating: 0, count: map.entries.count)
  }

  /// The place of a name.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    guard names.count < Self.mostNames else { return Self.furtherPlace }
    places[name] = names.count
    names.append(resolved(name))
    return names.count - 1
  }

  private mutating func resolved(_ text: String) -> Name {
    let folded = FieldNames.folded(text)
    var name = Name(text: text)
    name.own = ExportedRecord.Field(rawValue: text)
    name.meaning = FieldNames.named(folded)
    name.isRowNumber = FieldNames.isRowNumber(folded)
    for (place, entry) in map.entries.enumerated() {
      if entry.steps.joined() == folded {
        name.meaning = FieldNames.Meaning(field: entry.field, rank: Self.rankOfMap)
        mapped[place] += 1
      } else if entry.steps.first == folded {
        name.nested.append(entry)
      }
    }
    return name
  }

  /// What the reader says goes before what is known.
  static let rankOfMap = -1
}

// MARK: - Notes

extension FieldResolver {
  mutating func countUnknown(_ place: Int) { Self.count(place, in: &unknown) }
  mutating func countSurplus(_ place: Int) { Self.count(place, in: &surplus) }

  /// Notes that a name of the reader's own led to a value.
  mutating func countMapped(_ found: FieldMap.Entry) {
    if let place = map.entries.firstIndex(of: found) { mapped[place] += 1 }
  }

  /// What newstape writes for others: it follows from what is taken back.
  private static let derived = "facets"

  private var isOwnExport: Bool {
    let own = Set(names.compactMap(\.own))
    return own.contains(.blocks) && own.contains(.ownTags)
  }

  private static func count(_ place: Int, in counts: inout [Int]) {
    while counts.count <= place { counts.append(0) }
    counts[place] += 1
  }

  /// Adds what was counted.
  func addNotes(to notes: inout ParseNotes) {
    for (place, count) in unknown.enumerated() where count > 0 {
      if place == Self.furtherPlace {
        notes.add(.furtherFields, count: count)
      } else if !isOwnExport || names[place].text != Self.derived {
        notes.add(.unknownField(names[place].text), count: count)
      }
    }
    for (place, count) in surplus.enumerated() where count > 0 && place != Self.furtherPlace {
      notes.add(.surplusField(names[place].text), count: count)
    }
    for (entry, count) in zip(map.entries, mapped) where count > 0 { notes.add(.mappedName(entry.path)) }
  }
}

/// The values of columns that count rows.
enum RowNumber {
  /// Whether a value, in quotes or not, is a number.
  static func isOne(_ value: some Collection<UInt8>) -> Bool {
    value.allSatisfy { byte in
      byte.isDigit || byte <= 0x20 || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "\"")].contains(byte)
    }
  }
}
