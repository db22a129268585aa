import TextBasics

/// What stands in brackets or before a point and is no claim; and what becomes of the tokens of a range once all are read.
extension SenseScan {
  /// The tokens with characters that are no sign cut into words: 浙江 and 江苏 have nothing in common.
  func joined() -> [SenseToken] {
    var (result, index) = ([SenseToken](), 0)
    while index < tokens.count {
      var end = index
      while end < tokens.count, isCharacter(tokens[end]),
        end == index || tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      {
        end += 1
      }
      if end > index + 1 {
        var cutter = WordCutter()
        cutter.cut(bytes, tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound)
        result += cutter.words.map {
          SenseToken(range: $0.range, key: String(decoding: bytes[$0.range], as: UTF8.self))
        }
      } else {
        end = index + 1
        result.append(tokens[index])
      }
      index = end
    }
    joinComments(&result)
    quietQuestions(&result)
    removeDoubleNegations(&result)
    for index in result.indices where result[index].sign == nil {
      result[index].isFunction = tables.functions.contains(String(decoding: bytes[result[index].range], as: UTF8.self))
    }
    return result
  }

  /// 是否延期 tells of no delay.
  private func quietQuestions(_ tokens: inout [SenseToken]) {
    for (place, token) in tokens.enumerated().dropFirst() {
      guard case .word(let word)? = token.sign, word.values["stage"] != nil, word.weight > 0,
        Self.questions.contains(where: { bytes.stands($0, before: token.range.lowerBound) })
      else { continue }
      tokens[place].sign = .word(SenseWord(values: word.values, weight: 0))
    }
  }

  private static let questions: [StaticString] = ["是否", "能否", "会否", "可否"]

  private static let longestRequest = 8

  /// 拒绝就此事置评 is 拒绝置评, 拒绝就此评论 too.
  private func joinComments(_ tokens: inout [SenseToken]) {
    var dropped = Set<Int>()
    for index in tokens.indices {
      guard bytes[tokens[index].range.lowerBound] >= 0x80 else { continue }
      let isRemark = tokens[index].sign == nil && bytes[tokens[index].range].elementsEqual("评论".utf8)
      guard tokens[index].isNoComment || isRemark else { continue }
      let before = max(index - (isRemark ? Self.longestRemark : Self.longestRequest), 0)..<index
      guard let first = tokens[before].lastIndex(where: \.turns), !dropped.contains(first),
        !bytes[tokens[first].range.upperBound..<tokens[index].range.lowerBound].contains(UInt8(ascii: ","))
      else { continue }
      dropped.insert(first)
      guard isRemark else { continue }
      tokens[index].sign = .word(SenseWord(values: ["denial": "none"], weight: 0))
      tokens[index].key = "wdenial=none"
    }
    guard !dropped.isEmpty else { return }
    tokens = tokens.indices.filter { !dropped.contains($0) }.map { tokens[$0] }
  }

  private static let longestRemark = 7

  /// 不无 and 并非没有 turn nothing round.
  private func removeDoubleNegations(_ tokens: inout [SenseToken]) {
    var kept: [SenseToken] = []
    for token in tokens {
      if token.turns, let last = kept.last, last.turns, last.range.upperBound == token.range.lowerBound {
        kept.removeLast()
      } else {
        kept.append(token)
      }
    }
    tokens = kept
  }

  private func isCharacter(_ token: SenseToken) -> Bool {
    token.sign == nil && token.range.count == 3 && bytes[token.range.lowerBound].beginsIdeograph
  }

  /// (1个基点为0.01个百分点), ($1 = 6.9 crowns): what a word means, and no claim.
  func definition(at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "("),
      let close = bytes[index..<min(range.upperBound, index + 64)].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let inner = bytes[index + 1..<close]
    guard let first = inner.firstIndex(where: \.isDigit), first - index <= 3, inner[first] == UInt8(ascii: "1"),
      first + 1 < close, !inner[first + 1].isDigit, inner[first + 1] != UInt8(ascii: ".")
    else { return nil }
    return ["=", "等于", "为", "兑", "合"].contains { inner.firstRange(of: Array($0.utf8)) != nil } ? close + 1 : nil
  }

  /// 1.关于… 2.关于…: the numbers of a list.
  func enumerator(at index: Int) -> Int? {
    guard bytes[index].isDigit, index + 2 < range.upperBound else { return nil }
    let end = bytes[index + 1].isDigit ? index + 2 : index + 1
    guard end + 1 < range.upperBound, bytes[end] == UInt8(ascii: "."), bytes[end + 1].beginsIdeograph,
      index == range.lowerBound || ":;\n ".utf8.contains(bytes[index - 1]) || bytes.stands("。", before: index)
    else { return nil }
    return end + 1
  }

  // MARK: Codes

  /// `(600519.sh)`, `(nyse: abc)`, `<1211.hk>`, `(代码:600519)`: what stands in brackets behind a name.
  mutating func code(at index: Int) -> Int? {
    guard let close = Self.brackets[bytes[index]],
      let end = bytes[index..<min(range.upperBound, index + 48)].firstIndex(of: close), end > index + 3
    else { return nil }
    var start = index + 1
    for label in Self.codeLabels where bytes.stands(label, at: start) { start += label.utf8CodeUnitCount }
    let inner = bytes[start..<end]
    guard inner.allSatisfy({ $0.isWordByte || ".:, ".utf8.contains($0) }),
      inner.count(where: { $0 == UInt8(ascii: " ") }) < 3,
      // Of several codes the first one tells the name.
      let first = inner.split(separator: UInt8(ascii: ",")).first,
      first.count == inner.count || !first.contains(UInt8(ascii: " "))
    else { return nil }
    let digits = first.count == inner.count ? inner.filter(\.isDigit) : []
    let isListed = inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "."))
    let isOneWord = !inner.contains(UInt8(ascii: " "))
    guard 4...6 ~= digits.count && (isListed || isOneWord) || isListed && (isOneWord || digits.isEmpty) else {
      return nil
    }
    // The exchange may be written or not.
    let code = String(decoding: digits.isEmpty ? Array(inner) : digits, as: UTF8.self)
    return add(.code(code), "c" + code, index..<end + 1)
  }

  private static let brackets: [UInt8: UInt8] = [
    UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "<"): UInt8(ascii: ">"), UInt8(ascii: "["): UInt8(ascii: "]"),
  ]
  private static let codeLabels: [StaticString] = ["股票", "股份", "证券", "代码", "代号"]
}

// MARK: - What a price is of

extension SenseScan {
  /// 31.9分 behind 每千瓦时, in a list, too; 12仙.
  func isOfCents(_ start: Int, _ end: Int) -> Bool {
    if bytes.stands("仙", at: end) { return true }
    guard bytes.stands("分", at: end), !bytes.stands("分之", at: end), !bytes.stands("分钟", at: end) else { return false }
    if bytes.stands("分/千瓦时", at: end) || bytes.stands("分/度", at: end) { return true }
    let clause = bytes[max(range.lowerBound, start - 36)..<start]
    return ["每千瓦时", "每度", "每股"].contains { clause.firstRange(of: Array($0.utf8)) != nil }
  }

  /// 3.1元/斤 is 6.2元/公斤.
  func isPerJin(_ start: Int, _ end: Int) -> Bool {
    ["/斤", "一斤", "每斤"].contains { bytes.stands($0, at: end) } || bytes.stands("每斤", before: start)
      || bytes.stands("每斤约", before: start)
  }
}
