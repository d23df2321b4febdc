import Bench

var bench = Bench("Physiology")
try bench.save()
