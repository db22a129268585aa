package import ArticleFields
package import Decoding
package import Foundation
package import NewsModel
import PageDumps
package import SourceForms

package let shanghai = ParsingContext.defaultZone

package func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
  -> Timestamp
{
  CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).timestamp(in: shanghai)
}

/// A moment of universal time.
package func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
  -> Timestamp
{
  CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).timestamp(offset: 0)
}

/// A context that does not depend on today's date.
package func context(fileTime: Timestamp? = moment(2031, 7, 1), fileName: String? = nil) -> ParsingContext {
  ParsingContext(zone: shanghai, fileTime: fileTime, now: moment(2031, 7, 2), fileName: fileName)
}

/// A page whose text is certainly an article, with the given lines under its headline and behind its body.
package func page(
  title: String = "远帆航运上半年货量回升", header: String = "来源:港口日报 发布时间:2031-06-15 05:42:09",
  body: String = "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。\n\n公司表示,下半年将增加两条新航线,并更换部分老旧船舶。",
  tail: String = ""
) -> String {
  [title, header, "", body, "", tail].joined(separator: "\n")
}

/// Text in another character set; every character must exist there.
package func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
  guard let converter = CharacterConverter(from: .utf8, to: encoding) else { throw UnknownEncoding() }
  var output: [UInt8] = []
  let invalid = Array(text.utf8).withUnsafeBytes { converter.convert($0, into: &output) }
  guard invalid == 0 else { throw UnknownEncoding() }
  return output
}

package func parsed(_ text: String, _ context: ParsingContext = context()) throws -> Item {
  try PageDumpParser.parsePage(Array(text.utf8), context: context).get()
}

package func refusal(_ bytes: [UInt8], _ context: ParsingContext = context()) -> ParseRefusal.Reason? {
  if case .failure(let refusal) = PageDumpParser.parsePage(bytes, context: context) { refusal.reason } else { nil }
}

package enum Fixture {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: tests.appending(path: "Fixtures/pages/\(name)")))
  }

  package static func item(_ name: String) throws -> Item {
    try PageDumpParser.parsePage(bytes(name), context: context()).get()
  }

  /// A file next to the repository; nil where it is not there.
  package static func shared(_ path: String) -> [UInt8]? {
    let url = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/\(path)")
    return (try? Data(contentsOf: url)).map { [UInt8]($0) } ?? worktreeShared(path)
  }

  /// A checkout may stand one folder deeper.
  private static func worktreeShared(_ path: String) -> [UInt8]? {
    let url = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/\(path)")
    return (try? Data(contentsOf: url)).map { [UInt8]($0) }
  }
}

extension Block {
  package var isHeading: Bool { if case .heading = self { true } else { false } }
  package var isFigure: Bool { if case .figure = self { true } else { false } }
}

private struct UnknownEncoding: Error {}
