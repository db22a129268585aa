import NewsModel
import Testing

@testable import NewsStore

/// What is remembered of fetches outlives every change of the program's own names.
struct FetchStateCodingTests {
  private static var full: FetchState {
    var state = FetchState()
    state.validators = FetchValidators(entityTag: "\"abc\"", lastModified: "Mon, 02 Mar 2026 01:00:00 GMT")
    state.validatorsSince = Timestamp(1_772_413_200)
    state.bodyHash = .max
    state.feedInterval = 3_600
    state.lastAttempt = Timestamp(1_772_413_260)
    state.lastSuccess = Timestamp(1_772_413_200)
    state.nextCheck = Timestamp(1_772_416_800)
    state.heldUntil = Timestamp(1_772_420_400)
    state.failure = .status(503)
    state.failingSince = Timestamp(1_772_413_260)
    state.failures = 2
    state.isGone = true
    state.note = "3 dates cannot be read"
    return state
  }

  /// As programs wrote it before states had a version.
  private static let firstForm = """
    {"bodyHash":18446744073709551615,"failingSince":1772413260,"failure":{"status":{"_0":503}},"failures":2,"feedInterval":3600,
    "heldUntil":1772420400,"isGone":true,"lastAttempt":1772413260,"lastSuccess":1772413200,"nextCheck":1772416800,
    "note":"3 dates cannot be read","validators":{"entityTag":"\\"abc\\"","lastModified":"Mon, 02 Mar 2026 01:00:00 GMT"},
    "validatorsSince":1772413200}
    """

  @Test func theFormWithoutAVersionIsRead() {
    #expect(FetchStateCoding.decode(Self.firstForm) == Self.full)
    #expect(FetchStateCoding.decode("{\"failures\":0,\"isGone\":false}") == FetchState())
  }

  @Test func versionOneIsRead() {
    let text = "{\"version\":1," + Self.firstForm.dropFirst()
    #expect(FetchStateCoding.decode(text) == Self.full)
  }

  @Test(arguments: [
    ("{\"badAddress\":{}}", FetchFailure.badAddress), ("{\"badRedirect\":{\"_0\":\"ftp:\"}}", .badRedirect("ftp:")),
    ("{\"hostNotFound\":{}}", .hostNotFound), ("{\"noConnection\":{}}", .noConnection),
    ("{\"timedOut\":{}}", .timedOut), ("{\"insecure\":{}}", .insecure),
    ("{\"tooManyRedirects\":{}}", .tooManyRedirects), ("{\"tooLarge\":{\"limit\":8}}", .tooLarge(limit: 8)),
    ("{\"notHTTP\":{}}", .notHTTP), ("{\"broken\":{}}", .broken), ("{\"status\":{\"_0\":404}}", .status(404)),
    ("{\"notNews\":{}}", .notNews),
  ])
  func everyFailureIsReadAndWritten(text: String, failure: FetchFailure) throws {
    #expect(FetchStateCoding.failure(text) == failure)
    #expect(try FetchStateCoding.encode(failure) == text)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for state in [FetchState(), Self.full] {
      #expect(try FetchStateCoding.decode(FetchStateCoding.encode(state)) == state)
    }
  }

  @Test(arguments: [
    "{}", "[]", "state", "{\"failures\":-1,\"isGone\":false}", "{\"version\":2,\"failures\":0,\"isGone\":false}",
    "{\"failures\":0,\"isGone\":false,\"nextCheck\":99999999999999}",
    "{\"failures\":0,\"isGone\":false,\"failure\":{\"unheard\":{}}}",
  ])
  func whatIsNoStateIsNotTakenForAnEmptyOne(text: String) {
    #expect(FetchStateCoding.decode(text) == nil)
  }
}
