import TOML

/// A document in one line, so that a test says in little room what was read: `a=1 b="x" c={d=[true]}`.
func outline(_ text: String) -> String {
  let document = TOMLDocument(Array(text.utf8))
  let mistakes = document.mistakes.map { "\($0.place.line):\($0.place.column) \($0.kind)" }
  return ([outline(document.entries)] + mistakes).joined(separator: " ! ")
}

private func outline(_ entries: [TOMLEntry]) -> String {
  entries.map { "\($0.key)=\(outline($0.value.node))" }.joined(separator: " ")
}

private func outline(_ node: TOMLNode) -> String {
  switch node {
  case .text(let text): "\"\(text)\""
  case .number(let number): "\(number)"
  case .flag(let flag): "\(flag)"
  case .fraction(let text): "f\(text)"
  case .moment(let text): "m\(text)"
  case .list(let values): "[" + values.map { outline($0.node) }.joined(separator: " ") + "]"
  case .table(let entries): "{" + outline(entries) + "}"
  }
}

/// The mistakes of a text, as `line:column kind`.
func mistakes(_ text: String) -> [String] {
  TOMLDocument(Array(text.utf8)).mistakes.map { "\($0.place.line):\($0.place.column) \($0.kind)" }
}
