package import Foundation
import GRDB
package import NewsModel
package import TextAnalysis

extension NewsStore {
  /// Counts the articles of a query in a range of time, by hours or local days of `zone`.
  ///
  /// The whole store, one tag, one source and one label are answered from roll-ups, in time that grows with the range; any
  /// other query is counted from its rows. Terms of equal count come in the order in which the store first met them.
  package func statistics(
    _ request: StatisticsRequest, zone: TimeZone, cancellation: Cancellation? = nil
  ) throws(StoreError) -> Statistics {
    try read(cancellation) { db in
      try StatisticsReader(db, names: names, damage: damage, request: request, zone: zone).statistics()
    }
  }

  /// Counts the articles of a query over a span of time.
  ///
  /// The range ends now. Where the newest matching article is older than the span is long, the range ends with the hour or day
  /// of that article: old news has statistics too. So it is with a query that says until when.
  ///
  /// - Parameters:
  ///   - span: nil for the time that the query itself states.
  ///   - tags: what the reader calls tags, under whose names they are counted.
  package func statistics(
    _ query: Query, over span: StatisticsSpan?, now: Timestamp = .now, in zone: TimeZone,
    bucket wanted: StatisticsBucket? = nil, fields: [TermField] = TermField.published, termLimit: Int = 20,
    tags: TagNames = TagNames(), cancellation: Cancellation? = nil
  ) throws(StoreError) -> Statistics {
    try read(cancellation) { db in
      let (range, bucket) = try range(of: span, query, now: now, in: zone, db)
      let request = StatisticsRequest(
        query: query, range: range, bucket: wanted ?? bucket, fields: fields, termLimit: termLimit)
      return try StatisticsReader(
        db, names: names, damage: damage, request: request, zone: zone, merged: try MergedTags(tags, db)
      ).statistics()
    }
  }

  /// Counts the news of a company, by the name under which the store keeps it, over a span: how much there is by days, how much of it is
  /// good or bad news, what happens to it, who is named with it, and who reports.
  package func companyCounts(
    of company: String, asOf moment: Timestamp? = nil, over span: StatisticsSpan, now: Timestamp = .now,
    in zone: TimeZone, termLimit: Int = 20, cancellation: Cancellation? = nil
  ) throws(StoreError) -> CompanyCounts {
    try read(cancellation) { db in
      let query = Query.term(.company, company).known(at: moment)
      let range = try range(of: span, query, now: now, in: zone, db).range
      func statistics(_ query: Query, _ fields: [TermField]) throws -> Statistics {
        // It is itself the company that is named most.
        let request = StatisticsRequest(
          query: query, range: range, bucket: .day, fields: fields, termLimit: termLimit == .max ? .max : termLimit + 1)
        return try StatisticsReader(db, names: names, damage: damage, request: request, zone: zone).statistics()
      }
      var counts = CompanyCounts(statistics: try statistics(query, CompanyCounts.fields))
      for tone in Tone.allCases {
        counts.tones[tone] = try statistics(.allOf([query, .term(.tone, tone.rawValue)]), []).volume
      }
      return counts
    }
  }

  private func range(
    of span: StatisticsSpan?, _ query: Query, now: Timestamp, in zone: TimeZone, _ db: Database
  ) throws -> (range: Range<Timestamp>, bucket: StatisticsBucket) {
    let headlines = headlineReader(db)
    func oldest() throws -> Timestamp? { try headlines.published(at: .end, of: query) }
    if span == nil, let stated = try query.statedRange(now: now, in: zone, oldest: oldest) { return stated }
    let span = span ?? .everything
    let end = span.end(
      newest: try headlines.published(at: .start, of: query), now: query.lastMoment(now: now))
    return span.range(endingAt: end, oldest: span == .everything ? try oldest() ?? end : end, in: zone)
  }

  /// How the articles of a query over a span spread over the trading sessions of an exchange, in the order of the day; where there are
  /// any, those at last whose session its calendar does not know, under an empty name.
  ///
  /// The whole store and one term are answered from roll-ups, as `statistics` does.
  package func sessions(
    of exchange: TradingCalendar.Exchange, matching query: Query, over span: StatisticsSpan?, now: Timestamp = .now,
    in zone: TimeZone, cancellation: Cancellation? = nil
  ) throws(StoreError) -> [TermCount] {
    try read(cancellation) { db in
      let (range, bucket) = try range(of: span, query, now: now, in: zone, db)
      let request = StatisticsRequest(query: query, range: range, bucket: bucket, fields: [])
      return try StatisticsReader(db, names: names, damage: damage, request: request, zone: zone).sessions(of: exchange)
    }
  }

