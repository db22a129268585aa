/// Why the system refused something: its error number. Words for people are made where it is shown.
public struct SystemProblem: Error, Hashable, Sendable {
  /// The system's `errno`.
  public var code: Int32

  public init(code: Int32) { self.code = code }
}
