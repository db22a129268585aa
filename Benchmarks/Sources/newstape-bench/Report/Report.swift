import Measuring

/// What has been measured so far.
struct Report {
  private var figures: [Subject: Figure] = [:]

  mutating func add(_ subject: Subject, _ size: Int, _ samples: Samples, bytes: Samples = Samples()) {
    var figure = figures[subject] ?? subject.figure
    figure.samples[size, default: Samples()].add(samples)
    if !bytes.isEmpty { figure.bytes[size, default: Samples()].add(bytes) }
    figures[subject] = figure
  }

  mutating func add(_ subject: Subject, _ size: Int, _ value: Double) { add(subject, size, Samples([value])) }

  func table(sizes: [Int]) -> Table { Table(Subject.allCases.compactMap { figures[$0] }, sizes: sizes) }
}
