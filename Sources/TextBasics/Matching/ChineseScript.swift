/// Which of the two scripts of Chinese an ideograph tells of.
package enum ChineseScript: UInt8, Sendable {
  /// Both have it, or nobody can tell.
  case either
  case simplified, traditional

  /// The script of a scalar. Constant time.
  @inline(__always)
  package init(_ scalar: UInt32) {
    let place = Int(scalar) - Int(Self.ideographs.lowerBound)
    self = 0..<Self.scripts.count ~= place ? Self.scripts[place] : .either
  }

  private static let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// Characters of the table that simplified texts write, too: 著名, 乾隆, 瞭望.
  private static let simplifiedToo = "乾徵夥瞭著藉"
  /// What characters are simplified to, and traditional texts write as well: 皇后, 公里, 升息.
  private static let traditionalToo = """
    后里台干于只面谷范云志斗系周松准采游占家布才回表板制合划升同向克出了卷借伙余千秋症朴曲蒙辟郁岳杰朱注折\
    征群咨冬丑姜胡舍沈卜吁困暗梁峰局致弦扎背奸席床
    """

  /// By place among the ideographs, from the table of characters by which text is folded.
  private static let scripts: [ChineseScript] = {
    var scripts = [ChineseScript](repeating: .either, count: ideographs.count)
    func set(_ scalar: UInt32, to script: ChineseScript) {
      if ideographs.contains(scalar) { scripts[Int(scalar - ideographs.lowerBound)] = script }
    }
    let changes = ideographs.map { ($0, FoldingTable.shared.target($0)) }.filter { $0 != $1 && ideographs.contains($1) }
    for (_, target) in changes { set(target, to: .simplified) }
    for (source, _) in changes { set(source, to: .traditional) }
    for scalar in (simplifiedToo + traditionalToo).unicodeScalars { set(scalar.value, to: .either) }
    return scripts
  }()
}
