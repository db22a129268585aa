/// A key with the place where it stands.
struct TOMLKey {
  var name: String
  var place: TOMLPlace
}

/// The tables of a file while it is read. It holds the rules of which table may be written to where.
struct TOMLTree {
  /// The table at the top of the file.
  static let root = 0

  private enum Content {
    case value(TOMLValue)
    case table(Int)
    /// Written as `[[name]]`: the number of a list.
    case tables(Int)
  }

  /// Who wrote a table, which decides who may go on with it.
  private enum Definition: Equatable {
    /// A header of a table within it; a header of its own, or dotted keys, may still follow.
    case implied
    case header
    /// Dotted keys within one table: only these go on.
    case dotted(within: Int)
  }

  private struct Table {
    var definition: Definition
    var place: TOMLPlace
    var members: [(key: TOMLKey, content: Content)] = []
    var positions: [String: Int] = [:]
  }

  private var tables = [Table(definition: .header, place: TOMLPlace(line: 1, column: 1))]
  private var lists: [[Int]] = []

  /// Makes the table of an inline table; it stands nowhere until its entries are inserted as a value.
  mutating func addInlineTable(at place: TOMLPlace) -> Int {
    tables.append(Table(definition: .header, place: place))
    return tables.count - 1
  }

  /// What a table holds, in the order of the file.
  func entries(of table: Int) -> [TOMLEntry] {
    tables[table].members.map { TOMLEntry($0.key.name, at: $0.key.place, value($0.content, of: $0.key)) }
  }

  private func value(_ content: Content, of key: TOMLKey) -> TOMLValue {
    switch content {
    case .value(let value): value
    case .table(let table): TOMLValue(.table(entries(of: table)), at: key.place)
    case .tables(let list):
      TOMLValue(
        .list(lists[list].map { TOMLValue(.table(entries(of: $0)), at: tables[$0].place) }), at: key.place)
    }
  }

  /// Gives the key at `path` within `table` its value.
  mutating func insert(_ value: TOMLValue, at path: [TOMLKey], in table: Int) throws(TOMLMistake) {
    guard let last = path.last else { return }
    var target = table
    for key in path.dropLast() { target = try dottedTable(key, in: target, within: table) }
    if let first = member(last, of: target) {
      throw TOMLMistake(.alreadyDefined(key: last.name, first: first.key.place), at: last.place)
    }
    append(.value(value), last, to: target)
  }

  /// The table that a part of a dotted key names; `section` is the table in which the key is written.
  private mutating func dottedTable(_ key: TOMLKey, in table: Int, within section: Int) throws(TOMLMistake) -> Int {
    guard let found = member(key, of: table) else {
      return append(Table(definition: .dotted(within: section), place: key.place), key, to: table)
    }
    guard case .table(let next) = found.content else {
      throw TOMLMistake(.notATable(key: key.name, first: found.key.place), at: key.place)
    }
    switch tables[next].definition {
    case .implied: tables[next].definition = .dotted(within: section)
    case .dotted(within: section): break
    case .dotted, .header: throw TOMLMistake(.alreadyDefined(key: key.name, first: found.key.place), at: key.place)
    }
    return next
  }

  /// The table that `[path]` begins, or with `isList` `[[path]]`.
  mutating func open(_ path: [TOMLKey], isList: Bool) throws(TOMLMistake) -> Int {
    guard let last = path.last else { return TOMLTree.root }
    var target = TOMLTree.root
    for key in path.dropLast() { target = try tableAbove(key, in: target) }
    guard let position = tables[target].positions[last.name] else {
      let table = Table(definition: .header, place: last.place)
      return isList ? appendList(table, last, to: target) : append(table, last, to: target)
    }
    let found = tables[target].members[position]
    switch found.content {
    case .table(let table) where !isList && tables[table].definition == .implied:
      tables[table].definition = .header
      tables[target].members[position].key.place = last.place
      return table
    case .tables(let list) where isList:
      tables.append(Table(definition: .header, place: last.place))
      lists[list].append(tables.count - 1)
      return tables.count - 1
    case .table where !isList, .value:
      throw TOMLMistake(.alreadyDefined(key: last.name, first: found.key.place), at: last.place)
    case .table, .tables:
      throw TOMLMistake(.notOfOneKind(key: last.name, first: found.key.place), at: last.place)
    }
  }

  /// The table through which a header leads: of a list, its last one.
  private mutating func tableAbove(_ key: TOMLKey, in table: Int) throws(TOMLMistake) -> Int {
    guard let found = member(key, of: table) else {
      return append(Table(definition: .implied, place: key.place), key, to: table)
    }
    switch found.content {
    case .table(let next): return next
    case .tables(let list): return lists[list].last ?? table
    case .value: throw TOMLMistake(.notATable(key: key.name, first: found.key.place), at: key.place)
    }
  }

  private func member(_ key: TOMLKey, of table: Int) -> (key: TOMLKey, content: Content)? {
    tables[table].positions[key.name].map { tables[table].members[$0] }
  }

  private mutating func append(_ content: Content, _ key: TOMLKey, to table: Int) {
    tables[table].positions[key.name] = tables[table].members.count
    tables[table].members.append((key, content))
  }

  private mutating func append(_ new: Table, _ key: TOMLKey, to table: Int) -> Int {
    tables.append(new)
    append(.table(tables.count - 1), key, to: table)
    return tables.count - 1
  }

  private mutating func appendList(_ new: Table, _ key: TOMLKey, to table: Int) -> Int {
    tables.append(new)
    lists.append([tables.count - 1])
    append(.tables(lists.count - 1), key, to: table)
    return tables.count - 1
  }
}
