import GRDB
import NewsModel
import TextBasics
import WebAddresses

/// Reads what the reader keeps: terms, subscriptions, what can be undone.
struct OrganisingCheck {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func check(_ findings: inout StoreFindings) throws {
    if try Refolding.isDone(db) {
      for table in ["term", "saved_query", "rule", "subscription"] { try checkFoldedNames(of: table, &findings) }
    }
    try checkSubscriptions(&findings)
    try checkUndo(&findings)
  }

  private func checkFoldedNames(of table: String, _ findings: inout StoreFindings) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT name, folded FROM \(table)")
    while let row = try rows.next() {
      // Values of a wrong kind are counted where rows are.
      guard let (name, folded) = row.ifReadable({ (try $0.text(0), try $0.text(1)) }) else { continue }
      if folded != Folding.fold(name) { findings.add(.folded, example: name) }
    }
  }

  private func checkSubscriptions(_ findings: inout StoreFindings) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT name, address, canonical, state FROM subscription")
    while let row = try rows.next() {
      guard
        let (name, address, canonical, state) = row.ifReadable({
          (try $0.text(0), try $0.text(1), try $0.text(2), try $0.text(3))
        })
      else { continue }
      if canonical != WebAddress.canonical(address) { findings.add(.identities, example: name) }
      if FetchStateCoding.decode(state) == nil { findings.add(.fetchStates, example: name) }
    }
  }

  private func checkUndo(_ findings: inout StoreFindings) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT step_id, action, keys FROM undo_part")
    while let row = try rows.next() {
      guard let (step, action, keys) = row.ifReadable({ (try $0.number(0), try $0.text(1), try $0.bytes(2)) }) else {
        continue
      }
      if StatusAction(action) == nil || KeyCoding.keys(keys) == nil { findings.add(.undo, example: "\(step)") }
    }
  }
}