  /// How often the values of one axis meet those of another in the articles of a query over a span: of fields the most frequent.
  ///
  /// Counted from the rows.
  package func crossTable(
    _ rows: StatisticsAxis, _ columns: StatisticsAxis, matching query: Query, over span: StatisticsSpan?,
    now: Timestamp = .now, in zone: TimeZone, limit: Int, tags: TagNames = TagNames(), cancellation: Cancellation? = nil
  ) throws(StoreError) -> CrossTable {
    try read(cancellation) { db in
      let merged = try MergedTags(tags, db)
      let range = try range(of: span, query, now: now, in: zone, db).range
      var tally = CrossTally(rows, columns)
      let inRange = Query.allOf([query, .since(range.lowerBound), .until(range.upperBound)])
      try CountedFacts.forEach(of: inRange, db, damage) { tally.add(merged.merged($0)) }
      return try tally.table(limit: limit) { try merged.name(of: $0) ?? names.name($0, db) }
    }
  }

  /// The values of a field with the number of matching articles of all time, most frequent first.
  ///
  /// `series` and `previousCount` are not counted. For every article the answer is read, for other queries it is counted.
  package func terms(
    _ field: TermField, matching query: Query = .all, limit: Int = .max, tags: TagNames = TagNames(),
    cancellation: Cancellation? = nil
  ) throws(StoreError) -> [TermCount] {
    try terms([field], matching: query, limit: limit, tags: tags, cancellation: cancellation)[field] ?? []
  }

  /// The values of several fields, counted in one walk.
  ///
  /// - Parameters:
  ///   - limit: of each field.
  ///   - tags: what the reader calls tags, under whose names they are counted.
  package func terms(
    _ fields: [TermField], matching query: Query = .all, limit: Int = .max, tags: TagNames = TagNames(),
    cancellation: Cancellation? = nil
  ) throws(StoreError) -> [TermField: [TermCount]] {
    let query = query.withoutOrder
    return try read(cancellation) { db in
      let merged = try MergedTags(tags, db)
      return try ArticleByArticle.answer(db, damage) {
        guard !query.conjuncts.isEmpty else {
          return try Self.each(fields) { try allTerms(TermKind($0), limit: limit, merged, db) }
        }
        var counts = ReadTerms(fields)
        try CountedFacts.forEach(of: query, db, damage) { counts.add(merged.merged($0)) }
        return try Self.each(fields) { try named(counts, TermKind($0), limit: limit, merged, db) }
      } instead: {
        var counts = ReadTerms(fields)
        try $0.forEach(matching: query) { article in
          counts.add(merged.merged(CountedFacts(article)))
          return true
        }
        return try Self.each(fields) {
          try named(counts, TermKind($0), limit: limit, merged, db).filter { !$0.name.isEmpty }
        }
      }
    }
  }

  private static func each(
    _ fields: [TermField], _ terms: (TermField) throws -> [TermCount]
  ) rethrows -> [TermField: [TermCount]] {
    var result: [TermField: [TermCount]] = [:]
    for field in fields { result[field] = try terms(field) }
    return result
  }

  /// How many articles of a query in a range of time that name each of some companies are good news, and how many bad.
  ///
  /// Time grows with the articles of the companies in the range.
  package func tones(
    of companies: [String], in request: StatisticsRequest, cancellation: Cancellation? = nil
  ) throws(StoreError) -> [String: ToneCounts] {
    try read(cancellation) { db in
      var tones: [String: ToneCounts] = [:]
      for company in companies {
        let query = Query.allOf([
          request.query, .term(.company, company), .since(request.range.lowerBound), .until(request.range.upperBound),
        ])
        tones[company] = try ArticleByArticle.answer(db, damage) {
          try QueryCompiler(db).tones(of: query, damage)
        } instead: {
          ToneCounts(
            positive: try $0.count(.allOf([query, .term(.tone, Tone.positive.rawValue)])),
            negative: try $0.count(.allOf([query, .term(.tone, Tone.negative.rawValue)])))
        }
      }
      return tones
    }
  }

