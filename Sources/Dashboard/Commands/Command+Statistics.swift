// The time that statistics are about.

extension Command {
  static let statisticsGroup = [
    longerSpan, shorterSpan,
  ]

  static let longerSpan = Command(
    "statistics.longer", keys: ["]"], in: [.statistics],
    title: ["更长范围", "longer range"], help: ["统计更长的时间", "Statistics of a longer time"],
    hints: [.statistics(50)]
  ) { state, effects in state.send(.charts(.changeSpan(by: 1)), &effects) }

  static let shorterSpan = Command(
    "statistics.shorter", keys: ["["], in: [.statistics],
    title: ["更短范围", "shorter range"], help: ["统计更短的时间", "Statistics of a shorter time"],
    hints: [.statistics(40)]
  ) { state, effects in state.send(.charts(.changeSpan(by: -1)), &effects) }
}
