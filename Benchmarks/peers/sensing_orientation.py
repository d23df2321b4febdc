"""vqf's offline orientation alone, on arrays that are in memory already: the median of its runs, in
seconds of processor time."""

import statistics
import sys
import time

import numpy as np
import pandas as pd
import vqf

table = pd.read_csv(sys.argv[1])
seconds = table["time_s"].to_numpy()
step = float(np.median(np.diff(seconds)))
gyroscope = np.ascontiguousarray(table[["gyro_x_radps", "gyro_y_radps", "gyro_z_radps"]].to_numpy())
force = np.ascontiguousarray(table[["accel_x_mps2", "accel_y_mps2", "accel_z_mps2"]].to_numpy())

times = []
for run in range(6):
    start = time.process_time()
    vqf.offlineVQF(gyroscope, force, None, step)
    times.append(time.process_time() - start)
print(statistics.median(times[1:]))
