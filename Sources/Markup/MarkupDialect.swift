/// How a text of tags is to be read.
package enum MarkupDialect: Hashable, Sendable {
  /// Names tell large from small letters; CDATA sections, processing instructions and declared entities exist.
  case xml
  /// Names do not tell large from small letters; `script`, `style`, `title` and `textarea` hold no tags.
  case html
}
