import Foundation
import GRDB
import Log
import NewsModel

/// A column holds what no program writes there: the file is damaged.
///
/// GRDB's own `row[…]` ends the program for such a column, so that rows are read with the functions below alone.
struct UnreadableColumn: Error, CustomStringConvertible {
  let column: String
  let found: DatabaseValue

  /// For reports about damage; the value itself may be long, and anything at all.
  var description: String {
    let kind =
      switch found.storage {
      case .null: "NULL"
      case .int64(let number): "the number \(number)"
      case .double: "a fraction"
      case .string: "a text"
      case .blob: "bytes"
      }
    return "column \(column) holds \(kind)"
  }
}

/// Values of exactly the kind that their column is declared with, within bounds that no sum of them leaves.
extension Row {
  /// Larger than any number that the store writes, but for those that are digests.
  private static let numbers: ClosedRange<Int64> = -(1 << 53)...1 << 53
  /// More articles than there will be; millions of such counts add up to less than `Int.max`.
  static let counts: ClosedRange<Int64> = 0...1 << 40
  /// Some 30,000 years around the epoch.
  static let moments: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000

  func number(_ index: Int) throws -> Int64 { try number(index, in: Self.numbers) }

  func numberIfPresent(_ index: Int) throws -> Int64? { hasNull(atIndex: index) ? nil : try number(index) }

  func count(_ index: Int) throws -> Int { Int(try number(index, in: Self.counts)) }

  func moment(_ index: Int) throws -> Timestamp { Timestamp(try number(index, in: Self.moments)) }

  /// Nil for 0, which stands for no moment.
  func momentIfNotZero(_ index: Int) throws -> Timestamp? {
    let moment = try moment(index)
    return moment.rawValue == 0 ? nil : moment
  }

  func change(_ index: Int) throws -> ArticleChange {
    let number = try number(index)
    guard let change = ArticleChange(rawValue: number) else { throw unreadable(index, value(index)) }
    return change
  }

  func flag(_ index: Int) throws -> Bool { try number(index, in: 0...1) == 1 }

  func number(_ index: Int, in range: ClosedRange<Int64>) throws -> Int64 {
    let value = value(index)
    guard case .int64(let number) = value.storage, range.contains(number) else { throw unreadable(index, value) }
    return number
  }

  func text(_ index: Int) throws -> String {
    let value = value(index)
    guard case .string(let text) = value.storage else { throw unreadable(index, value) }
    return text
  }

  func textIfPresent(_ index: Int) throws -> String? { hasNull(atIndex: index) ? nil : try text(index) }

  func bytes(_ index: Int) throws -> Data {
    let value = value(index)
    guard case .blob(let bytes) = value.storage else { throw unreadable(index, value) }
    return bytes
  }

  func bytesIfPresent(_ index: Int) throws -> Data? { hasNull(atIndex: index) ? nil : try bytes(index) }

  /// What `read` makes of the row; nil where a column of it cannot be read.
  func ifReadable<Value>(_ read: (Row) throws -> Value) -> Value? {
    do {
      return try read(self)
    } catch is UnreadableColumn {
      return nil
    } catch {
      Log.error("cannot read a row", error)
      return nil
    }
  }

  private func value(_ index: Int) -> DatabaseValue { (self[index] as DatabaseValue?) ?? .null }

  private func unreadable(_ index: Int, _ value: DatabaseValue) -> UnreadableColumn {
    let names = Array(columnNames)
    return UnreadableColumn(column: names.indices.contains(index) ? names[index] : "\(index)", found: value)
  }
}
