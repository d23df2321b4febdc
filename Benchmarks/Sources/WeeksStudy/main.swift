import Foundation
import Lifting
import Prescribing
import Simulation

// swift run -c release WeeksStudy [plateaus|loop|paths|steps|look] [seeds]: simulated athletes over
// weeks. Writes the tables of docs/Weeks.md and its picture. `steps`: the loop with weights in
// steps of 1 kg; `look [kind…]` only prints what came of the loop and why sessions were made smaller.
let arguments = CommandLine.arguments.dropFirst()
let seeds = arguments.compactMap { Int($0) }.first ?? 1000
let wanted = arguments.filter { Int($0) == nil }
func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }

if isWanted("plateaus") {
  try Document.replace("plateaus", by: PlateauStudy.table(seeds: seeds))
}
if isWanted("paths") {
  try Document.replace("paths", by: PathStudy.table(seeds: seeds))
}
if isWanted("loop") {
  let study = LoopStudy(seeds: seeds, weeks: 24)
  try Document.replace("loop", by: study.table)
  try Document.save(picture: study.picture, as: "weeks.svg")
}
if isWanted("steps") {
  try Document.replace(
    "steps", by: LoopStudy(seeds: seeds, weeks: 24, loadStep: .kilograms(1)).gains)
}
if wanted.contains("look") {
  let kinds = SyntheticTrainee.Kind.allCases.filter { wanted.contains($0.rawValue) }
  let all = SyntheticTrainee.Kind.allCases
  print(LoopStudy(seeds: seeds, weeks: 24, of: kinds.isEmpty ? all : kinds).reasons)
}
