import ArticleFields
import TextScanning

/// The note of a picture that stood in a page: a caption, a credit, or only the word that a picture was there.
package enum FigureNote {
  /// The caption, without its brackets; nil where the line is something else.
  ///
  /// - Parameter isOnPage: whether the line stood on a page, where a picture is the most likely thing above a line in brackets.
  package static func caption(of line: Substring, isOnPage: Bool = true) -> Substring? {
    guard line.utf8.count <= 400 else { return nil }
    if let inner = line.enclosed(by: Punctuation.roundBrackets) {
      return isOnPage || isCreditWord(inner) || isCredited(inner) || FieldLine.key(at: inner)?.0 == .figure
        ? bracketed(inner) : nil
    }
    if let inner = line.enclosed(by: Punctuation.allBrackets), isCreditWord(inner) { return inner }
    guard line.fits(160) else { return nil }
    if let mark = line.unicodeScalars.first, arrows.contains(mark) {
      return filled(line.trimmed(of: arrows))
    }
    if let (key, value) = FieldLine.key(at: line), key == .figure {
      return bareKeys.contains { line.starts(with: $0) } ? filled(value.trimmed) : line
    }
    if CreditLine(line)?.key == .figure { return line }
    return isCreditWord(line) || isCredited(line) ? line : nil
  }

  private static let arrows: ScalarSet = ["▲", "△", "▼", "↑"]
  /// After these the caption follows; other keys are credits and stay.
  private static let bareKeys = [
    "图:", "图：", "图片:", "图片：", "图注", "图说", "图片说明", "配图", "题图", "资料图", "Photo:", "Image:", "Picture:",
  ]

  private static func filled(_ text: Substring) -> Substring? { text.isEmpty ? nil : text }

  /// A whole line in brackets is a caption unless it is a sentence, a number, or a remark of the editors.
  private static func bracketed(_ inner: Substring) -> Substring? {
    guard inner.fits(120), inner.lastSignificant.map({ !finals.contains($0) }) ?? false,
      !inner.contains(anyOf: ["。", "；"]), !remarks.contains(where: inner.starts(with:)),
      inner.unicodeScalars.contains(where: { $0.isIdeograph || $0.isASCIILetter }), inner.unicodeScalars.count >= 2,
      Byline.names(in: inner) == nil
    else { return nil }
    if let (key, _) = FieldLine.key(at: inner), key != .figure { return nil }
    return inner.unicodeScalars.allSatisfy(isNumeral) ? nil : inner
  }

  private static let finals: ScalarSet = ["。", "！", "？", "!", "?", "；", ";", "：", ":"]
  private static let remarks = [
    "作者", "本文", "以上", "文中", "注:", "注：", "编者", "以下", "下称", "单位", "应受访", "完", "股票代码", "证券代码", "未完", "待续", "本报告",
    "示例", "声明", "聲明", "免责", "免責", "风险提示", "風險提示", "提示:", "提示：", "Sample story", "Note:", "Disclaimer",
  ]

  /// `资料图`, `图为…`, `图1 …`.
  private static func isCreditWord(_ line: Substring) -> Bool {
    if ["资料图", "相关资料图", "资料图片", "配图", "图片", "网络配图", "图文无关"].contains(where: { line == $0 }) { return true }
    if openings.contains(where: line.starts(with:)) { return line.fits(120) }
    if line.starts(with: "图片由") || line.starts(with: "本文图片") || line.starts(with: "文中图片") {
      return line.fits(60)
    }
    guard let rest = (line.dropping(prefix: "图表") ?? line.dropping(prefix: "图"))?.unicodeScalars,
      let first = rest.first, isNumeral(first)
    else {
      return false
    }
    let mark = rest.drop(while: isNumeral).first
    return mark.map { $0.isBlank || Punctuation.colons.contains($0) || $0 == "." } ?? true
  }

  private static let openings = ["图为", "图片为", "资料图片 ", "资料图 ", "截图自", "图片来自", "图片截自"]

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// Whether a photographer or a giver is named at the end.
  private static func isCredited(_ line: Substring) -> Bool {
    line.fits(120)
      && [" 摄", "/摄", "　摄", "供图", "(资料图)", "（资料图）", "资料图片", "/图", " 图"].contains { line.dropping(suffix: $0) != nil }
  }
}
