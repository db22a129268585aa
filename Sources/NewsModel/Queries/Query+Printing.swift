package import Foundation

extension Query {
  /// The query in words of the query language, such as `tag:IPO is:unread since:2022-06-15`; empty for all articles.
  ///
  /// Moments are shown in `zone`. `since:` and `until:` both include what they name, so a day that a query ends with is the
  /// last one that is shown. A parser of the same zone reads the text as the query, `simplified`.
  package func description(in zone: TimeZone) -> String { simplified.printed(in: zone) }

  private func printed(in zone: TimeZone) -> String {
    switch self {
    case .all: ""
    case .and(let terms): terms.map { $0.operand(in: zone, inside: self) }.joined(separator: " ")
    case .or(let terms):
      terms.map { $0.operand(in: zone, inside: self) }.joined(separator: " " + QuerySign.either + " ")
    case .not(let term): "-" + term.operand(in: zone, inside: self)
    case .term(let field, let name): QueryField(field).term(name.quotedAsValue)
    case .title(let text): QueryField.title.term(text.quotedAsValue)
    case .author(let name): QueryField.author.term(name.quotedAsValue)
    case .figure(let condition): condition.field.term(condition.text.quotedAsValue)
    case .unread: QueryField.status.term(QueryStatus.unread.rawValue)
    case .read: QueryField.status.term(QueryStatus.read.rawValue)
    case .starred: QueryField.status.term(QueryStatus.starred.rawValue)
    case .stub: QueryField.status.term(QueryStatus.stub.rawValue)
    case .muted: QueryField.status.term(QueryStatus.muted.rawValue)
    case .since(let moment): QueryField.since.term(moment.firstNamed(in: zone))
    case .changed: QueryField.status.term(QueryStatus.changed.rawValue)
    case .withdrawn: QueryField.status.term(QueryStatus.withdrawn.rawValue)
    case .trait(let trait): trait.text
    case .folder(let name): QueryField.folder.term(name.quotedAsValue)
    case .address(let condition): QueryField.address.term(condition.text.quotedAsValue)
    case .seen(.last): QueryField.seen.term("last")
    case .seen(.begun(let moment)): QueryField.seen.term(moment.firstNamed(in: zone))
    case .asOf(let moment): QueryField.asOf.term(moment.exactlyNamed(in: zone))
    case .sort(let order): QueryField.sort.term(order.rawValue)
    case .until(let moment): QueryField.until.term(moment.lastNamed(in: zone))
    case .session(let condition): QueryField.session.term(condition.session.rawValue)
    case .text(let text): text.quotedAsWord
    case .regex(let pattern): "/" + pattern.withEscapedSlashes + "/"
    }
  }

  /// The text as a part of `outer`, in parentheses where it would be read differently without.
  private func operand(in zone: TimeZone, inside outer: Query) -> String {
    switch (outer, self) {
    case (_, .or), (.not, .and), (_, .all): "(" + printed(in: zone) + ")"
    default: printed(in: zone)
    }
  }
}

extension QueryField {
  fileprivate func term(_ value: String) -> String { rawValue + ":" + value }
}

extension ArticleTrait {
  /// As a term of the query language.
  fileprivate var text: String {
    switch self {
    case .language(let language): QueryField.language.term(language.rawValue)
    case .link: QueryField.has.term("link")
    case .table: QueryField.has.term("table")
    case .figure: QueryField.has.term("figure")
    case .flash: QueryField.status.term(QueryStatus.flash.rawValue)
    }
  }
}

extension String {
  /// A word by itself, in quotation marks where it would be read as something else.
  fileprivate var quotedAsWord: String {
    let begins = unicodeScalars.first.map { !QuerySign.excludes($0) && $0 != QuerySign.slash } ?? false
    return begins && self != QuerySign.either && !unicodeScalars.contains(where: QuerySign.endsName)
      ? quotedAsValue : quoted
  }

  /// The value of a field as it is typed: in quotation marks where it is empty or would end too early.
  package var quotedAsValue: String {
    isEmpty || unicodeScalars.contains(where: QuerySign.endsWord) ? quoted : self
  }

  private var quoted: String {
    var result = "\"".unicodeScalars
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == QuerySign.escape { result.append(QuerySign.escape) }
      result.append(scalar)
    }
    return String(result) + "\""
  }

  /// A pattern as it stands between slashes: a backslash takes the next scalar with it.
  fileprivate var withEscapedSlashes: String {
    var result = String.UnicodeScalarView()
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == QuerySign.slash { result.append(QuerySign.escape) }
      result.append(scalar)
      if scalar == QuerySign.escape, let next = rest.popFirst() { result.append(next) }
    }
    return String(result)
  }
}

extension Timestamp {
  /// The name of this moment, in which nothing is left open: a minute where one begins here, else a second.
  fileprivate func exactlyNamed(in zone: TimeZone) -> String {
    let time = CivilTime(self, in: zone)
    let name = time.named(withSeconds: time.second != 0)
    return DateExpression(name, now: self, in: zone)?.moment == self ? name : iso8601(in: zone)
  }

  /// The shortest name of a stretch of time that begins here: a day, a minute or a second; with its offset where the zone's
  /// clocks show it twice.
  fileprivate func firstNamed(in zone: TimeZone) -> String {
    let time = CivilTime(self, in: zone)
    let isDay = time.hour == 0 && time.minute == 0 && time.second == 0
    let name = isDay ? time.isoDate : time.named(withSeconds: time.second != 0)
    let isRead = DateExpression(name, now: self, in: zone)?.range.lowerBound == self
    return isRead ? name : iso8601(in: zone)
  }

  /// The shortest name of a stretch of time that ends just before this: a day, a minute or a second.
  fileprivate func lastNamed(in zone: TimeZone) -> String {
    let time = CivilTime(self, in: zone)
    let name =
      if time.second != 0 {
        CivilTime(self - 1, in: zone).named(withSeconds: true)
      } else if time.hour != 0 || time.minute != 0 {
        CivilTime(self - 60, in: zone).named(withSeconds: false)
      } else {
        CivilTime(dayNumber: time.dayNumber - 1).isoDate
      }
    let isRead = DateExpression(name, now: self, in: zone)?.range.upperBound == self
    return isRead ? name : (self - 1).iso8601(in: zone)
  }
}

extension CivilTime {
  fileprivate func named(withSeconds: Bool) -> String {
    isoDate + "T" + clock + (withSeconds ? (second < 10 ? ":0" : ":") + String(second) : "")
  }
}
