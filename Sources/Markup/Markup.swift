/// How a text of tags is to be read.
public enum MarkupDialect: Hashable, Sendable {
  case xml
  case html
}
