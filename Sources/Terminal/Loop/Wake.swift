/// All that had come when a wait ended. Nothing at all means that the deadline has passed.
package struct Wake<Message: Sendable>: Sendable {
  package var input: [InputEvent] = []
  package var messages: [Message] = []
  package var signals: [TerminalSignal] = []

  package init() {}

  package var isTimeout: Bool { input.isEmpty && messages.isEmpty && signals.isEmpty }
}

extension Wake: Equatable where Message: Equatable {}
