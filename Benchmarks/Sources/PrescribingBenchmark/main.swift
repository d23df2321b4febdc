import Bench

try benchmarkProgramText()

var bench = Bench("Prescribing")
try bench.save()
