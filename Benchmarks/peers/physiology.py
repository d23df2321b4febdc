"""The damage and soreness model in NumPy: one athlete's bouts folded, 27 people at once.

Usage: physiology.py BOUTS REPEATS; prints the median seconds as the last line.
"""
import sys
import time

import numpy as np

nine = np.array([-1.76, -1.01, -0.61, -0.29, 0, 0.29, 0.61, 1.01, 1.76])
susceptibility = np.tile(np.exp(0.35 * nine), 3)
recovery = np.repeat(np.exp(0.20 * np.array([-1.2247, 0, 1.2247])), 9)


def fold(hours, reps, stress, work):
    """Soreness of every person just before each bout, in millimetres."""
    damage, fatigue, slow, fast, since, before, now = np.zeros(27), 0.0, 0.4, 0.0, 0.0, 0.0, hours[0]
    sores, felt = [], 0.0
    for at, n, e, w in zip(hours, reps, stress, work):
        elapsed, now = at - now, at
        damage = damage * np.exp(-elapsed / (315 * (1 - 0.5 * before) * recovery))
        fatigue *= np.exp(-elapsed / 28)
        slow *= np.exp(-elapsed / (170 * 24))
        protection = 1 - (1 - slow) * (1 - fast * np.exp(-(((at - since) / 336) ** 4)))
        sores = [s for s in sores if at - s[0] <= 300]
        if sores:
            start = np.array([s[0] for s in sores])[:, None]
            age = (at - start + 8) / (20 * recovery)
            share = (age / 2) ** 2 * np.exp(2 - age) / 100
            felt += np.sum(1 - np.prod(1 - np.array([s[1] for s in sores]) * share, axis=0))
        raw = 0.588 * (1 - np.exp(-susceptibility * e / 38.2))
        tired = 0.217 * (1 - np.exp(-w / 8))
        damage = damage + (1 - damage) * raw * (1 - protection)
        fatigue += (1 - fatigue) * tired * (1 - 0.28 * protection)
        sores.append((at, 59 * (1 - 0.786 * protection) * (1 - np.exp(-(raw + 0.3 * tired) / 0.15))))
        slow += (1 - slow) * 0.628 * (1 - np.exp(-e / 12))
        fast, since, before = 0.6 * (1 - np.exp(-n / 10)), at, protection
    return felt


bouts, repeats = int(sys.argv[1]), int(sys.argv[2])
parts = [(np.arange(bouts) * 56.0, np.full(bouts, 24.0), np.full(bouts, 7.0), np.full(bouts, 12.0))] * 5
times = []
for _ in range(repeats):
    start = time.perf_counter()
    for part in parts:
        fold(*part)
    times.append(time.perf_counter() - start)
print(sorted(times)[len(times) // 2])
