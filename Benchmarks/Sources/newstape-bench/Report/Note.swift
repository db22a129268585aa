import Foundation

/// Words beside the table, on standard error.
enum Note {
  static func write(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
