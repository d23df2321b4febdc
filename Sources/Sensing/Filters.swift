import Lifting
import RealModule

/// Filters without delay: each runs forward and backward over the whole of a signal.
enum Filters {
  /// A second-order Butterworth low-pass run both ways; beyond its ends the signal is continued by
  /// turning it about its first and last value.
  static func lowPass(_ signal: [Double], cutoffHz: Double, step: Double) -> [Double] {
    let count = signal.count
    guard count > 3, cutoffHz > 0, cutoffHz * step < 0.45 else { return signal }
    let warp = Double.tan(.pi * cutoffHz * step)
    let norm = 1 / (1 + 2.0.squareRoot() * warp + warp * warp)
    let b0 = warp * warp * norm
    let a1 = 2 * (warp * warp - 1) * norm
    let a2 = (1 - 2.0.squareRoot() * warp + warp * warp) * norm

    let pad = min(count - 1, Int(saturating: 1.5 / (cutoffHz * step) + 1))
    var work = [Double](repeating: 0, count: count + 2 * pad)
    for place in 0..<pad {
      work[place] = 2 * signal[0] - signal[pad - place]
      work[count + pad + place] = 2 * signal[count - 1] - signal[count - 2 - place]
    }
    for place in 0..<count { work[pad + place] = signal[place] }

    work.withUnsafeMutableBufferPointer { work in
      func pass(_ places: some Sequence<Int>, from first: Double) {
        var x1 = first
        var x2 = first
        var y1 = first
        var y2 = first
        for place in places {
          let x = work[place]
          let y = b0 * (x + 2 * x1 + x2) - a1 * y1 - a2 * y2
          x2 = x1
          x1 = x
          y2 = y1
          y1 = y
          work[place] = y
        }
      }
      pass(0..<work.count, from: work[0])
      pass((0..<work.count).reversed(), from: work[work.count - 1])
    }
    return Array(work[pad..<(pad + count)])
  }

  /// The slope of a signal, a second, by central differences.
  static func slope(of signal: [Double], step: Double) -> [Double] {
    let count = signal.count
    guard count > 1 else { return [Double](repeating: 0, count: count) }
    var slope = [Double](repeating: 0, count: count)
    for place in 1..<max(count - 1, 1) {
      slope[place] = (signal[place + 1] - signal[place - 1]) / (2 * step)
    }
    slope[0] = (signal[1] - signal[0]) / step
    slope[count - 1] = (signal[count - 1] - signal[count - 2]) / step
    return slope
  }
}