  private func named(
    _ counts: ReadTerms, _ kind: TermKind, limit: Int, _ merged: MergedTags, _ db: Database
  ) throws -> [TermCount] {
    let counted = counts.counts[kind] ?? [:]
    return try counted.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(limit).map { term, count in
      let name = try merged.name(of: term) ?? names.name(term, db)
      return TermCount(name: name, title: kind.title(of: name), count: count.count, unread: count.unread)
    }
  }

  private func allTerms(_ kind: TermKind, limit: Int, _ merged: MergedTags, _ db: Database) throws -> [TermCount] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT name, articles, unread, id FROM term WHERE kind = ? AND articles > 0 AND name <> ''
        ORDER BY articles DESC, id LIMIT ?
        """)
    var counts: [TermCount] = []
    let isMerged = kind == .tag && !merged.isEmpty
    let rows = try Row.fetchCursor(
      statement, arguments: [kind.rawValue, isMerged ? merged.widened(limit) : limit])
    while let row = try rows.next() {
      if isMerged, merged.concerns(try row.number(3)) { continue }
      let name = try row.text(0)
      counts.append(
        TermCount(name: name, title: kind.title(of: name), count: try row.count(1), unread: try row.count(2)))
    }
    guard isMerged else { return counts }
    counts += try merged.groups.compactMap { try QueryCompiler(db).count(of: $0) }
    return Array(counts.mostFrequentFirst.prefix(limit))
  }
}

extension StatisticsSpan {
  /// Where a span ends whose newest article is of that time.
  fileprivate func end(newest: Timestamp?, now: Timestamp) -> Timestamp {
    guard let newest else { return now }
    guard let days else { return newest }
    return newest > now - Int64(days) * 86_400 ? now : newest
  }
}

extension QueryCompiler {
  /// How many articles of a query are good news, and how many bad, counted in one walk.
  fileprivate func tones(of query: Query, _ damage: DamageLog) throws -> ToneCounts {
    let compiled = try compile(query, isOrdered: false)
    let tones = try [Tone.positive, .negative].map { try predicate(.term(.tone, $0.rawValue)) }
    let sums = tones.map { "coalesce(sum(\($0.sql)), 0)" }.joined(separator: ", ")
    let arguments = tones.flatMap(\.arguments) + compiled.arguments
    var counts =
      try db.cachedStatement(sql: compiled.select(sums)).first(StatementArguments(arguments)) {
        ToneCounts(positive: try $0.count(0), negative: try $0.count(1))
      } ?? ToneCounts()
    guard let moment = query.asOf else { return counts }
    func past(_ tone: Tone) throws -> Int {
      try PastArticles(db, asOf: moment, damage).count(matching: .allOf([query, .term(.tone, tone.rawValue)]))
    }
    counts.positive += try past(.positive)
    counts.negative += try past(.negative)
    return counts
  }
}

extension QueryCompiler {
  /// The articles with any tag of a name; nil where there is none.
  fileprivate func count(of group: MergedTags.Group) throws -> TermCount? {
    let compiled = try compile(.anyOf(group.tags.map(Query.tag)))
    let sums = compiled.select("count(*), coalesce(sum(a.is_read = 0), 0)")
    let counted = try db.cachedStatement(sql: sums).first(StatementArguments(compiled.arguments)) {
      TermCount(name: group.name, count: try $0.count(0), unread: try $0.count(1))
    }
    return counted.flatMap { $0.count > 0 ? $0 : nil }
  }
}

extension [TermCount] {
  /// Those of one count stay as they stand.
  var mostFrequentFirst: [TermCount] {
    enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}

/// The terms of a list of articles, with how many of them are unread.
private struct ReadTerms {
  private let kinds: [TermKind]
  private(set) var counts: [TermKind: [Int64: (count: Int, unread: Int)]] = [:]

  init(_ fields: [TermField]) { kinds = fields.map(TermKind.init) }

  mutating func add(_ facts: CountedFacts) {
    let unread = facts.status.isRead ? 0 : 1
    facts.forEachTerm(of: kinds) { kind, term in
      counts[kind, default: [:]][term, default: (0, 0)].count += 1
      counts[kind]?[term]?.unread += unread
    }
  }
}
