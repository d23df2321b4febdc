"""Repetitions and phases of a CSV by what is at hand in Python: pandas reads, vqf finds where up is,
scipy filters and finds peaks. Written as one would for oneself: everything in arrays, no loop over
samples.

Vertical acceleration is summed up twice; drift is taken out by a high-pass and by what rests say.
A repetition is a valley of the height between two tops; its phases end where speed passes a tenth of
its peak. Prints the count of repetitions and the seconds of lowering.
"""

import sys

import numpy as np
import pandas as pd
from scipy import signal
from vqf import offlineVQF

GRAVITY = 9.80665

table = pd.read_csv(sys.argv[1])
seconds = table["time_s"].to_numpy()
step = float(np.median(np.diff(seconds)))
gyroscope = np.ascontiguousarray(table[["gyro_x_radps", "gyro_y_radps", "gyro_z_radps"]].to_numpy())
force = np.ascontiguousarray(table[["accel_x_mps2", "accel_y_mps2", "accel_z_mps2"]].to_numpy())

# A phone that reads -1 g along up has its axes turned around; the orientation doesn't mind.
found = offlineVQF(gyroscope, force, None, step)
w, x, y, z = found["quat6D"].T
upward = (
    2 * (x * z - w * y) * force[:, 0]
    + 2 * (y * z + w * x) * force[:, 1]
    + (w * w - x * x - y * y + z * z) * force[:, 2]
    - GRAVITY
)

# Velocity without drift: a straight line between rests, then a high-pass.
velocity = np.cumsum(upward) * step
rest = np.asarray(found["restDetected"], dtype=bool)
if rest.sum() > 1:
    velocity = velocity - np.interp(seconds, seconds[rest], velocity[rest])
high = signal.butter(2, 0.05, "highpass", fs=1 / step, output="sos")
velocity = signal.sosfiltfilt(high, velocity)
low = signal.butter(2, 5, "lowpass", fs=1 / step, output="sos")
velocity = signal.sosfiltfilt(low, velocity)
height = signal.sosfiltfilt(high, np.cumsum(velocity) * step)

reach = np.percentile(height, 98) - np.percentile(height, 2)
valleys, _ = signal.find_peaks(-height, prominence=0.5 * reach, distance=int(1 / step))
tops, _ = signal.find_peaks(height, prominence=0.5 * reach, distance=int(1 / step))


def edges(start, end, sign):
    """Where the speed between two turns passes a tenth of its peak."""
    speed = sign * velocity[start : end + 1]
    fast = np.flatnonzero(speed >= 0.1 * speed.max())
    return seconds[start + fast[0]], seconds[start + fast[-1]]


reps = []
for valley in valleys:
    before, after = tops[tops < valley], tops[tops > valley]
    if not len(before) or not len(after):
        continue
    lowering = edges(before[-1], valley, -1)
    lifting = edges(valley, after[0], 1)
    reps.append((lowering, lifting))
print(len(reps), sum(lowering[1] - lowering[0] for lowering, _ in reps))
