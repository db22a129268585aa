import Foundation
package import NewsModel
package import NewsStore

/// What a repair did.
package struct LibraryRepair: Hashable, Sendable {
  /// What was wrong before, and what could not be brought back.
  package var report: RepairReport
  /// The file that holds the store as it was.
  package var backup: String
}

extension NewsLibrary {
  /// Writes a copy of the store as it is at this moment, which is there whole or not at all; others may go on reading and writing.
  ///
  /// - Parameter replaces: whether a file that is there already may be replaced. The store itself never is, by whatever name.
  /// - Returns: the size of the copy in bytes.
  /// - Throws: `ReplacedFile.Failure` for the file, `StoreError` for the store.
  @discardableResult
  package func backUp(
    to path: String, replaces: Bool, cancellation: Cancellation? = nil,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws -> Int {
    guard !store.includes(path) else { throw ReplacedFile.Failure.isTheStore(path: path) }
    return try ReplacedFile.write(path, replaces: replaces) { file in
      // News, and what its reader makes of it, are private.
      chmod(file.temporaryPath, 0o600)
      try store.copy(to: file.temporaryPath, cancellation: cancellation, progress: progress)
      return try FileManager.default.attributesOfItem(atPath: file.temporaryPath)[.size] as? Int ?? 0
    }
  }

  /// Makes the store anew out of all that can be read of it, after a backup beside it. All articles wait for the search index
  /// afterwards (`indexAll`).
  ///
  /// Whoever is stopped or killed leaves the store as it was; the same call begins anew.
  ///
  /// - Returns: nil where the store is sound: then nothing was done.
  /// - Throws: `ReplacedFile.Failure` where the backup cannot be written, `StoreError` for the store.
  package func repair(
    cancellation: Cancellation? = nil, progress: @escaping (RepairProgress) -> Void = { _ in }
  ) throws -> LibraryRepair? {
    let findings = try findings(cancellation) { progress(.checking($0)) }
    guard !findings.isEmpty else { return nil }
    let backup = freePath(store.path + "-before-repair")
    try backUp(to: backup, replaces: false, cancellation: cancellation) { progress(.backingUp($0)) }
    var report = try store.repair(cancellation: cancellation, progress: progress)
    report.findings = findings
    return LibraryRepair(report: report, backup: backup)
  }

  /// What a check finds, or what keeps it from looking.
  private func findings(
    _ cancellation: Cancellation?, _ progress: @escaping (CheckProgress) -> Void
  ) throws(StoreError) -> [StoreFinding] {
    do {
      return try store.check(cancellation: cancellation, progress: progress)
    } catch .damaged(_, let detail) {
      return [StoreFinding(.file, count: 1, examples: [detail])]
    }
  }

  private func freePath(_ path: String) -> String {
    var number = 1
    func name() -> String { number == 1 ? path : "\(path)-\(number)" }
    while ReplacedFile.exists(name()) { number += 1 }
    return name()
  }
}
