import Bench

var bench = Bench("Sensing")
try bench.save()
