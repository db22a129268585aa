/// Values of a series made fit for a number of places.
enum Resampling {
  /// One value a place: the largest of those that fall on it, so that no peak is lost; negative values count as 0.
  ///
  /// A series that has fewer values than there are places stays as it is.
  static func peaks(of values: [Int], places: Int) -> [Int] {
    guard places > 0 else { return [] }
    guard values.count > places else { return values.map { max(0, $0) } }
    return (0..<places).map { place in
      let start = place * values.count / places
      let end = (place + 1) * values.count / places
      return values[start..<end].reduce(0, max)
    }
  }
}
