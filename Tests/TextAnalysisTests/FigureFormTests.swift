import NewsModel
import Testing
import TextVersions

@testable import TextAnalysis

/// Figures, units and times in all the forms in which articles write them: each form of a value is put into a sentence, and two forms of one
/// value are the same, two values a change of sense.
struct FigureFormTests {
  private struct Pair: Sendable {
    var old: String
    var new: String
    var isOfSense: Bool
  }

  /// A sentence with `{}` in it, and the values that may stand there, each in its forms.
  private static let frames: [(text: String, values: [[String]])] = {
    var frames: [(text: String, values: [[String]])] = []
    for line in AnalysisCases.cells("figure-forms").map({ $0.joined(separator: "\t") }) {
      if line.hasPrefix("> ") {
        frames.append((String(line.dropFirst(2)), []))
      } else if !frames.isEmpty {
        frames[frames.count - 1].values.append(line.split(separator: "|").map(String.init))
      }
    }
    return frames
  }()

  private static func mistakes(_ pairs: [Pair]) -> [String] {
    pairs.flatMap { pair in
      let versions = [
        (ArticleVersion(title: pair.old), ArticleVersion(title: pair.new)),
        (ArticleVersion(title: "x", text: pair.old + "."), ArticleVersion(title: "x", text: pair.new + ".")),
      ]
      return versions.filter {
        TextAnalyser.builtIn.senseChange(from: $0.0, to: $0.1).isOfSense != pair.isOfSense
      }.map { _ in "\(pair.old) → \(pair.new)" }
    }
  }

  private static func put(_ form: String, into frame: String) -> String { frame.replacing("{}", with: form) }

  @Test func formsOfOneValueAreTheSame() {
    let pairs = Self.frames.flatMap { frame in
      frame.values.flatMap { forms in
        zip(forms, forms.dropFirst()).map { old, new in
          Pair(old: Self.put(old, into: frame.text), new: Self.put(new, into: frame.text), isOfSense: false)
        }
      }
    }
    let mistakes = Self.mistakes(pairs)
    #expect(pairs.count > 600)
    #expect(mistakes.isEmpty, "\(mistakes.joined(separator: "\n"))")
  }

  /// The forms of two values that stand at equal places of their rows, which look alike.
  @Test func twoValuesAreAChangeOfSense() {
    let pairs = Self.frames.flatMap { frame in
      zip(frame.values, frame.values.dropFirst()).flatMap { first, second in
        zip(first, second).map { old, new in
          Pair(old: Self.put(old, into: frame.text), new: Self.put(new, into: frame.text), isOfSense: true)
        }
      }
    }
    let mistakes = Self.mistakes(pairs)
    #expect(pairs.count > 300)
    #expect(mistakes.isEmpty, "\(mistakes.joined(separator: "\n"))")
  }
}
