import Bench

var bench = Bench("Prescribing")
try bench.save()
