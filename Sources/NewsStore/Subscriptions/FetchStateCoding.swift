import Foundation
import GRDB
import Log
import NewsModel

/// How the state of a subscription's fetches is written: as JSON, with a version.
///
/// Names in files are those of the private types below alone, and never change: a name that changes in `FetchState` would otherwise lose every
/// validator, every pause that a server asked for and every address that is gone. What cannot be read is told, and the feed fetched anew.
enum FetchStateCoding {
  static let version = 1

  static func encode(_ state: FetchState) throws -> String { try json(WrittenState(state)) }

  /// A state that was written by this version or an older one; an empty text is that of a feed that was never fetched.
  ///
  /// - Returns: nil for what is no state, was written by a newer version, or holds times and lengths that no program writes.
  static func decode(_ text: String) -> FetchState? {
    guard !text.isEmpty else { return FetchState() }
    guard let written = read(WrittenState.self, text),
      written.version ?? 0 <= version, written.isPlausible
    else { return nil }
    return written.state
  }

  static func encode(_ failure: FetchFailure) throws -> String { try json(WrittenFailure(failure)) }

  /// - Returns: nil for what is no failure.
  static func failure(_ text: String) -> FetchFailure? {
    read(WrittenFailure.self, text)?.failure
  }

  private static func read<Written: Decodable>(_ type: Written.Type, _ text: String) -> Written? {
    Log.attempt("read what is kept of a fetch") { try JSONDecoder().decode(type, from: Data(text.utf8)) }
  }

  private static func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }
}

/// `FetchState` with the names of files. Version 0 has no `version`, and the same names.
private struct WrittenState: Codable {
  struct Validators: Codable {
    var entityTag: String?
    var lastModified: String?
  }

  var version: Int?
  var validators: Validators?
  var validatorsSince: Int64?
  var bodyHash: UInt64?
  var feedInterval: Int?
  var lastAttempt: Int64?
  var lastSuccess: Int64?
  var nextCheck: Int64?
  var heldUntil: Int64?
  var failure: WrittenFailure?
  var failingSince: Int64?
  var failures: Int
  var isGone: Bool
  var note: String?

  init(_ state: FetchState) {
    version = FetchStateCoding.version
    validators = state.validators.map { Validators(entityTag: $0.entityTag, lastModified: $0.lastModified) }
    validatorsSince = state.validatorsSince?.rawValue
    bodyHash = state.bodyHash
    feedInterval = state.feedInterval
    lastAttempt = state.lastAttempt?.rawValue
    lastSuccess = state.lastSuccess?.rawValue
    nextCheck = state.nextCheck?.rawValue
    heldUntil = state.heldUntil?.rawValue
    failure = state.failure.map(WrittenFailure.init)
    failingSince = state.failingSince?.rawValue
    failures = state.failures
    isGone = state.isGone
    note = state.note
  }

  var state: FetchState {
    var state = FetchState()
    state.validators = validators.map { FetchValidators(entityTag: $0.entityTag, lastModified: $0.lastModified) }
    state.validatorsSince = validatorsSince.map { Timestamp($0) }
    state.bodyHash = bodyHash
    state.feedInterval = feedInterval
    state.lastAttempt = lastAttempt.map { Timestamp($0) }
    state.lastSuccess = lastSuccess.map { Timestamp($0) }
    state.nextCheck = nextCheck.map { Timestamp($0) }
    state.heldUntil = heldUntil.map { Timestamp($0) }
    state.failure = failure?.failure
    state.failingSince = failingSince.map { Timestamp($0) }
    state.failures = failures
    state.isGone = isGone
    state.note = note
    return state
  }

  var isPlausible: Bool {
    let moments = [validatorsSince, lastAttempt, lastSuccess, nextCheck, heldUntil, failingSince]
    return moments.allSatisfy { $0.map(Row.moments.contains) ?? true }
      && Row.counts.contains(Int64(feedInterval ?? 0)) && Row.counts.contains(Int64(failures))
  }
}

/// `FetchFailure` with the names of files, in the form in which Swift writes cases: `{"status":{"_0":404}}`.
private enum WrittenFailure: Codable {
  case badAddress, hostNotFound, noConnection, timedOut, insecure, tooManyRedirects, notHTTP, broken, notNews
  case badRedirect(String)
  case tooLarge(limit: Int)
  case status(Int)

  init(_ failure: FetchFailure) {
    self =
      switch failure {
      case .badAddress: .badAddress
      case .badRedirect(let beginning): .badRedirect(beginning)
      case .hostNotFound: .hostNotFound
      case .noConnection: .noConnection
      case .timedOut: .timedOut
      case .insecure: .insecure
      case .tooManyRedirects: .tooManyRedirects
      case .tooLarge(let limit): .tooLarge(limit: limit)
      case .notHTTP: .notHTTP
      case .broken: .broken
      case .status(let code): .status(code)
      case .notNews: .notNews
      }
  }

  var failure: FetchFailure {
    switch self {
    case .badAddress: .badAddress
    case .badRedirect(let beginning): .badRedirect(beginning)
    case .hostNotFound: .hostNotFound
    case .noConnection: .noConnection
    case .timedOut: .timedOut
    case .insecure: .insecure
    case .tooManyRedirects: .tooManyRedirects
    case .tooLarge(let limit): .tooLarge(limit: limit)
    case .notHTTP: .notHTTP
    case .broken: .broken
    case .status(let code): .status(code)
    case .notNews: .notNews
    }
  }
}
