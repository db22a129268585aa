import Configuration
import Foundation
import NewsModel
import Testing
import Wording

@testable import App

/// What the system has against a file, in the reader's language.
struct SystemWordsTests {
  private let common = [
    EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, EEXIST, EROFS, ENOSPC, EDQUOT, EIO, EFBIG, ENOMEM, EMFILE, ENFILE, ELOOP,
    ENAMETOOLONG, EBUSY, ENXIO, ESTALE,
  ]

  @Test func chineseWordsHaveNoEnglishOnesAmongThem() {
    for code in common + [EPROTO] {
      let words = Words(language: .zhHans).describe(SystemProblem(code: code))
      #expect(!words.isEmpty && words.allSatisfy { !$0.isASCII || $0.isNumber || $0 == " " }, "\(code): \(words)")
    }
  }

  @Test func eachReasonHasItsOwnWords() {
    let messages = Words(language: .en)
    #expect(messages.describe(SystemProblem(code: EACCES)) == "no permission")
    #expect(messages.describe(SystemProblem(code: EROFS)) == "the disk can only be read")
    #expect(common.allSatisfy { !messages.describe(SystemProblem(code: $0)).contains("system error") })
  }
}
