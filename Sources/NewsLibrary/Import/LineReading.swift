import Decoding
import Foundation
import SourceForms

/// Reading an input line by line, or whole, without a store: what `newstape analyse` takes.
package enum LineReading {
  /// Longer lines are refused; the ones behind them are read.
  package static let longestLine = 4 << 20
  /// A text is read as far as that.
  package static let longestText = 4 << 20

  /// Hands over each line of an input, `-` being standard input, without its line break, with its number from 1.
  ///
  /// Memory does not grow with the input. Gzip data is decompressed.
  ///
  /// - Parameter line: gives false to end the reading.
  /// - Returns: why the input could not be read to its end; what was read before stands.
  package static func readLines(
    _ path: String, problem: (ImportProblem) -> Void, line: (UnsafeRawBufferPointer, Int) -> Bool
  ) {
    var lines = LineCollector()
    do throws(FileInput.Failure) {
      try withInput(path) { input throws(FileInput.Failure) in
        var unpacker = Unpacker()
        try input.readPieces { piece throws(FileInput.Failure) in
          try unpacker.unpack(piece) { lines.feed($0) { emit($0, $1) } }
          return !lines.isDone
        }
        if unpacker.isCutShort, !lines.isDone { throw .corruptGzip }
      }
      lines.end { emit($0, $1) }
    } catch {
      problem(ImportProblem(error, path: path))
    }

    func emit(_ bytes: UnsafeRawBufferPointer?, _ number: Int) -> Bool {
      guard let bytes else {
        problem(ImportProblem(.refused(.tooLarge(limit: longestLine)), path: path, line: number))
        return true
      }
      return line(bytes, number)
    }
  }

  /// The text of an input, in whatever character set it is written, up to `longestText`.
  package static func readText(_ path: String) -> Result<String, ImportProblem> {
    func text(_ bytes: UnsafeRawBufferPointer) -> Result<String, ImportProblem> {
      guard bytes.contains(where: { $0 > 0x20 }) else { return .failure(ImportProblem(.refused(.empty), path: path)) }
      guard bytes.count <= longestText else {
        return .failure(ImportProblem(.refused(.tooLarge(limit: longestText)), path: path))
      }
      return .success(TextDecoding.decode(bytes).text)
    }
    do throws(FileInput.Failure) {
      return try withInput(path) { input throws(FileInput.Failure) in
        try input.withBytes(limit: longestText) { bytes throws(FileInput.Failure) in text(bytes) }
      }
    } catch {
      return .failure(ImportProblem(error, path: path))
    }
  }

  private static func withInput<T>(
    _ path: String, _ body: (FileInput) throws(FileInput.Failure) -> T
  ) throws(FileInput.Failure) -> T {
    path == "-" ? try body(.standardInput) : try FileInput.withFile(RawPath(path), body)
  }
}

/// Puts lines together of pieces.
private struct LineCollector {
  /// What is there of the line that has not ended.
  private var begun: [UInt8] = []
  private var isTooLong = false
  private var number = 0
  private(set) var isDone = false

  /// - Parameter emit: gets each line, nil where it is too long, and its number; gives false to end.
  mutating func feed(_ piece: UnsafeRawBufferPointer, _ emit: (UnsafeRawBufferPointer?, Int) -> Bool) {
    var rest = piece[...]
    while !isDone, let end = Self.lineEnd(in: rest) {
      finish(with: rest[..<end], emit)
      rest = rest[(end + 1)...]
    }
    if !isDone { keep(rest) }
  }

  /// The C library looks at a vector of bytes at once.
  private static func lineEnd(in rest: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard !rest.isEmpty, let start = rest.base.baseAddress,
      let found = memchr(start + rest.startIndex, Int32(UInt8(ascii: "\n")), rest.count)
    else { return nil }
    return UnsafeRawPointer(found) - start
  }

  mutating func end(_ emit: (UnsafeRawBufferPointer?, Int) -> Bool) {
    if !isDone, isTooLong || !begun.isEmpty { finish(with: UnsafeRawBufferPointer(start: nil, count: 0)[...], emit) }
  }

  private mutating func finish(
    with rest: Slice<UnsafeRawBufferPointer>, _ emit: (UnsafeRawBufferPointer?, Int) -> Bool
  ) {
    keep(rest)
    number += 1
    isDone = !(isTooLong ? emit(nil, number) : begun.withUnsafeBytes { emit($0, number) })
    begun.removeAll(keepingCapacity: true)
    isTooLong = false
  }

  private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
    guard !isTooLong else { return }
    isTooLong = begun.count + bytes.count > LineReading.longestLine
    if !isTooLong { begun.append(contentsOf: bytes) }
  }
}
