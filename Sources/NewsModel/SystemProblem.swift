/// Why the system refused something: its error number. Words for people are made where it is shown.
package struct SystemProblem: Error, Hashable, Sendable {
  /// The system's `errno`.
  package var code: Int32

  package init(code: Int32) { self.code = code }
}
