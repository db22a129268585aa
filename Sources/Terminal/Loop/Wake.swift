/// All that had come when a wait ended. Nothing at all means that the deadline has passed.
public struct Wake<Message: Sendable>: Sendable {
  public var input: [InputEvent] = []
  public var messages: [Message] = []
  public var signals: [TerminalSignal] = []

  public init() {}

  public var isTimeout: Bool { input.isEmpty && messages.isEmpty && signals.isEmpty }
}

extension Wake: Equatable where Message: Equatable {}
